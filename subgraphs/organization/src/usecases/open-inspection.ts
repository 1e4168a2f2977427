import { type Id, localDate } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { AccountRepository } from '../data/account.repository';
import { InspectionRepository } from '../data/inspection.repository';
import { PostRepository } from '../data/post.repository';
import { accountError } from '../domain/account.errors';
import { assertOneDuty, dutyOf } from '../domain/duty';
import {
  assertInspectionOrder,
  INSPECTION_TITLES,
  type InspectionKind,
  type InspectionOrder,
} from '../domain/inspection';
import { inspectionPolicy } from '../domain/inspection.policy';
import { lockOrganization } from './change-structure';
import type { OrganizationContext } from './context';

export interface OpenInspectionInput extends InspectionOrder {
  /** Without posts of the work: the 系统管理员 made it for this. */
  readonly accountId: Id;
  readonly kind: InspectionKind;
  /** With all below it; the work committee for all there is. */
  readonly organizationId: Id;
}

/** 开通巡察、审计: a post that looks at an organisation and all below it, changes nothing, and ends by itself. */
export function openInspection(ctx: OrganizationContext, input: OpenInspectionInput): Promise<{ inspectionId: Id }> {
  const actor = requirePerson(ctx);
  const { committeeId } = actor;
  inspectionPolicy.assertMay(actor, 'openInspection', { committeeId });
  if (input.accountId === actor.accountId) throw accountError('ACCOUNT_IS_OWN');
  return ctx.command('openInspection', input, async (tx) => {
    const { accountId, organizationId, kind, fromOn: heldFrom, toOn: heldTo } = input;
    assertInspectionOrder(input, localDate(tx.now));
    const accounts = new AccountRepository(tx);
    const account = await accounts.lock(accountId);
    if (!account) throw accountError('ACCOUNT_NOT_FOUND');
    if (account.status !== 'ACTIVE') throw accountError('ACCOUNT_STATUS');
    assertOneDuty(account, 'INSPECTOR');
    if (account.duty === null) await accounts.update(accountId, { duty: dutyOf('INSPECTOR') });
    const { unitId } = await lockOrganization(tx, organizationId, null);
    const inspectionId = ctx.ids.next();
    const post = { committeeId, postId: inspectionId, accountId, organizationId, unitId, sectionId: null } as const;
    const held = {
      role: 'INSPECTOR',
      title: INSPECTION_TITLES[kind],
      heldFrom,
      heldTo,
      endedAt: null,
      version: 1,
    } as const;
    await new PostRepository(tx).insert({ ...post, ...held });
    await new InspectionRepository(tx).insert(inspectionId, accountId, kind, input, actor);
    tx.audit({ action: 'openInspection', objectType: 'inspection', objectId: inspectionId, after: { ...input } });
    return { inspectionId };
  });
}
