import type { Actor, PersonActor, Role } from '@hub/core';
import type { SubgraphSettings } from '@hub/graphql';
import type { OrganizationContext } from '@hub/organization';
import type { GraphQLFormattedError } from 'graphql';

import { seedOrganization } from '../../../infra/seed/organization';
import { createTestWorld, personActor, systemActor, type TestWorld } from '../../support';

export interface SeededUnit {
  readonly unitId: string;
  readonly unitVersion: number;
  readonly organizationId: string;
  readonly organizationVersion: number;
  readonly name: string;
}

export interface SeededGroup {
  readonly group_id: string;
  readonly version: number;
  readonly organization_ids: string[];
}

/** A world with the demo committee and people of it. */
export interface OrganizationWorld {
  readonly world: TestWorld;
  readonly committeeId: string;
  /** 三员: 系统管理员, 安全管理员, 审计管理员. */
  readonly admin: PersonActor;
  readonly security: PersonActor;
  readonly auditor: PersonActor;
  /** The unit at a place of the protocol order, with the organisation that receives its documents. */
  unitAt(protocolOrder: number): Promise<SeededUnit>;
  /** A unit whose addressee is of that kind; the seat of the work committee stays out. */
  unitWith(kind: string, place?: number): Promise<SeededUnit>;
  /** A recipient group with its present members. */
  groupNamed(name: string): Promise<SeededGroup>;
  /** Payload of the newest event of that name about an object. */
  lastEvent(event: string, objectId: string): Promise<Record<string, unknown> | undefined>;
  /** A person acting for that unit. */
  personOf(unit: SeededUnit, role?: Role): Promise<PersonActor>;
  /** The work committee, or another organisation found by its name. */
  organizationNamed(name: string): Promise<{ organizationId: string; version: number; path: string[] }>;
  ask<Data = Record<string, never>>(actor: Actor | null, query: string, variables?: object): Promise<Data>;
  /** The reason of the refusal; fails when the operation goes through. */
  refusal(actor: Actor | null, query: string, variables?: object): Promise<unknown>;
  rows<Row = Record<string, unknown>>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Rows of every table, to see that a refused act left nothing behind. */
  fingerprint(): Promise<string>;
}

export const WORK_COMMITTEE = '中共焦作市委市直机关工作委员会';

/** A decision that fits the demo's dates. */
export const DECISION = { effectiveOn: '2020-10-12', decisionNumber: '焦编〔2020〕8号', decisionOn: '2020-10-09' };

export async function createOrganizationWorld(settings: Partial<SubgraphSettings> = {}): Promise<OrganizationWorld> {
  const world = await createTestWorld({ subgraphs: ['organization'], settings });
  const seedContext = world.context<OrganizationContext['deps']>('organization', systemActor(world.ids.next()));
  const { committeeId } = await seedOrganization(seedContext);
  const rows = <Row>(sql: string, parameters: readonly unknown[] = []) => world.database.query<Row>(sql, parameters);
  const execute = (actor: Actor | null, query: string, variables: object = {}) =>
    world.graphql('organization', actor, query, { ...variables });
  const admin = await actorOf(rows, committeeId, 'admin');
  const security = await actorOf(rows, committeeId, 'security');
  const auditor = await actorOf(rows, committeeId, 'auditor');
  return {
    world,
    committeeId,
    admin,
    security,
    auditor,
    rows,
    unitAt: (protocolOrder) => unitAt(rows, protocolOrder),
    unitWith: (kind, place = 0) => unitWith(rows, kind, place),
    groupNamed: (name) => groupNamed(rows, name),
    lastEvent: (event, objectId) => lastEvent(rows, event, objectId),
    personOf: async (unit, role = 'UNIT_CLERK') => {
      const { organizationId, unitId } = unit;
      return personActor(role, { committeeId, organizationId, unitId });
    },
    organizationNamed: async (name) => {
      const [found] = await rows<{ organizationId: string; version: number; path: string[] }>(
        `select organization_id as "organizationId", version, affiliation_path as path
         from organization.organization where name = $1`,
        [name],
      );
      if (!found) throw new Error(`the seed has no ${name}`);
      return found;
    },
    ask: async <Data>(actor: Actor | null, query: string, variables?: object) => {
      const { data, errors } = await execute(actor, query, variables);
      if (errors) throw new Error(`${query}\n${JSON.stringify(errors, null, 2)}\n${String(world.faults)}`);
      return data as Data;
    },
    refusal: async (actor, query, variables) => {
      const { errors } = await execute(actor, query, variables);
      return reasonOf(errors);
    },
    fingerprint: () => fingerprint(rows),
  };
}

