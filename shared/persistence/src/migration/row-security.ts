import { SIDES, type Side, sideRole } from '../roles';

/**
 * The written shapes of row security. Every setting is read through `(select …)`, so that it is evaluated once per
 * statement; `nullif` because a setting reads as '' after the transaction that made it, and '' must see nothing.
 */
export const IN_COMMITTEE = `committee_id = (select nullif(current_setting('hub.committee', true), '')::uuid)`;

/** Rows of the units in the actor's scope. */
export const IN_UNITS = `${IN_COMMITTEE}
  and unit_id = any((select nullif(current_setting('hub.units', true), '')::uuid[])::uuid[])`;

/** Rows of the signed-in account. */
export const OWN_ACCOUNT = `${IN_COMMITTEE}
  and account_id = (select nullif(current_setting('hub.account', true), '')::uuid)`;

/** Rows that lend something to the signed-in account. */
export const TO_OWN_ACCOUNT = `${IN_COMMITTEE}
  and delegate_account_id = (select nullif(current_setting('hub.account', true), '')::uuid)`;

/** Work across committees, for tables that only the system reads: the outbox, the list of committees. */
export const EVERY_ROW = 'true';

export interface SideAccess {
  /** What the side may do at all: `select, insert`. */
  readonly grant: string;
  /** Which rows exist for it; also the check on what it writes, unless `check` says otherwise. */
  readonly rows: string;
  readonly check?: string;
}

export type TableAccess = Readonly<Partial<Record<Side, SideAccess>>>;

/** Grants and policies of one table. A side that is not named has no access at all. */
export function secureTable(schema: string, table: string, access: TableAccess): string[] {
  const name = `${schema}.${table}`;
  const statements = [`alter table ${name} enable row level security`, `alter table ${name} force row level security`];
  for (const side of SIDES) {
    const rule = access[side];
    if (!rule) continue;
    const role = sideRole(schema, side);
    statements.push(
      `grant ${rule.grant} on ${name} to ${role}`,
      `create policy ${table}_${side} on ${name} for all to ${role}
         using (${rule.rows}) with check (${rule.check ?? rule.rows})`,
    );
  }
  return statements;
}

/**
 * Narrows what a table shows of its whole committee to every unit: a program that reads by a service token sees only
 * `rows` of it. Restrictive, so that it takes away and never gives; writing is not in question, since a token never does.
 */
export function narrowForServices(schema: string, table: string, rows: string): string {
  return `create policy ${table}_service on ${schema}.${table} as restrictive for select
    to ${sideRole(schema, 'unit')}
    using ((select coalesce(current_setting('hub.service', true), '')) = '' or (${rows}))`;
}

/** What the setting `hub.duty` says of the 三员: they keep the hub and do not work in it. */
export const ADMINISTRATION = 'ADMINISTRATION';

/** Every row, but none for them. */
export const ADMINISTRATION_CLOSED = `(select coalesce(current_setting('hub.duty', true), '')) <> '${ADMINISTRATION}'`;

/**
 * Closes a table of business content to administrators, whatever a policy of the use cases says. Restrictive, for reading
 * and writing: what one of the 三员 may not see, he cannot change either.
 */
export function closeToAdministrators(schema: string, table: string): string {
  return `create policy ${table}_administration on ${schema}.${table} as restrictive for all
    to ${sideRole(schema, 'office')}, ${sideRole(schema, 'unit')}
    using (${ADMINISTRATION_CLOSED})`;
}

/** Takes a table away from the system's side: none of its named actors has work there. */
export function closeToSystem(schema: string, table: string): string[] {
  const name = `${schema}.${table}`;
  return [`revoke all on ${name} from ${sideRole(schema, 'system')}`, `drop policy ${table}_system on ${name}`];
}

/**
 * Statements of a migration that read or write rows, whoever owns the database: an owner that is no superuser is under forced
 * row security as well, and would see none.
 */
export function beneathRowSecurity(schema: string, tables: readonly string[], statements: readonly string[]): string[] {
  return [
    ...tables.map((table) => `alter table ${schema}.${table} no force row level security`),
    ...statements,
    ...tables.map((table) => `alter table ${schema}.${table} force row level security`),
  ];
}
