import { sideRole } from '../roles';
import { EVERY_ROW, IN_COMMITTEE, OWN_ACCOUNT, secureTable } from './row-security';

/**
 * The tables every subgraph has in its own schema: outbox, processed events, audit, kept answers.
 * Outbox and audit grow without end, so they are cut by year on their uuidv7.
 */
export function kernelTables(schema: string): string[] {
  return [
    `create table ${schema}.outbox (
       committee_id uuid not null, id uuid not null,
       event text not null, version int not null, aggregate_id uuid not null, payload jsonb not null,
       created_at timestamptz(3) not null, published_at timestamptz(3),
       attempts int not null default 0, parked_at timestamptz(3), error text,
       primary key (committee_id, id)
     ) partition by range (id)`,
    `create index outbox_waiting on ${schema}.outbox (id) where published_at is null and parked_at is null`,
    ...secureTable(schema, 'outbox', {
      office: { grant: 'insert', rows: IN_COMMITTEE },
      unit: { grant: 'insert', rows: IN_COMMITTEE },
      system: { grant: 'select, insert, update, delete', rows: EVERY_ROW },
    }),

    `create table ${schema}.processed_event (
       committee_id uuid not null, event_id uuid not null, handler text not null,
       processed_at timestamptz(3) not null,
       primary key (committee_id, event_id, handler)
     )`,
    ...secureTable(schema, 'processed_event', {
      system: { grant: 'select, insert, delete', rows: IN_COMMITTEE },
    }),

    `create table ${schema}.audit (
       committee_id uuid not null, id uuid not null,
       at timestamptz(3) not null, request_id text not null,
       actor_name text not null, account_id uuid, post_id uuid, unit_id uuid,
       action text not null, object_type text not null, object_id uuid not null,
       before jsonb, after jsonb,
       primary key (committee_id, id)
     ) partition by range (id)`,
    `create index audit_object on ${schema}.audit (committee_id, object_id, id)`,
    ...secureTable(schema, 'audit', {
      office: { grant: 'select, insert', rows: IN_COMMITTEE },
      unit: { grant: 'insert', rows: IN_COMMITTEE },
      system: { grant: 'select, insert', rows: IN_COMMITTEE },
    }),

    `create table ${schema}.idempotency_key (
       committee_id uuid not null, account_id uuid not null, key text not null check (length(key) <= 256),
       input_digest bytea not null, answer jsonb, created_at timestamptz(3) not null,
       primary key (committee_id, account_id, key)
     )`,
    `create index idempotency_key_age on ${schema}.idempotency_key (created_at)`,
    ...secureTable(schema, 'idempotency_key', {
      office: { grant: 'select, insert, update', rows: OWN_ACCOUNT },
      unit: { grant: 'select, insert, update', rows: OWN_ACCOUNT },
      system: { grant: 'select, delete', rows: EVERY_ROW },
    }),
  ];
}

/**
 * What the system's side was once given of the kernel and no work of it needs: the relay marks and never removes, and
 * nothing clears kept answers or notes processed events yet. A job that comes to need it grants it again.
 */
export function narrowKernelForSystem(schema: string): string[] {
  const system = sideRole(schema, 'system');
  return [
    `revoke delete on ${schema}.outbox from ${system}`,
    `revoke all on ${schema}.processed_event, ${schema}.idempotency_key from ${system}`,
  ];
}
