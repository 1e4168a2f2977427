import { type Id, localDate } from '@hub/core';
import { assertVersion, requirePerson } from '@hub/persistence';

import { InspectionRepository } from '../data/inspection.repository';
import { PostRepository } from '../data/post.repository';
import { SessionRepository } from '../data/session.repository';
import { inspectionError } from '../domain/inspection.errors';
import { inspectionPolicy } from '../domain/inspection.policy';
import type { OrganizationContext } from './context';

export interface CloseInspectionInput {
  readonly inspectionId: Id;
  readonly expectedVersion: number;
}

/** Ends an inspection before its last day, and the sessions under it, at once. */
export function closeInspection(ctx: OrganizationContext, input: CloseInspectionInput): Promise<{ inspectionId: Id }> {
  const actor = requirePerson(ctx);
  inspectionPolicy.assertMay(actor, 'closeInspection', { committeeId: actor.committeeId });
  return ctx.command('closeInspection', input, async (tx) => {
    const { inspectionId, expectedVersion } = input;
    const posts = new PostRepository(tx);
    const post = await posts.lock(inspectionId);
    const isInspection = await new InspectionRepository(tx).exists(inspectionId);
    if (!post || !isInspection) throw inspectionError('INSPECTION_NOT_FOUND');
    assertVersion(post.version, expectedVersion);
    const today = localDate(tx.now);
    if (post.endedAt !== null || (post.heldTo ?? '') < today) throw inspectionError('INSPECTION_OVER');
    await posts.update(inspectionId, { endedAt: tx.now, version: post.version + 1 });
    await new SessionRepository(tx).revokeActingUnder([inspectionId]);
    const after = { endedAt: tx.now };
    tx.audit({
      action: 'closeInspection',
      objectType: 'inspection',
      objectId: inspectionId,
      before: { endedAt: null },
      after,
    });
    return { inspectionId };
  });
}
