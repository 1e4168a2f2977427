import {
  type Id,
  IdFactory,
  nameUnder,
  type PersonActor,
  type Role,
  type ServiceActor,
  type SystemActor,
  systemClock,
} from '@hub/core';

const ids = new IdFactory(systemClock);

/** An id that nothing in the database has. */
export const someId = (): Id => ids.next();

const UNIT_ROLES: readonly Role[] = ['UNIT_LEADER', 'UNIT_CLERK', 'UNIT_TREASURER'];

/** A person with that role; its side follows from the role unless said otherwise. */
export function personActor(role: Role, identity: Partial<PersonActor> & { readonly committeeId: Id }): PersonActor {
  return {
    side: UNIT_ROLES.includes(role) ? 'unit' : 'office',
    role,
    accountId: someId(),
    sessionId: someId(),
    postId: someId(),
    organizationId: someId(),
    unitId: someId(),
    sectionId: null,
    displayName: `测试${role}`,
    postTitle: role,
    delegation: null,
    ...identity,
  };
}

export function systemActor(committeeId: Id, name = 'test'): SystemActor {
  return { side: 'system', committeeId, name };
}

/** A program with a token for the subtree of an organisation, or for the whole committee. */
export function serviceActor(committeeId: Id, organizationId: Id | null = null): ServiceActor {
  return {
    side: organizationId === null ? 'office' : 'unit',
    committeeId,
    serviceTokenId: someId(),
    name: '测试看板',
    organizationId,
    documents: [],
  };
}

/** Somebody who acts under a post that another lent. */
export function standingIn(own: PersonActor, principal: PersonActor): PersonActor {
  const { accountId, sessionId } = own;
  const delegation = {
    delegationId: someId(),
    principalAccountId: principal.accountId,
    principalName: principal.displayName,
  };
  return { ...principal, accountId, sessionId, delegation, displayName: nameUnder(delegation, own.displayName) };
}
