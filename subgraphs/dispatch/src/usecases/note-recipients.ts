import type { Transaction } from '@hub/persistence';

import { DistributionRepository } from '../data/distribution.repository';
import type { DocumentEntity } from '../data/document.entity';
import { withDuties } from '../domain/audience';
import { documentError } from '../domain/document.errors';
import { asksFeedback } from '../domain/feedback';

/**
 * Writes down whom the audience means today: whoever joins or leaves from now on is shown before the paper goes out.
 * Throws NO_RECIPIENTS.
 */
export async function noteRecipients(
  tx: Transaction,
  { audience, documentId, feedbackRequirement }: DocumentEntity,
): Promise<void> {
  const meant = withDuties(audience, asksFeedback(feedbackRequirement));
  const organizations = await new DistributionRepository(tx, documentId).replace(meant);
  if (organizations === 0) throw documentError('NO_RECIPIENTS');
}
