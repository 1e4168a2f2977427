import { type Clock, type Clocks, clockKey, dueSteps } from './clocks';
import type { Persons } from './committee';
import type { Entry, KeptNotice } from './kept';

/** What the hub kept, against what people know. Each list is empty in a hub that loses and doubles nothing. */
export interface Findings {
  /** Steps that were due and have no entry; or more than one. */
  readonly missing: readonly string[];
  readonly doubled: readonly string[];
  /** Entries for which no step was due. */
  readonly notDue: readonly string[];
  /** Levels that went out although nobody released them, and first levels that did not. */
  readonly wrongState: readonly string[];
  /** Notices that are not in the inbox of each person they are for, once; and those of no entry. */
  readonly wrongPeople: readonly string[];
  readonly ofNothing: readonly string[];
  /** Notices that are open although their debt was paid or their level decided, or done although it was not. */
  readonly wronglyOpen: readonly string[];
  readonly wronglyDone: readonly string[];
}

interface Kept {
  readonly entries: readonly Entry[];
  readonly notices: readonly KeptNotice[];
}

export function findingsOf(clocks: Clocks, persons: Persons, { entries, notices }: Kept): Findings {
  const byClock = new Map<string, Entry[]>();
  for (const entry of entries) byClock.set(keyOf(entry), [...(byClock.get(keyOf(entry)) ?? []), entry]);
  const noticeOf = new Map(notices.map((notice) => [notice.noticeId, notice]));
  const findings = {
    missing: [] as string[],
    doubled: [] as string[],
    notDue: [] as string[],
    wrongState: [] as string[],
    wrongPeople: [] as string[],
    ofNothing: [] as string[],
    wronglyOpen: [] as string[],
    wronglyDone: [] as string[],
  };
  for (const clock of clocks.all) {
    const key = clockKey(clock);
    const kept = byClock.get(key) ?? [];
    byClock.delete(key);
    judgeSteps(clock, clocks.isRunning(clock), kept, findings);
    for (const entry of kept) {
      const notice = noticeOf.get(entry.noticeId ?? '');
      const isOpen = isProposal(entry) ? entry.state === 'PROPOSED' : !clock.debt.paid;
      judgeNotice(entry, new Set(peopleOf(clock, persons, entry)), isOpen, notice, findings);
    }
  }
  findings.notDue.push(...[...byClock.values()].flat().map(nameOf));
  const ofEntries = new Set(entries.map(({ noticeId }) => noticeId));
  findings.ofNothing.push(...notices.filter(({ noticeId }) => !ofEntries.has(noticeId)).map(({ kind }) => kind));
  return findings;
}

type Collected = { readonly [Name in keyof Findings]: string[] };

const isUrging = ({ step }: Entry): boolean => step.startsWith('URGE');

const isProposal = (entry: Entry): boolean => !isUrging(entry) && entry.level > 0;

function judgeSteps(clock: Clock, isRunning: boolean, kept: readonly Entry[], found: Collected): void {
  const { must, may } = dueSteps(clock);
  const steps = kept.filter((entry) => !isUrging(entry));
  const count = (step: string): number => steps.filter((entry) => entry.step === step).length;
  const name = (step: string): string => `${clockKey(clock)} ${step}`;
  found.missing.push(...must.filter((step) => count(step) === 0).map(name));
  found.doubled.push(...[...new Set(steps.map(({ step }) => step))].filter((step) => count(step) > 1).map(name));
  found.notDue.push(...steps.filter(({ step }) => !may.includes(step)).map(nameOf));
  for (const entry of steps) {
    // Nobody in the run releases a level: it waits for as long as its clock runs.
    const right = isProposal(entry) ? (isRunning ? 'PROPOSED' : 'LAPSED') : 'SENT';
    if (entry.state !== right) found.wrongState.push(`${nameOf(entry)} ${entry.state}`);
  }
  const urged = kept.filter(isUrging).map(({ level }) => level);
  if (String(urged.sort()) !== String([...clock.urged].sort())) {
    (urged.length < clock.urged.length ? found.missing : found.doubled).push(name('URGE'));
  }
}

function judgeNotice(
  entry: Entry,
  meant: ReadonlySet<string>,
  isOpen: boolean,
  notice: KeptNotice | undefined,
  found: Collected,
): void {
  if (notice === undefined || String(notice.accountIds) !== String([...meant].sort())) {
    found.wrongPeople.push(`${nameOf(entry)}: ${notice?.accountIds.length ?? 'no notice'} of ${meant.size}`);
    return;
  }
  if (!isOpen && notice.done < meant.size) found.wronglyOpen.push(nameOf(entry));
  if (isOpen && notice.done > 0) found.wronglyDone.push(nameOf(entry));
}

/** Whom a reminder is for: the desk, from the second level the leader, for 特急 whoever is on duty; the office for a level it has to release. */
function peopleOf({ organizationId, urgency }: Clock, { desk, leader, office }: Persons, entry: Entry): string[] {
  if (isProposal(entry)) return [...office];
  const withLeader = urgency === 'EXTRA_URGENT' || entry.level > 1;
  return [desk.get(organizationId) ?? '', ...(withLeader ? [leader.get(organizationId) ?? ''] : [])];
}

const keyOf = ({ receiptId, obligation, startedAt, dueAt }: Entry): string =>
  `${receiptId} ${obligation} ${startedAt.toISOString()} ${dueAt.toISOString()}`;

const nameOf = (entry: Entry): string => `${keyOf(entry)} ${entry.step}`;
