import { requireReader } from '@hub/persistence';

import { type ApprovedDocument, findApprovedDocument } from '../data/registered-document.read-model';
import type { OrganizationContext } from './context';
import { exportActor } from './system-actors';

/** The text of an approved document of the reader's committee, by name or id: what its rows may be, the reader's rights say. */
export async function findTrustedDocument(ctx: OrganizationContext, ref: string): Promise<ApprovedDocument | null> {
  const { committeeId } = requireReader(ctx);
  return ctx.as(exportActor(committeeId)).read((tx) => findApprovedDocument(tx, ref));
}
