import { loginRole } from '../roles';
import { IN_COMMITTEE, secureTable } from './row-security';

/**
 * The local projection of units, organisations and groups that every subgraph but `organization` keeps from events,
 * and the function that computes a unit's scope from it.
 */
export function directoryTables(schema: string): string[] {
  const readable = { grant: 'select', rows: IN_COMMITTEE };
  const access = {
    office: readable,
    unit: readable,
    system: { grant: 'select, insert, update', rows: IN_COMMITTEE },
  };
  return [
    `create table ${schema}.directory_unit (
       committee_id uuid not null, unit_id uuid not null,
       name text not null, short_name text, nature text not null, protocol_order int not null, zone_id uuid,
       active boolean not null, version int not null,
       primary key (committee_id, unit_id)
     )`,
    ...secureTable(schema, 'directory_unit', access),

    `create table ${schema}.directory_organization (
       committee_id uuid not null, organization_id uuid not null, unit_id uuid not null,
       name text not null, kind text not null, affiliation_path uuid[] not null, guidance_id uuid,
       active boolean not null, version int not null,
       primary key (committee_id, organization_id)
     )`,
    `create index directory_organization_path on ${schema}.directory_organization using gin (affiliation_path)`,
    ...secureTable(schema, 'directory_organization', access),

    `create table ${schema}.directory_group (
       committee_id uuid not null, group_id uuid not null,
       name text not null, group_version int not null, organization_ids uuid[] not null,
       primary key (committee_id, group_id)
     )`,
    ...secureTable(schema, 'directory_group', access),

    ...scopeFunction(
      schema,
      `select array_agg(distinct o.unit_id) from ${schema}.directory_organization o
       where o.committee_id = committee and o.affiliation_path @> array[root]`,
    ),
  ];
}

/**
 * `scope_units(committee, root)`: ids of the units an actor whose post is held in the organisation `root` may see.
 * Runs as the owner, since the asking login role may read nothing; null root (office, system) has no unit scope.
 */
export function scopeFunction(schema: string, body: string): string[] {
  const signature = `${schema}.scope_units(uuid, uuid)`;
  return [
    `create function ${schema}.scope_units(committee uuid, root uuid) returns uuid[]
       language sql stable security definer set search_path = '' as $$ ${body} $$`,
    `revoke all on function ${signature} from public`,
    `grant execute on function ${signature} to ${loginRole(schema)}`,
  ];
}

/**
 * What `scope_units` looks through is open to whoever owns it, who need not be a superuser and would find no unit, and to
 * nobody else: no role of a subgraph owns a table.
 */
export const scopeOfAnyOwner = (schema: string, table = 'directory_organization'): string[] => [
  `alter table ${schema}.${table} no force row level security`,
];
