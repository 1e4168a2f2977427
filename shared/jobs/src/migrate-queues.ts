import { runMigrations } from 'bullmq';
import { Client } from 'pg';

import { QUEUE_SCHEMA } from './postgres-backend';

/** The login of the queues: all queues, and nothing else in the database. */
export const QUEUE_ROLE = 'hub_queue';

/** What Postgres says when two sessions alter one role at once. */
const CONCURRENT_UPDATE = 'tuple concurrently updated';
const ATTEMPTS = 10;

/** Brings the tables of the Postgres queues up to date and lets the queue role use them. Safe to repeat. */
export async function migrateQueues(ownerUrl: string, rolePassword: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl, application_name: 'hub-migrate-queues' });
  await owner.connect();
  try {
    await runMigrations(owner, QUEUE_SCHEMA);
    await prepareRole(owner, grantStatements(owner.escapeLiteral(rolePassword)));
  } finally {
    await owner.end();
  }
}

/** Roles live in the cluster and advisory locks in one database: migrations of two databases can only try again. */
async function prepareRole(owner: Client, statements: readonly string[]): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await owner.query(statements.join(';'));
      return;
    } catch (error) {
      const rival = error instanceof Error && error.message === CONCURRENT_UPDATE;
      if (!rival || attempt === ATTEMPTS) throw error;
    }
  }
}

/** DDL takes no parameters: everything here is a constant but the password, which comes in escaped. */
function grantStatements(password: string): string[] {
  return [
    `do $$ begin
       if not exists (select from pg_roles where rolname = '${QUEUE_ROLE}') then
         create role ${QUEUE_ROLE} login noinherit nobypassrls;
       end if;
     end $$`,
    `alter role ${QUEUE_ROLE} with password ${password}`,
    // BullMQ makes a sequence for each queue at its first job.
    `grant usage, create on schema ${QUEUE_SCHEMA} to ${QUEUE_ROLE}`,
    `grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to ${QUEUE_ROLE}`,
    `grant usage on all sequences in schema ${QUEUE_SCHEMA} to ${QUEUE_ROLE}`,
    `grant execute on all functions in schema ${QUEUE_SCHEMA} to ${QUEUE_ROLE}`,
  ];
}
