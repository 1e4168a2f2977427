import type { CalendarContent, calendarChanged, EventPayload, LadderContent, laddersChanged } from '@hub/contracts';
import { composeWorkingTime, type WorkingTime } from '@hub/core';

import type { ReadTransaction, Transaction } from '../transaction';

/** What a committee's clocks run by, and what they do: a snapshot of each as a whole. */
export interface TimeRulesContent {
  readonly CALENDAR: CalendarContent;
  readonly LADDERS: LadderContent;
}

export type TimeRulesTopic = keyof TimeRulesContent;

/** The snapshot and its revision; null where the committee never changed what the hub carries. */
export async function timeRulesOf<Topic extends TimeRulesTopic>(
  tx: ReadTransaction,
  schema: string,
  topic: Topic,
): Promise<{ readonly revision: number; readonly content: TimeRulesContent[Topic] } | null> {
  const [row] = await tx.query<{ readonly revision: number; readonly content: TimeRulesContent[Topic] }>(
    `select revision, content from ${schema}.time_rules where committee_id = $1 and topic = $2`,
    [tx.committeeId, topic],
  );
  return row ?? null;
}

/** Keeps the newest snapshot and ignores an older one; whether it was newer. */
export async function keepTimeRules<Topic extends TimeRulesTopic>(
  tx: Transaction,
  schema: string,
  topic: Topic,
  { revision, content }: { readonly revision: number; readonly content: TimeRulesContent[Topic] },
): Promise<boolean> {
  await lockTimeRules(tx, schema);
  const kept = await tx.execute(
    `insert into ${schema}.time_rules as t (committee_id, topic, revision, content) values ($1, $2, $3, $4::jsonb)
     on conflict (committee_id, topic) do update
       set revision = excluded.revision, content = excluded.content, recount_after = null
       where t.revision < excluded.revision`,
    [tx.committeeId, topic, revision, JSON.stringify(content)],
  );
  return kept > 0;
}

/**
 * A change of the rules waits for acts that set deadlines by the old ones and have not committed: its recount finds all of
 * them. Whoever locks the row as well locks this first.
 */
export async function lockTimeRules(tx: Transaction, schema: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [lockName(tx, schema)]);
}

const lockName = ({ committeeId }: ReadTransaction, schema: string): string => `${schema}.time-rules:${committeeId}`;

export async function applyCalendarChanged(
  tx: Transaction,
  schema: string,
  change: EventPayload<typeof calendarChanged>,
): Promise<void> {
  await keepTimeRules(tx, schema, 'CALENDAR', change);
}

export async function applyLaddersChanged(
  tx: Transaction,
  schema: string,
  change: EventPayload<typeof laddersChanged>,
): Promise<void> {
  await keepTimeRules(tx, schema, 'LADDERS', change);
}

/** Composed once for equal content, whichever committee has it: committees of one hub are few, and so are their changes. */
const composed = new Map<string, WorkingTime>();
const KEPT = 64;

/**
 * The days and hours that clocks of the committee run by, as this transaction sees them. What is kept in memory goes by a
 * digest of the content and not by its revision: a revision that is rolled back comes again with other content. Whoever
 * may set a deadline by them keeps a change of them waiting until he has committed.
 */
export async function workingTimeOf(tx: ReadTransaction | Transaction, schema: string): Promise<WorkingTime> {
  if ('execute' in tx) {
    // A statement of its own: the next one sees what a change that was waited for has committed.
    await tx.query('select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [lockName(tx, schema)]);
  }
  const [row] = await tx.query<{ readonly digest: string; readonly content: CalendarContent | null }>(
    `select md5(content::text) as digest,
            case when md5(content::text) = any($2::text[]) then null else content end as content
     from ${schema}.time_rules where committee_id = $1 and topic = 'CALENDAR'`,
    [tx.committeeId, [...composed.keys()]],
  );
  const digest = row?.digest ?? '';
  const known = composed.get(digest);
  if (known !== undefined) return known;
  const time = composeWorkingTime(row?.content ?? undefined);
  const [oldest] = composed.keys();
  if (composed.size >= KEPT && oldest !== undefined) composed.delete(oldest);
  composed.set(digest, time);
  return time;
}
