import type { DataSource } from 'typeorm';

/** Database roles of a subgraph: the login role owns nothing and may only become one of three sides. */
export const SIDES = ['office', 'unit', 'system'] as const;

export type Side = (typeof SIDES)[number];

export const loginRole = (schema: string): string => `hub_${schema}`;

export const sideRole = (schema: string, side: Side): string => `${loginRole(schema)}_${side}`;

const identifier = /^[a-z_]+$/;

/** Roles live in the cluster, not in a database: two migrations at once must not trip over each other. */
const ROLE_LOCK = 7_205_759_403;

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
    end $$;`;
  await owner.transaction(async (manager) => {
    await manager.query('select pg_advisory_xact_lock($1)', [ROLE_LOCK]);
    await manager.query(`create schema if not exists ${schema}`);
    await manager.query(createRole(login, 'login noinherit nobypassrls'));
    await manager.query(`alter role ${login} with password '${secret}'`);
    await manager.query(`grant usage on schema ${schema} to ${login}`);
    for (const side of SIDES) {
      const role = sideRole(schema, side);
      await manager.query(createRole(role, 'nologin nobypassrls'));
      await manager.query(`grant ${role} to ${login} with inherit false, set true`);
      await manager.query(`grant usage on schema ${schema} to ${role}`);
    }
  });
}
