import type { Id, Page, PageRequest } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { listSessions, type SessionRow } from '../data/session.read-model';
import { accountPolicy } from '../domain/account.policy';
import type { OrganizationContext } from './context';

/** Where the signed-in person is and was signed in. */
export function readOwnSessions(ctx: OrganizationContext, page: PageRequest): Promise<Page<SessionRow>> {
  const { accountId } = requirePerson(ctx);
  return ctx.read((tx) => listSessions(tx, accountId, page));
}

/** The same of anybody in the committee. */
export function readSessions(ctx: OrganizationContext, accountId: Id, page: PageRequest): Promise<Page<SessionRow>> {
  const actor = requirePerson(ctx);
  accountPolicy.assertMay(actor, 'readSessions', { committeeId: actor.committeeId });
  return ctx.read((tx) => listSessions(tx, accountId, page));
}
