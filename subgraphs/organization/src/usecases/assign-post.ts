import type { Id, LocalDate, Role } from '@hub/core';
import { requirePerson, type Transaction } from '@hub/persistence';

import { AccountRepository } from '../data/account.repository';
import { PostRepository } from '../data/post.repository';
import { SectionRepository } from '../data/section.repository';
import { accountError } from '../domain/account.errors';
import { accountPolicy, postVerbs } from '../domain/account.policy';
import { assertOneDuty, dutyOf } from '../domain/duty';
import { inspectionError } from '../domain/inspection.errors';
import { assertRoleFits, assertTitle } from '../domain/post';
import { sectionError } from '../domain/section.errors';
import { lockOrganization } from './change-structure';
import type { OrganizationContext } from './context';

export interface AssignPostInput {
  readonly accountId: Id;
  readonly organizationId: Id;
  readonly sectionId?: Id | null;
  readonly role: Role;
  readonly title: string;
  readonly heldFrom: LocalDate;
}

/** Gives a person a post in an organisation; a person may hold several and acts under one at a time. */
export function assignPost(ctx: OrganizationContext, input: AssignPostInput): Promise<{ postId: Id }> {
  const actor = requirePerson(ctx);
  const { committeeId } = actor;
  accountPolicy.assertMay(actor, postVerbs(input.role).assign, { committeeId });
  // By an order and for a time: see openInspection.
  if (input.role === 'INSPECTOR') throw inspectionError('INSPECTION_NOT_ASSIGNED');
  if (input.accountId === actor.accountId) throw accountError('ACCOUNT_IS_OWN');
  return ctx.command('assignPost', input, async (tx) => {
    const { organizationId, sectionId = null, ...facts } = input;
    const accounts = new AccountRepository(tx);
    const account = await accounts.lock(input.accountId);
    if (!account) throw accountError('ACCOUNT_NOT_FOUND');
    if (account.status !== 'ACTIVE') throw accountError('ACCOUNT_STATUS');
    const { kind, unitId } = await lockOrganization(tx, organizationId, null);
    assertRoleFits(facts.role, kind);
    assertTitle(facts.title);
    if (sectionId !== null) await assertSection(tx, sectionId, organizationId);
    assertOneDuty(account, facts.role);
    if (account.duty === null) await accounts.update(account.accountId, { duty: dutyOf(facts.role) });
    const postId = ctx.ids.next();
    const post = { committeeId, postId, organizationId, unitId, sectionId, ...facts };
    await new PostRepository(tx).insert({ ...post, heldTo: null, endedAt: null, version: 1 });
    tx.audit({ action: 'assignPost', objectType: 'post', objectId: postId, after: { ...input } });
    return { postId };
  });
}

async function assertSection(tx: Transaction, sectionId: Id, organizationId: Id): Promise<void> {
  const section = await new SectionRepository(tx).find(sectionId);
  if (section?.organizationId !== organizationId) throw sectionError('SECTION_NOT_FOUND');
}
