import { sideRole } from '../roles';
import { EVERY_ROW, IN_COMMITTEE, secureTable, type TableAccess } from './row-security';

/** Who writes the row: the office under its policy where the rules are kept, the system where they are a projection. */
export type TimeRulesKeeper = 'office' | 'system';

/**
 * Calendar and ladders of a committee as their home told them last, one row each. Clocks run for everybody, so every
 * side of the committee reads it.
 */
export function timeRulesTable(schema: string, keeper: TimeRulesKeeper): string[] {
  const readable = { grant: 'select', rows: IN_COMMITTEE };
  const kept = { grant: 'select, insert, update', rows: IN_COMMITTEE };
  const access: TableAccess =
    keeper === 'office' ? { office: kept, unit: readable } : { office: readable, unit: readable, system: kept };
  return [
    `create table ${schema}.time_rules (
       committee_id uuid not null, topic text not null check (topic in ('CALENDAR', 'LADDERS')),
       revision int not null, content jsonb not null,
       primary key (committee_id, topic)
     )`,
    ...secureTable(schema, 'time_rules', access),
  ];
}

/** How far the deadlines of the schema have been recounted by the calendar. A sweep asks it of all committees at once. */
export function recountColumns(schema: string, keeper: TimeRulesKeeper): string[] {
  const system = sideRole(schema, 'system');
  return [
    `alter table ${schema}.time_rules add column recounted_revision int not null default 0, add column recount_after text`,
    ...(keeper === 'office'
      ? [`grant select, update (recounted_revision, recount_after) on ${schema}.time_rules to ${system}`]
      : []),
    `drop policy if exists time_rules_system on ${schema}.time_rules`,
    `create policy time_rules_system on ${schema}.time_rules for all to ${system}
       using (${EVERY_ROW}) with check (${IN_COMMITTEE})`,
  ];
}