const reasonOf = (errors: readonly GraphQLFormattedError[] | undefined): unknown => errors?.[0]?.extensions?.reason;

type Rows = OrganizationWorld['rows'];

async function unitAt(rows: Rows, protocolOrder: number): Promise<SeededUnit> {
  const [found] = await rows<SeededUnit>(
    `select u.unit_id as "unitId", u.version as "unitVersion", o.organization_id as "organizationId",
            o.version as "organizationVersion", u.name
     from organization.unit u
     join organization.organization o on o.unit_id = u.unit_id and cardinality(o.affiliation_path) = 2
     where u.protocol_order = $1 and u.status = 'ACTIVE'`,
    [protocolOrder],
  );
  if (!found) throw new Error(`the seed has no unit at ${protocolOrder}`);
  return found;
}

async function unitWith(rows: Rows, kind: string, place: number): Promise<SeededUnit> {
  const [row] = await rows<{ protocol_order: number }>(
    `select u.protocol_order from organization.unit u join organization.organization o using (committee_id, unit_id)
     where o.kind = $1 and cardinality(o.affiliation_path) = 2 and o.status = 'ACTIVE' and u.protocol_order <> 10
     order by u.protocol_order offset $2 limit 1`,
    [kind, place],
  );
  return unitAt(rows, row?.protocol_order ?? 0);
}

async function groupNamed(rows: Rows, name: string): Promise<SeededGroup> {
  const [group] = await rows<SeededGroup>(
    `select group_id, version, organization_ids from organization.recipient_group
     join organization.recipient_group_version using (committee_id, group_id, version) where name = $1`,
    [name],
  );
  if (!group) throw new Error(`no group ${name}`);
  return group;
}

async function lastEvent(rows: Rows, event: string, objectId: string): Promise<Record<string, unknown> | undefined> {
  const [row] = await rows<{ payload: Record<string, unknown> }>(
    'select payload from organization.outbox where event = $1 and aggregate_id = $2 order by id desc limit 1',
    [event, objectId],
  );
  return row?.payload;
}

async function actorOf(rows: Rows, committeeId: string, loginName: string): Promise<PersonActor> {
  const [post] = await rows<Pick<PersonActor, 'accountId' | 'postId' | 'role' | 'organizationId' | 'unitId'>>(
    `select p.account_id as "accountId", p.post_id as "postId", p.role, p.organization_id as "organizationId",
            p.unit_id as "unitId"
     from organization.post p join organization.account a using (committee_id, account_id) where a.login_name = $1`,
    [loginName],
  );
  if (!post) throw new Error(`the seed has no ${loginName}`);
  return personActor(post.role, { committeeId, ...post });
}

const TABLES = [
  'unit',
  'unit_name',
  'organization',
  'structure_event',
  'section',
  'term',
  'kept_deadline',
  'deadline_move',
  'zone',
  'zone_unit',
  'contact_point',
  'recipient_group',
  'recipient_group_version',
  'account',
  'post',
  'session',
  'member',
  'sensitive_read',
  'second_factor',
  'used_password',
  'time_rules',
  'duty_roster',
  'duty_shift',
  'inbox_notice',
  'notice_preference',
  'standing_post',
  'outbox',
  'audit',
];

async function fingerprint(rows: Rows): Promise<string> {
  const digests: string[] = [];
  for (const table of TABLES) {
    const [row] = await rows<{ digest: string }>(
      `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from organization.${table} t`,
    );
    digests.push(`${table}:${row?.digest}`);
  }
  return digests.join('\n');
}
