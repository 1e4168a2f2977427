import { type Id, localDate } from '@hub/core';
import { requirePerson, type Transaction } from '@hub/persistence';

import type { OrganizationEntity } from '../data/organization.entity';
import { OrganizationRepository } from '../data/organization.repository';
import { PostRepository } from '../data/post.repository';
import { SessionRepository } from '../data/session.repository';
import { TermRepository } from '../data/term.repository';
import { structureError } from '../domain/structure.errors';
import { assertChange, type ChangeRecord } from '../domain/structure-change';
import { announceStructure } from './announce-structure';
import { changeStructure, lockOrganization, lockSubordinate } from './change-structure';
import type { OrganizationContext } from './context';
import { ElectionDeadlines } from './election-deadlines';
import { endDelegationsOfPosts } from './end-delegations';
import { recordChange } from './record-change';

export interface DissolveOrganizationInput {
  readonly organizationId: Id;
  /** Who takes over its members and running matters; needed while members are reported. */
  readonly successorId?: Id | null;
  readonly change: ChangeRecord;
  readonly expectedVersion: number;
}

/** Dissolves an organisation without subordinates. Its row, history and terms stay; its posts and their sessions end. */
export function dissolveOrganization(
  ctx: OrganizationContext,
  input: DissolveOrganizationInput,
): Promise<{ organizationId: Id }> {
  return changeStructure(ctx, 'dissolveOrganization', input, async (tx) => {
    const { organizationId, successorId = null, change: record } = input;
    const organization = await lockSubordinate(tx, organizationId, input.expectedVersion);
    const successorIds = successorId === null ? [] : [successorId];
    const subject = { id: organizationId, earliest: organization.effectiveFrom };
    assertChange('DISSOLVE', record, subject, localDate(tx.now), successorIds);
    await assertDissolvable(tx, organization, successorId);
    const leftWithoutGuidance = await endOrganization(ctx, tx, organization, record.effectiveOn);
    await recordChange(ctx, tx, {
      kind: 'DISSOLVE',
      action: 'dissolveOrganization',
      objectType: 'ORGANIZATION',
      objectId: organizationId,
      unitId: organization.unitId,
      record,
      successorIds,
      before: { name: organization.name, status: organization.status },
      after: { status: 'DISSOLVED' },
    });
    await announceStructure(tx, {
      organizationIds: [organizationId, ...leftWithoutGuidance],
      reason: `撤销党组织：${organization.name}`,
    });
    return { organizationId };
  });
}

async function assertDissolvable(
  tx: Transaction,
  { organizationId, formalMembers, probationaryMembers }: OrganizationEntity,
  successorId: Id | null,
): Promise<void> {
  const children = await new OrganizationRepository(tx).livingChildren(organizationId);
  if (children.length > 0) throw structureError('ORGANIZATION_HAS_CHILDREN', { count: children.length });
  if (successorId !== null) {
    await lockOrganization(tx, successorId, null);
    return;
  }
  const members = (formalMembers ?? 0) + (probationaryMembers ?? 0);
  if (members > 0) throw structureError('MEMBERS_WITHOUT_SUCCESSOR', { members });
}

/** Answers the organisations that lost their guidance by it. */
async function endOrganization(
  ctx: OrganizationContext,
  tx: Transaction,
  organization: OrganizationEntity,
  on: string,
): Promise<Id[]> {
  const { organizationId, version } = organization;
  const organizations = new OrganizationRepository(tx);
  const dissolved = await organizations.dissolveIfEmpty(organizationId, on, version + 1);
  if (!dissolved) throw structureError('MEMBERS_REMAIN');
  const terms = new TermRepository(tx);
  const term = await terms.lockRunning(organizationId);
  if (term) {
    await terms.update(term.termId, { closedOn: on, version: term.version + 1 });
    await new ElectionDeadlines(ctx, tx).end(organizationId, term.termId, '党组织已撤销');
  }
  const endedPosts = await new PostRepository(tx).endAllIn(organizationId, on);
  await endDelegationsOfPosts(tx, endedPosts, requirePerson(ctx));
  await new SessionRepository(tx).revokeActingUnder(endedPosts);
  return organizations.clearGuidanceBy(organizationId);
}
