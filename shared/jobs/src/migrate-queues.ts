import { changeRoles } from '@hub/persistence';
import { runMigrations } from 'bullmq';
import { Client } from 'pg';

import { QUEUE_SCHEMA } from './postgres-backend';

/** The login of the queues: all queues, and nothing else in the database. */
export const QUEUE_ROLE = 'hub_queue';

/** Brings the tables of the Postgres queues up to date and lets the queue role use them. Safe to repeat. */
export async function migrateQueues(ownerUrl: string, rolePassword: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl, application_name: 'hub-migrate-queues' });
  await owner.connect();
  try {
    await runMigrations(owner, QUEUE_SCHEMA);
    const statements = grantStatements(owner.escapeLiteral(rolePassword)).join(';');
    await changeRoles(() => owner.query(statements));
  } finally {
    await owner.end();
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
