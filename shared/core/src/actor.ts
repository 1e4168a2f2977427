import type { Id } from './ids';

/**
 * The side of the hub a post stands on. It decides the database role of the actor's transactions:
 * `office` sees its committee, `unit` the units in its scope, `system` does scheduled work.
 */
export type ActorSide = 'office' | 'unit' | 'system';

/** Roles of posts. One closed set; what each may do stands in the `*.policy.ts` of each subgraph. */
export const ROLES = [
  /** 工委领导: approves for issue. */
  'COMMITTEE_LEADER',
  /** 办公室核稿: checks drafts, rechecks, supervises. */
  'OFFICE_CHECKER',
  /** 登记编号: assigns numbers, issues, archives. */
  'OFFICE_REGISTRAR',
  /** 拟稿 (office or section): drafts. */
  'OFFICE_CLERK',
  /** 系统管理员 of the committee: units, accounts, posts, calendar. Reads no business content. */
  'COMMITTEE_ADMIN',
  /** 安全管理员: administrators' posts, sessions, second factors, inspections. Reads no business content. */
  'SECURITY_ADMIN',
  /** 审计管理员: the trail, with values masked, and the logs of sign-ins and exports. */
  'AUDIT_ADMIN',
  /** 巡察、审计: reads what it was opened for, for as long as it was opened, and changes nothing. */
  'INSPECTOR',
  /** 单位负责人. */
  'UNIT_LEADER',
  /** 单位经办 (党务专干): signs, answers. */
  'UNIT_CLERK',
  /** 单位党费管理员: keeps the unit's dues. */
  'UNIT_TREASURER',
] as const;

export type Role = (typeof ROLES)[number];

/** 三员: they keep the hub and do not work in it (GB/T 22239, DOMAIN 10). Nobody holds two of these, or one beside another role. */
export const ADMINISTRATORS = ['COMMITTEE_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'] as const satisfies readonly Role[];

export type Administrator = (typeof ADMINISTRATORS)[number];

export function isAdministrator(role: Role): role is Administrator {
  return ADMINISTRATORS.some((administrator) => administrator === role);
}

/** 委托: the holder of a post lets another person act under it for some days. */
export interface ActingDelegation {
  readonly delegationId: Id;
  /** The holder of the post, for whom it is done. */
  readonly principalAccountId: Id;
  readonly principalName: string;
}

/** Who acts, under which post. Made by the gateway from the session, never from what a client sends. */
export interface PersonActor {
  readonly side: 'office' | 'unit';
  readonly committeeId: Id;
  readonly accountId: Id;
  readonly sessionId: Id;
  readonly postId: Id;
  readonly role: Role;
  /** The organisation in which the post is held. */
  readonly organizationId: Id;
  /** The unit that owns that organisation; for the office, the work committee's own unit. */
  readonly unitId: Id;
  /** 部室 of the post; null for a post of the organisation itself. */
  readonly sectionId: Id | null;
  /** 姓名 as it is written into receipts and opinions; under a delegation it names both, as `nameUnder` does. */
  readonly displayName: string;
  /** 岗位名称 as it is written into receipts and opinions. */
  readonly postTitle: string;
  /** Whose post it is, when it is another person's; null under a post of one's own. */
  readonly delegation: ActingDelegation | null;
}

/** 「李四（受张三委托）」: one text that shows both, so that no receipt, opinion or log can show one without the other. */
export function nameUnder(delegation: ActingDelegation | null, ownName: string): string {
  return delegation === null ? ownName : `${ownName}（受${delegation.principalName}委托）`;
}

/** Scheduled work, named: `outbox-relay`, `projection`. */
export interface SystemActor {
  readonly side: 'system';
  readonly committeeId: Id;
  readonly name: string;
}

/**
 * A program that reads: a dashboard, a scheduled export. It acts under a service token, runs the trusted documents it was
 * given and never writes. It stands on the office's side for the whole committee, on the units' side for a subtree.
 */
export interface ServiceActor {
  readonly side: 'office' | 'unit';
  readonly committeeId: Id;
  readonly serviceTokenId: Id;
  /** What the token is called, for logs. */
  readonly name: string;
  /** The organisation whose subtree it reads; null for the whole committee. */
  readonly organizationId: Id | null;
  /** Names or ids of the trusted documents it may run. */
  readonly documents: readonly string[];
}

/** Who reads what is kept for people: the office, a unit, or a program with a part of their sight. */
export type ReaderActor = PersonActor | ServiceActor;

/** The committee of system work that is for none: finding one at sign-in, carrying the events of all. */
export const NO_COMMITTEE: Id = '00000000-0000-0000-0000-000000000000';

export type Actor = PersonActor | ServiceActor | SystemActor;

/** What nobody but a person may do asks this: signing, answering, changing anything. */
export function isPerson(actor: Actor): actor is PersonActor {
  return 'accountId' in actor;
}

export function isService(actor: Actor): actor is ServiceActor {
  return 'serviceTokenId' in actor;
}

export function isSystem(actor: Actor): actor is SystemActor {
  return actor.side === 'system';
}

/** The name under which logs and the audit trail know the actor. */
export const actorName = (actor: Actor): string => (isPerson(actor) ? actor.displayName : actor.name);
