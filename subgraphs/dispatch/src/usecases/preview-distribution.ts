import { type Id, textDigest } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { type ComparedRecipient, compareDistribution } from '../data/distribution.read-model';
import { distributionBasis } from '../data/document.read-model';
import { withDuties } from '../domain/audience';
import type { RecipientDifference } from '../domain/distribution';
import { asksFeedback } from '../domain/feedback';
import { recordError } from '../domain/record.errors';
import type { DispatchContext } from './context';
import { assertRoleMay } from './document-step';

export interface DistributionPreview {
  readonly documentId: Id;
  /** Organisations written down at approval. */
  readonly approvedCount: number;
  readonly joined: readonly ComparedRecipient[];
  readonly left: readonly ComparedRecipient[];
  /** What the issuer saw: issuing asks for it again. */
  readonly recipientVersion: string;
}

/** 分送预览: who would get the paper, and who joined or left the groups since it was approved. */
export async function previewDistribution(ctx: DispatchContext, documentId: Id): Promise<DistributionPreview> {
  assertRoleMay(requirePerson(ctx), 'previewDistribution');
  return ctx.read(async (tx) => {
    const basis = await distributionBasis(tx, documentId);
    if (basis === null) throw recordError('DOCUMENT_NOT_FOUND', { documentId });
    const meant = withDuties(basis.audience, asksFeedback(basis.feedbackRequirement));
    const { difference, fixedCount } = await compareDistribution(tx, documentId, meant);
    const { joined, left } = difference;
    const version = recipientVersion(basis.distributionDigest, difference);
    return { documentId, approvedCount: fixedCount, joined, left, recipientVersion: version };
  });
}

/** Changes with anything that would change who gets the paper: what was fixed, and who joined or left since. */
export function recipientVersion(
  distributionDigest: string | null,
  { joined, left }: RecipientDifference<ComparedRecipient>,
): string {
  const changes = [joined, left].map((recipients) =>
    recipients.map(({ active, organizationId }) => [organizationId, active]),
  );
  return textDigest(JSON.stringify([distributionDigest, changes]));
}
