import type { TestDatabase } from '../../support';
import type { Clock, Clocks } from './clocks';
import type { Persons } from './committee';
import { type Findings, findingsOf } from './findings';
import { entriesOf, noticesOf, parkedEvents, remindersOf, type UnderWay } from './kept';
import type { OutsideFindings } from './outside';

/** What a run did, and what it found. */
export interface FaultReport {
  readonly seed: number;
  /** By what was struck. */
  readonly struck: Readonly<Record<string, number>>;
  readonly acts: Readonly<Record<string, number>>;
  readonly receipts: number;
  readonly clocks: number;
  readonly entries: number;
  readonly notices: number;
  readonly inboxes: number;
  readonly findings: Findings;
  readonly outside: OutsideFindings;
  /** Clocks that were reminded of after they had been stopped. */
  readonly afterDone: readonly string[];
  /** What had not arrived when nothing moved any more. */
  readonly stuck: UnderWay | null;
  readonly parked: readonly string[];
  /** Workers that ended although nobody killed them: a database that is away lets none begin. */
  readonly fell: number;
}

/** A clock that was stopped, and the reminders it had by then. */
export interface StoppedClock {
  readonly clock: Clock;
  readonly reminders: number;
}

export interface Lived {
  readonly clocks: Clocks;
  readonly stopped: readonly StoppedClock[];
  readonly persons: Persons;
}

type Judged = Pick<FaultReport, 'clocks' | 'entries' | 'notices' | 'inboxes' | 'findings' | 'afterDone' | 'parked'>;

/** Holds what the hub kept against what people lived through. */
export async function judge(database: TestDatabase, { clocks, stopped, persons }: Lived): Promise<Judged> {
  const entries = await entriesOf(database);
  const notices = await noticesOf(database);
  const parked = await parkedEvents(database);
  const reminders = await remindersOf(
    database,
    stopped.map(({ clock }) => clock),
  );
  const late = stopped.filter((each, index) => each.reminders !== reminders[index]);
  return {
    clocks: clocks.all.length,
    entries: entries.length,
    notices: notices.length,
    inboxes: notices.reduce((sum, { accountIds }) => sum + accountIds.length, 0),
    findings: findingsOf(clocks, persons, { entries, notices }),
    afterDone: late.map(({ clock }) => `${clock.receiptId} ${clock.obligation}`),
    parked: parked.map(({ event, error }) => `${event}: ${error}`),
  };
}
