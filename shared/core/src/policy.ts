import { type Actor, isPerson, isService, isSystem, type PersonActor, type ReaderActor, type Role } from './actor';
import { defineErrors } from './errors';
import type { Id } from './ids';

const policyError = defineErrors({
  /** Thrown when no grant of the verb names the role of the acting post, or the system actor. */
  ROLE_NOT_ALLOWED: { kind: 'FORBIDDEN', message: '当前岗位无权执行此操作。' },
  /** Thrown when the role may act, but not on this committee, unit or person. */
  OUTSIDE_SCOPE: { kind: 'FORBIDDEN', message: '该对象不在当前岗位的工作范围内。' },
});

/** How far a grant reaches, seen from the acting post. */
export type Reach =
  /** Everything of the actor's work committee. */
  | 'COMMITTEE'
  /** What belongs to the organisation of the post and to those below it; at the work committee, everything. */
  | 'SUBTREE'
  /** What belongs to the unit in which the post is held. */
  | 'OWN_UNIT'
  /** What the actor's own account made. */
  | 'OWN';

/** Which service tokens a grant names: any, or only those for the whole committee. */
export type ServiceReach = 'SUBTREE' | 'COMMITTEE';

/**
 * One line of a policy: these roles may, this far; or these named system actors may, within their committee; or service
 * tokens may. What is granted to roles is granted to no token: a policy says it of its own accord, and of reading only.
 */
export type Grant =
  | { readonly roles: readonly Role[]; readonly reach: Reach }
  | { readonly systems: readonly string[] }
  | { readonly services: ServiceReach };

/** What the verb is done to. Fields that no grant of the verb asks for may stay out. */
export interface PolicyTarget {
  readonly committeeId: Id;
  readonly unitId?: Id | null;
  /** The organisation it belongs to and all above it. */
  readonly affiliationPath?: readonly Id[] | null;
  readonly ownerAccountId?: Id | null;
}

export interface Policy<Verb extends string> {
  /** The table itself, so that it can be printed and tested against every role. */
  readonly grants: Readonly<Record<Verb, readonly Grant[]>>;
  may(actor: Actor, verb: Verb, target: PolicyTarget): boolean;
  /** Throws ROLE_NOT_ALLOWED or OUTSIDE_SCOPE. */
  assertMay(actor: Actor, verb: Verb, target: PolicyTarget): void;
  /** How far the verb reaches for the actor: the widest of its grants, which lists are read by; null when none names it. */
  reachOf(actor: Actor, verb: Verb): Reach | null;
  /** Whether any grant of the verb names the actor, whatever the target is. */
  names(actor: Actor, verb: Verb): boolean;
}

/** A policy is data: verbs by roles by reach. What is not granted is refused. */
export function definePolicy<Verb extends string>(grants: Readonly<Record<Verb, readonly Grant[]>>): Policy<Verb> {
  const may = (actor: Actor, verb: Verb, target: PolicyTarget): boolean =>
    grants[verb].some((grant) => names(grant, actor) && reaches(grant, actor, target));
  const named = (actor: Actor, verb: Verb): boolean => grants[verb].some((grant) => names(grant, actor));
  return {
    grants,
    may,
    names: named,
    assertMay(actor, verb, target) {
      if (!may(actor, verb, target))
        throw policyError(named(actor, verb) ? 'OUTSIDE_SCOPE' : 'ROLE_NOT_ALLOWED', { verb });
    },
    reachOf(actor, verb) {
      const granted = grants[verb].filter((grant) => names(grant, actor)).map((grant) => reachOfGrant(grant, actor));
      return WIDEST_FIRST.find((reach) => granted.includes(reach)) ?? null;
    },
  };
}

const WIDEST_FIRST: readonly Reach[] = ['COMMITTEE', 'SUBTREE', 'OWN_UNIT', 'OWN'];

function reachOfGrant(grant: Grant, actor: Actor): Reach | null {
  if ('systems' in grant) return 'COMMITTEE';
  const reach = 'services' in grant ? grant.services : grant.reach;
  if (actor.side === 'office') return reach === 'SUBTREE' ? 'COMMITTEE' : reach;
  // A token of a subtree is named, and reaches nothing of what is the committee's.
  return 'services' in grant && reach === 'COMMITTEE' ? null : reach;
}

function names(grant: Grant, actor: Actor): boolean {
  if ('systems' in grant) return isSystem(actor) && grant.systems.includes(actor.name);
  if ('services' in grant) return isService(actor);
  return isPerson(actor) && grant.roles.includes(actor.role);
}

function reaches(grant: Grant, actor: Actor, target: PolicyTarget): boolean {
  if (actor.committeeId !== target.committeeId) return false;
  if ('systems' in grant) return true;
  if ('services' in grant) {
    return isService(actor) && (actor.side === 'office' || (grant.services === 'SUBTREE' && liesBelow(actor, target)));
  }
  return isPerson(actor) && personReaches(grant.reach, actor, target);
}

function personReaches(reach: Reach, actor: PersonActor, target: PolicyTarget): boolean {
  switch (reach) {
    case 'COMMITTEE':
      return true;
    case 'SUBTREE':
      return actor.side === 'office' || liesBelow(actor, target);
    case 'OWN_UNIT':
      return target.unitId === actor.unitId;
    case 'OWN':
      return target.ownerAccountId === actor.accountId;
  }
}

function liesBelow({ organizationId }: ReaderActor, { affiliationPath }: PolicyTarget): boolean {
  return organizationId !== null && (affiliationPath ?? []).includes(organizationId);
}
