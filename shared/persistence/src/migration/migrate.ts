import { DataSource } from 'typeorm';

import { ensureRoles } from '../roles';
import type { DatabaseDefinition } from '../subgraph-database';
import { ensureYearPartitions } from './year-partitions';

export interface MigrateOptions {
  /** Connection of the owner of the database: a superuser, or a role with CREATEROLE that owns the database. */
  readonly ownerUrl: string;
  /** Password of the subgraphs' login roles. */
  readonly rolePassword: string;
  /** Years whose partitions must exist afterwards. */
  readonly years: { readonly from: number; readonly to: number };
}

/** Brings one subgraph's schema up to date: roles, migrations, partitions. Safe to repeat at every start. */
export async function migrate(definition: DatabaseDefinition, options: MigrateOptions): Promise<void> {
  const { schema } = definition;
  const owner = new DataSource({
    type: 'postgres',
    url: options.ownerUrl,
    schema,
    migrations: [...definition.migrations] as [],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    installExtensions: false,
    poolSize: 2,
    applicationName: `hub-migrate-${schema}`,
  });
  await owner.initialize();
  try {
    await ensureRoles(owner, schema, options.rolePassword);
    await owner.runMigrations();
    await ensureYearPartitions(owner, schema, options.years);
  } finally {
    await owner.destroy();
  }
}

/** The same server and database under a subgraph's own login role. */
export function roleUrl(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.toString();
}
