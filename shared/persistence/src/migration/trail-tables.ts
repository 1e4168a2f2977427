import { SIDES, sideRole } from '../roles';
import { NO_PART } from '../trail/act';
import { ADMINISTRATION_CLOSED, EVERY_ROW, IN_COMMITTEE, IN_UNITS, secureTable } from './row-security';

/** Nobody who keeps the hub, and no program, reads what people do in it: what they may see is shown to them masked. */
const FOR_PEOPLE_AT_WORK = `${IN_COMMITTEE}
  and (select coalesce(current_setting('hub.service', true), '')) = ''
  and ${ADMINISTRATION_CLOSED}`;

/**
 * Makes the trail of a subgraph a chain: each act has a place among the acts on its object and a seal over all before it.
 * Acts of before have neither.
 */
export function trailTables(schema: string): string[] {
  return [
    `alter table ${schema}.audit
       add column part_id uuid not null default '${NO_PART}',
       add column delegation_id uuid,
       add column position bigint check (position >= 1),
       add column seal bytea check (length(seal) = 32),
       add check ((position is null) = (seal is null))`,
    `create index audit_chain
       on ${schema}.audit (committee_id, object_id, object_type, part_id, position, id)`,
    `drop index ${schema}.audit_object`,

    // The ends of the chains: an act locks the one it continues.
    `create table ${schema}.audit_head (
       committee_id uuid not null, object_id uuid not null, object_type text not null, part_id uuid not null,
       position bigint not null check (position >= 1), seal bytea not null check (length(seal) = 32),
       primary key (committee_id, object_id, object_type, part_id)
     ) with (fillfactor = 80)`,
    ...secureTable(schema, 'audit_head', {
      office: { grant: 'select, insert, update', rows: IN_COMMITTEE },
      unit: { grant: 'select, insert, update', rows: IN_COMMITTEE },
      system: { grant: 'select, insert, update', rows: EVERY_ROW, check: IN_COMMITTEE },
    }),

    // Verification reads every committee's acts; a unit's people read what was done under its posts.
    ...SIDES.map((side) => `drop policy audit_${side} on ${schema}.audit`),
    ...secureTable(schema, 'audit', {
      office: { grant: 'select, insert', rows: IN_COMMITTEE },
      unit: { grant: 'select, insert', rows: IN_UNITS, check: IN_COMMITTEE },
      system: { grant: 'select, insert', rows: EVERY_ROW, check: IN_COMMITTEE },
    }),
    ...(['office', 'unit'] as const).map(
      (side) => `create policy audit_${side}_people on ${schema}.audit as restrictive for select
         to ${sideRole(schema, side)} using (${FOR_PEOPLE_AT_WORK})`,
    ),
  ];
}
