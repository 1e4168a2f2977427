import type { Page, PageRequest } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { listSignIns, type SignInFilter, type SignInRow } from '../data/sign-in-log.read-model';
import { accountPolicy } from '../domain/account.policy';
import type { OrganizationContext } from './context';
import { signInLogActor } from './system-actors';

// As the system: the trail is closed to administrators, and these acts in it belong to no unit.

/** The log of sign-ins of the whole committee. */
export function readSignIns(
  ctx: OrganizationContext,
  filter: SignInFilter,
  page: PageRequest,
): Promise<Page<SignInRow>> {
  const actor = requirePerson(ctx);
  const { committeeId } = actor;
  accountPolicy.assertMay(actor, 'readSignIns', { committeeId });
  return ctx.as(signInLogActor(committeeId)).read((tx) => listSignIns(tx, filter, page));
}

/** How the signed-in person, or somebody else in the own name, came in. */
export function readOwnSignIns(ctx: OrganizationContext, page: PageRequest): Promise<Page<SignInRow>> {
  const { accountId, committeeId } = requirePerson(ctx);
  return ctx.as(signInLogActor(committeeId)).read((tx) => listSignIns(tx, { accountId }, page));
}
