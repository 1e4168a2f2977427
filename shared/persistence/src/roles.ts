import type { DataSource } from 'typeorm';

/** Database roles of a subgraph: the login role owns nothing and may only become one of three sides. */
export const SIDES = ['office', 'unit', 'system'] as const;

export type Side = (typeof SIDES)[number];

export const loginRole = (schema: string): string => `hub_${schema}`;

export const sideRole = (schema: string, side: Side): string => `${loginRole(schema)}_${side}`;

const identifier = /^[a-z_]+$/;

/** What Postgres says when two sessions alter one role at once. */
const CONCURRENT_UPDATE = 'tuple concurrently updated';
const ATTEMPTS = 10;

/**
 * Runs a change of roles that can be repeated. Roles live in the cluster and advisory locks in one database, so that
 * migrations of two databases can only try again.
 */
export async function changeRoles(change: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await change();
      return;
    } catch (error) {
      const rival = error instanceof Error && error.message.includes(CONCURRENT_UPDATE);
      if (!rival || attempt === ATTEMPTS) throw error;
    }
  }
}

/**
 * Creates or refreshes the roles of one subgraph. Run as the owner of the database, before its migrations.
 * The statements are built from checked constants, since DDL takes no parameters.
 */
export async function ensureRoles(owner: DataSource, schema: string, password: string): Promise<void> {
  if (!identifier.test(schema)) throw new Error(`not a schema name: ${schema}`);
  const login = loginRole(schema);
  const secret = password.replaceAll("'", "''");
  const createRole = (name: string, options: string): string => `
    do $$ begin
      if not exists (select from pg_roles where rolname = '${name}') then create role ${name} ${options}; end if;
    end $$`;
  const statements = [
    `create schema if not exists ${schema}`,
    createRole(login, 'login noinherit nobypassrls'),
    `alter role ${login} with password '${secret}'`,
    `grant usage on schema ${schema} to ${login}`,
    ...SIDES.map((side) => sideRole(schema, side)).flatMap((role) => [
      createRole(role, 'nologin nobypassrls'),
      `grant ${role} to ${login} with inherit false, set true`,
      `grant usage on schema ${schema} to ${role}`,
    ]),
  ];
  await changeRoles(() =>
    owner.transaction(async (manager) => {
      for (const statement of statements) await manager.query(statement);
    }),
  );
}
