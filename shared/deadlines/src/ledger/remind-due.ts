import { type LadderContent, type LadderStep, noticeRequested } from '@hub/contracts';
import { type Clock, type Id, type IdFactory, localDate, type SystemActor, type WorkingTime } from '@hub/core';
import { type SubgraphDatabase, type Transaction, workingTimeOf } from '@hub/persistence';
import type { Logger } from '@hub/runtime';
import type { DeadlineBook, Matter, OpenDeadline } from '../book';
import { exemptionOf, ladderOf } from '../rules/ladder-of';
import { type ComingStep, type Walk, walkLadder } from '../rules/walk-ladder';
import { addresseesOf, composeNotice, type Notice } from './compose-notice';
import { DeadlineRows, type ReminderState } from './deadline-rows';
import { laddersOf } from './ladders-of';
import { type NewReminder, ReminderRows, type ReminderStateName } from './reminder-rows';

/** What the ledger's own work runs on. */
export interface LedgerHost {
  readonly database: SubgraphDatabase;
  readonly clock: Clock;
  readonly ids: IdFactory;
  readonly book: DeadlineBook;
}

/** Reminds of what is due. */
export const remindersActor = (committeeId: Id): SystemActor => ({ side: 'system', committeeId, name: 'reminders' });

export const BATCH_SIZE = 500;

export interface BatchRun {
  readonly requestId: string;
  readonly logger: Logger;
}

export interface Reminded {
  /** Deadlines that were looked at; fewer than a batch: nothing more is due. */
  readonly seen: number;
  readonly entered: number;
}

/**
 * One batch of what is due in a committee, in one transaction: the entry in the ledger, the plan of what comes next, and the
 * notice, as an event, are there together or not at all. Whoever dies in it has done nothing; whoever comes twice finds
 * the entry. A deadline that is done is not among the open ones, and an act that ends one waits for this lock or is waited
 * for.
 */
export async function remindDue(host: LedgerHost, committeeId: Id, { requestId, logger }: BatchRun): Promise<Reminded> {
  const { database, clock, ids, book } = host;
  const act = { actor: remindersActor(committeeId), requestId, now: clock.now(), ids };
  return database.transaction(act, async (tx) => {
    const rows = new DeadlineRows(tx, book.schema);
    const deadlines = await rows.lockDue(tx.now, BATCH_SIZE);
    if (deadlines.length === 0) return { seen: 0, entered: 0 };
    const matters = await book.describe(tx, deadlines);
    const ladders = await laddersOf(tx, book.schema);
    const time = await workingTimeOf(tx, book.schema);
    const rules = { ladders, time, now: tx.now, logger };
    const looked = deadlines.map((deadline, index) => look(deadline, matters[index] ?? null, rules));
    const drafts = looked.flatMap(({ deadline, matter, walk }) =>
      matter === null ? [] : walk.due.map((coming) => draft(tx, ids, { deadline, matter, coming, ladders })),
    );
    const entered = await new ReminderRows(tx, book.schema).enter(drafts.map(({ reminder }) => reminder));
    const news = drafts.filter(({ reminder }) => entered.has(reminder.reminderId));
    for (const { reminder, notice } of news) {
      if (notice !== null) tx.emit(noticeRequested, reminder.subjectId, compose(tx, book, notice));
    }
    await rows.keepState(looked.map((each) => stateAfter(each, tx.now)));
    return { seen: deadlines.length, entered: news.length };
  });
}

interface Looked {
  readonly deadline: OpenDeadline;
  readonly matter: Matter | null;
  readonly walk: Walk;
}

interface Rules {
  readonly ladders: LadderContent;
  readonly time: WorkingTime;
  readonly now: Date;
  readonly logger: Logger;
}

const NOTHING: Walk = { due: [], next: null };

const LOOK_AGAIN_MS = 3_600_000;

