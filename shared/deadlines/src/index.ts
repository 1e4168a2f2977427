export { deadlinePolicy, levelVerb } from './agenda/deadline.policy';
export { type AgendaSource, directoryUnits, type UnitSource } from './agenda/read-agenda';
export { type Part, type ReminderRow, remindersOf } from './agenda/reminder-history';
export type {
  CountedBatch,
  CountedDeadline,
  DeadlineBasis,
  DeadlineBook,
  DeadlineKey,
  DeadlineUrgency,
  Matter,
  MovedDeadline,
  ObligationWords,
  OpenDeadline,
  RecountPlace,
  TermBook,
} from './book';
export { agendaGraphql, findAgenda } from './graphql/agenda';
export { ObligationEnum, ReminderChannelEnum, UrgencyEnum } from './graphql/deadline.enum';
export { Reminder, toReminder } from './graphql/reminder.type';
export { DEADLINE_TIMETABLE, deadlineJobs } from './jobs/deadline-jobs';
export { followDirectory, transferLedger } from './kept/follow-directory';
export { keptBook } from './kept/kept-book';
export { KeptDeadlines } from './kept/kept-deadlines';
export type { NewDeadline, NewEnd } from './kept/kept-rows';
export { decideProposals } from './ledger/decide-proposals';
export { laddersOf } from './ledger/ladders-of';
export { lapseProposals } from './ledger/lapse-proposals';
export { ledgerText } from './ledger/ledger-text';
export { type DeadlineMove, recordMoves } from './ledger/move-rows';
export { type LedgerHost, type Reminded, remindDue } from './ledger/remind-due';
export {
  type DecidedBy,
  type Decision,
  type ProposedReminder,
  REMINDER_CHANNELS,
  REMINDER_STATES,
  type ReminderChannel,
  type ReminderStateName,
} from './ledger/reminder-rows';
export { settleMatter } from './ledger/settle-matter';
export { HIGHEST_LEVEL, type Urging, urge } from './ledger/urge';
export { keptTerms } from './recount/kept-terms';
export { movedBy } from './recount/moved-by';
export { type Recounted, recountTerms } from './recount/recount-terms';
export {
  type Exemption,
  type ExemptionKey,
  findExemption,
  findLadder,
  isRunning,
  type LadderKey,
  NO_LADDERS,
  withExemption,
  withLadder,
  withoutExemption,
  withoutLadder,
  withQuietHours,
} from './rules/change-ladders';
export { DEFAULT_LADDERS } from './rules/default-ladders';
export { ladderError } from './rules/ladder.errors';
export { type LadderInForce, laddersAhead, laddersInForce } from './rules/ladders-in-force';
export { OBLIGATION_NAMES, type ObligationName } from './rules/obligations';
export { type NewClock, type PlannedClock, planClock } from './rules/plan-clock';
export {
  type DeadlineKeepers,
  keptDeadlinesFollow,
  keptDeadlineTables,
  keptTermColumn,
} from './tables/kept-deadline-tables';
export {
  ledgerOfOrganization,
  ledgerTables,
  REMINDER_STATE,
  REMINDER_STATE_COLUMNS,
  remindAt,
  sweptRows,
} from './tables/ledger-tables';
