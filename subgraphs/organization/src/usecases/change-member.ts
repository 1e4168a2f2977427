import type { Id } from '@hub/core';
import { assertVersion, requirePerson, type Transaction } from '@hub/persistence';

import type { MemberEntity } from '../data/member.entity';
import { MemberRepository } from '../data/member.repository';
import { OrganizationRepository } from '../data/organization.repository';
import { memberError } from '../domain/member.errors';
import { type MemberVerb, memberPolicy } from '../domain/member.policy';
import type { OrganizationContext } from './context';

export interface MemberInput {
  readonly memberId: Id;
  readonly expectedVersion: number;
}

/** The frame of an act on one living membership: the member under lock, policy, version. */
export function changeMember(
  ctx: OrganizationContext,
  verb: MemberVerb,
  input: MemberInput & Readonly<Record<string, unknown>>,
  act: (tx: Transaction, member: MemberEntity) => Promise<void>,
): Promise<{ memberId: Id }> {
  requirePerson(ctx);
  return ctx.command(verb, input, async (tx) => {
    const { memberId } = input;
    const member = await forAct(tx, verb, await new MemberRepository(tx).lock(memberId));
    if (member.status === 'ENDED') throw memberError('MEMBER_ENDED');
    assertVersion(member.version, input.expectedVersion);
    await act(tx, member);
    return { memberId };
  });
}

/**
 * Who may not do it to any member hears so; to whom this one is foreign, it does not exist. The second differs from a
 * member that is in no committee by nothing.
 */
export async function forAct(tx: Transaction, verb: MemberVerb, member: MemberEntity | null): Promise<MemberEntity> {
  assertRole(tx, verb);
  if (member === null || !(await mayAct(tx, verb, member))) throw memberError('MEMBER_NOT_FOUND');
  return member;
}

/** Refuses a role that has the verb for no member at all. */
export function assertRole({ actor, committeeId }: Transaction, verb: MemberVerb): void {
  const own = 'unitId' in actor ? { unitId: actor.unitId } : {};
  memberPolicy.assertMay(actor, verb, { committeeId, ...own });
}

export async function mayAct(tx: Transaction, verb: MemberVerb, member: MemberEntity): Promise<boolean> {
  const branch = await new OrganizationRepository(tx).find(member.organizationId);
  return branch !== null && memberPolicy.may(tx.actor, verb, branch);
}