/** What one deadline asks for now. One that cannot be walked is told in the log and looked at later: it delays no other. */
function look(deadline: OpenDeadline, matter: Matter | null, { ladders, time, now, logger }: Rules): Looked {
  const { subjectId, partId, obligation } = deadline;
  if (matter === null) {
    logger.warn({ subjectId, partId, obligation }, 'deadline of a thing that is gone');
    return { deadline, matter, walk: NOTHING };
  }
  const ladder = ladderOf(ladders, deadline, matter.urgency);
  if (ladder === null) return { deadline, matter, walk: NOTHING };
  const clock = { deadline, urgency: matter.urgency, time, quietHours: ladders.quietHours };
  try {
    return { deadline, matter, walk: walkLadder(ladder, deadline, clock, now) };
  } catch (err) {
    logger.error({ err, subjectId, partId, obligation }, 'deadline cannot be planned');
    const code = deadline.nextStep ?? ladder.steps[0]?.code ?? null;
    const next = code === null ? null : { code, at: new Date(now.getTime() + LOOK_AGAIN_MS) };
    return { deadline, matter, walk: { due: [], next } };
  }
}

interface Due {
  readonly deadline: OpenDeadline;
  readonly matter: Matter;
  readonly coming: ComingStep;
  readonly ladders: LadderContent;
}

interface NoticeDraft extends Due {
  readonly noticeId: Id;
}

interface Draft {
  readonly reminder: NewReminder;
  readonly notice: NoticeDraft | null;
}

function draft(tx: Transaction, ids: IdFactory, due: Due): Draft {
  const { deadline, matter, coming, ladders } = due;
  const { subjectId, partId, obligation, startedAt, dueAt, organizationId, unitId } = deadline;
  const exemption = coming.step.level === 0 ? null : exemptionOf(ladders, deadline, localDate(tx.now));
  const state = stateOf(coming.step, exemption);
  const reminderId = ids.next();
  const noticeId = state === 'EXEMPT' ? null : reminderId;
  const reminder: NewReminder = {
    subjectId,
    partId,
    obligation,
    startedAt,
    dueAt,
    step: coming.code,
    reminderId,
    level: coming.step.level,
    state,
    shownTo: state === 'SENT' && matter.owedBy === 'UNIT' ? 'UNIT' : 'OFFICE',
    organizationId,
    unitId,
    channel: 'HUB',
    plannedAt: coming.at,
    noticeId,
    note: exemption,
    decidedBy: null,
  };
  return { reminder, notice: noticeId === null ? null : { ...due, noticeId } };
}

/** Only the first level is automatic; the others wait for a person, and a body may be exempt from them (DOMAIN 2.8). */
function stateOf({ level }: LadderStep, exemption: string | null): ReminderStateName {
  if (level === 0) return 'SENT';
  return exemption === null ? 'PROPOSED' : 'EXEMPT';
}

function compose(tx: Transaction, book: DeadlineBook, { deadline, matter, coming, noticeId }: NoticeDraft): Notice {
  const { level } = coming.step;
  const isProposal = level > 0;
  return composeNotice(book, {
    committeeId: tx.committeeId,
    noticeId,
    kind: isProposal ? 'LEVEL_PROPOSED' : 'REMINDER',
    addressees: isProposal ? [{ to: 'OFFICE' }] : addresseesOf(coming.step, deadline, matter),
    deadline,
    matter,
    level,
    step: coming.code,
    channels: isProposal ? undefined : coming.step.channels,
    now: tx.now,
  });
}

function stateAfter({ deadline, walk }: Looked, now: Date): ReminderState {
  const { subjectId, partId, obligation, dueAt } = deadline;
  return {
    subjectId,
    partId,
    obligation,
    nextStep: walk.next?.code ?? null,
    nextReminderAt: walk.next?.at ?? null,
    plannedAs: obligation,
    plannedFor: dueAt,
    remindedAt: walk.due.length > 0 ? now : null,
    // A proposed level has not been reached: it is when a person releases it.
    level: 0,
  };
}
