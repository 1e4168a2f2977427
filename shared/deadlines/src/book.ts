import type { Id, WorkingTime } from '@hub/core';
import type { ReadTransaction, Transaction } from '@hub/persistence';

/** 缓急, as far as clocks and reminders tell them apart. */
export const URGENCY_NAMES = { ORDINARY: '平件', URGENT: '加急', EXTRA_URGENT: '特急' } as const;

export type DeadlineUrgency = keyof typeof URGENCY_NAMES;

/** What a deadline is about: subject and part (the organisation), and what is owed of them. */
export interface DeadlineKey {
  readonly subjectId: Id;
  readonly partId: Id;
  readonly obligation: string;
}

/** A key as one text, to find rows by. */
export const deadlineName = ({ subjectId, partId, obligation }: DeadlineKey): string =>
  `${subjectId}.${partId}.${obligation}`;

/** Keys as columns, for `unnest($n::uuid[], $n::uuid[], $n::text[])`. */
export const keyColumns = (keys: readonly DeadlineKey[]): readonly (readonly string[])[] => [
  keys.map(({ subjectId }) => subjectId),
  keys.map(({ partId }) => partId),
  keys.map(({ obligation }) => obligation),
];

/** One open deadline, as the relation `deadline` of every subgraph shows it. */
export interface OpenDeadline extends DeadlineKey {
  readonly organizationId: Id;
  readonly unitId: Id | null;
  /** When its clock began to run, and when that ends. */
  readonly startedAt: Date;
  readonly dueAt: Date;
  /** Since when the hub knows of this end: what would have come before is not made up for. */
  readonly knownSince: Date;
  readonly nextStep: string | null;
  readonly plannedAs: string | null;
  readonly plannedFor: Date | null;
}

/** What people are told the deadline is about. */
export interface Matter {
  /** The entity of the graph and its key. */
  readonly type: string;
  readonly id: string;
  readonly title: string;
  readonly organizationName: string;
  readonly urgency: DeadlineUrgency;
  /** Whose clock it is: the unit's, or the office's own. */
  readonly owedBy: 'UNIT' | 'OFFICE';
}

export interface ObligationWords {
  /** 签收 */
  readonly name: string;
  /** What is done until then, as the sentence needs it: 签收. */
  readonly verb: string;
  /** The entity that subjects are: 公文. Levels proposed for many of its parts are one matter of the office. */
  readonly subjectType: string;
  /** What may be said outside the hub, where no paper is named: 件公文待签收. */
  readonly outside: string;
}

/** What a subgraph tells the kit about its deadlines. */
export interface DeadlineBook {
  readonly schema: string;
  readonly obligations: Readonly<Record<string, ObligationWords>>;
  /** What they are about, in the order of the deadlines; null: it is gone. One statement for all of them. */
  describe(tx: ReadTransaction, deadlines: readonly DeadlineKey[]): Promise<readonly (Matter | null)[]>;
  /** Where deadlines are set by terms. */
  readonly terms?: TermBook;
}

/** A deadline that somebody still has to keep and that a term set: another calendar may give it another end. */
export interface CountedDeadline extends DeadlineKey {
  readonly organizationId: Id;
  readonly unitId: Id | null;
  readonly dueAt: Date;
  readonly calendarVersion: string | null;
  /** Its end by a calendar; the one it was set by gives `dueAt`. */
  endBy(time: WorkingTime): Date;
}

export interface MovedDeadline extends CountedDeadline {
  readonly movedTo: Date;
}

/** Where to go on, in words of the book; null at the beginning, and at the end. */
export type RecountPlace = string | null;

export interface CountedBatch {
  readonly deadlines: readonly CountedDeadline[];
  readonly next: RecountPlace;
}

/** How a subgraph recounts the deadlines that its terms set. */
export interface TermBook {
  /** What the acts of a recount are about, as the trail names it. */
  readonly objectType: string;
  /** The next that are not due and were not set by this calendar, in the order of their keys, under lock. */
  lockCounted(tx: Transaction, after: RecountPlace, calendarVersion: string, limit: number): Promise<CountedBatch>;
  /** Gives deadlines their new ends and the version they were counted by; a reminder that was sent stays sent. */
  move(tx: Transaction, moved: readonly MovedDeadline[], calendarVersion: string): Promise<void>;
}

/** Who set the end: whoever asked (STATED), the calendar (TERM), or an extension (GRANTED). Only terms are recomputed. */
export type DeadlineBasis = 'STATED' | 'TERM' | 'GRANTED';
