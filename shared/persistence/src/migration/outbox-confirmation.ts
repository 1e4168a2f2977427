import { beneathRowSecurity } from './row-security';

/**
 * Lets the relay see each event to its end: it is handed over (`published_at`) and later confirmed, when all who listen
 * have done their jobs. The two indexes of what is under way have no row in common.
 */
export function outboxConfirmation(schema: string): string[] {
  const outbox = `${schema}.outbox`;
  return [
    `alter table ${outbox} add column confirmed_at timestamptz(3)`,
    // Nobody watched over them, and their jobs are long forgotten: unmarked, all of them would be handed over again.
    ...beneathRowSecurity(
      schema,
      ['outbox'],
      [`update ${outbox} set confirmed_at = published_at where published_at is not null`],
    ),
    `create index outbox_unconfirmed on ${outbox} (id)
     where published_at is not null and confirmed_at is null and parked_at is null`,
  ];
}

/** Parked events are few among all that ever were; whoever asks for them reads no others. */
export function parkedIndex(schema: string): string[] {
  return [`create index outbox_parked on ${schema}.outbox (id) where parked_at is not null`];
}
