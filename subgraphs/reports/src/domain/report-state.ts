import { reportError } from './report.errors';

export const REPORT_STATE_NAMES = {
  DRAFT: '填报中',
  UNIT_REVIEW: '单位审核中',
  UNIT_SIGNED: '单位已签发',
  SUBMITTED: '已报送待审',
  /** By the office; the unit works on it as on a draft. */
  RETURNED: '已退回',
  ACCEPTED: '已采纳',
  /** Answered by the feedback to the paper instead. */
  SETTLED: '已随公文反馈',
  /** Nobody owes it any more: its organisation is dissolved, or the office says so. Nothing was done either. */
  EXEMPT: '已免报',
} as const;

export type ReportState = keyof typeof REPORT_STATE_NAMES;

export const REPORT_STATES = Object.keys(REPORT_STATE_NAMES) as readonly ReportState[];

export const DONE: readonly ReportState[] = ['ACCEPTED', 'SETTLED', 'EXEMPT'];

/** Whether neither the unit nor the office has anything to do with it any more. */
export const isDone = (state: string): boolean => DONE.some((done) => done === state);

export const REPORT_ACTS = [
  // The unit's
  'SAVE',
  'SEND_FOR_REVIEW',
  'SEND_BACK',
  'SIGN',
  'SUBMIT',
  // The office's
  'RETURN',
  'ACCEPT',
  'COMMEND',
  'ADOPT',
  'REVOKE_ADOPTION',
  'PUBLISH',
  // The office's, and the hub's where an organisation is dissolved
  'EXEMPT',
  // The hub's
  'SETTLE',
] as const;

export type ReportAct = (typeof REPORT_ACTS)[number];

/** What decides beside the act. */
export interface MovingReport {
  readonly state: ReportState;
  /** Null before it was handed in for the first time. */
  readonly firstSubmittedAt: Date | null;
  /** Whether its template asks for a leader's signature. */
  readonly signatureNeeded: boolean;
}

/** Where work goes on after a unit sent its own report back: where the office had left it. */
const WORKED_ON = 'WORKED_ON';

type Row = Partial<Readonly<Record<ReportAct, ReportState | typeof WORKED_ON>>>;

/** What ends it while the unit still has to hand in. */
const OWED_NO_MORE: Row = { SETTLE: 'SETTLED', EXEMPT: 'EXEMPT' };

/** Rows are states, columns are acts; what is not in the table cannot happen. */
export const REPORT_TABLE: Readonly<Record<ReportState, Row>> = {
  DRAFT: { SAVE: 'DRAFT', SEND_FOR_REVIEW: 'UNIT_REVIEW', SUBMIT: 'SUBMITTED', ...OWED_NO_MORE },
  UNIT_REVIEW: { SEND_BACK: WORKED_ON, SIGN: 'UNIT_SIGNED', ...OWED_NO_MORE },
  UNIT_SIGNED: { SEND_BACK: WORKED_ON, SUBMIT: 'SUBMITTED', ...OWED_NO_MORE },
  SUBMITTED: { RETURN: 'RETURNED', ACCEPT: 'ACCEPTED' },
  RETURNED: { SAVE: 'RETURNED', SEND_FOR_REVIEW: 'UNIT_REVIEW', SUBMIT: 'SUBMITTED', ...OWED_NO_MORE },
  // Excellent and adopted are marks, not states.
  ACCEPTED: { COMMEND: 'ACCEPTED', ADOPT: 'ACCEPTED', REVOKE_ADOPTION: 'ACCEPTED', PUBLISH: 'ACCEPTED' },
  SETTLED: {},
  EXEMPT: {},
};

/** Decides one act on one report. Throws the closest reason of report.errors. */
export function nextReportState(report: MovingReport, act: ReportAct): ReportState {
  const next = REPORT_TABLE[report.state][act];
  if (next && !lacksSignature(report, act)) return next === WORKED_ON ? workedOn(report) : next;
  const { state } = report;
  throw reportError(next ? 'SIGNATURE_NEEDED' : refusalOf(state, act), {
    state,
    stateName: REPORT_STATE_NAMES[state],
    act,
  });
}

/** Acts offered in a state, for buttons and for a client that asks. */
export function possibleReportActs(report: MovingReport): readonly ReportAct[] {
  return REPORT_ACTS.filter((act) => REPORT_TABLE[report.state][act] && !lacksSignature(report, act));
}

function lacksSignature({ state, signatureNeeded }: MovingReport, act: ReportAct): boolean {
  return act === 'SUBMIT' && signatureNeeded && state !== 'UNIT_SIGNED';
}

const workedOn = ({ firstSubmittedAt }: MovingReport): ReportState =>
  firstSubmittedAt === null ? 'DRAFT' : 'RETURNED';

type Reason = Parameters<typeof reportError>[0];

const OFFICE_ACTS: readonly ReportAct[] = ['RETURN', 'ACCEPT'];
const MARKS: readonly ReportAct[] = ['COMMEND', 'ADOPT', 'REVOKE_ADOPTION', 'PUBLISH'];

function refusalOf(state: ReportState, act: ReportAct): Reason {
  if (state === 'SETTLED') return 'REPORT_SETTLED';
  if (state === 'EXEMPT') return 'REPORT_EXEMPT';
  if (MARKS.includes(act)) return 'REPORT_NOT_ACCEPTED';
  if (state === 'ACCEPTED') return 'REPORT_ACCEPTED';
  if (OFFICE_ACTS.includes(act)) return 'REPORT_NOT_SUBMITTED';
  if (state === 'SUBMITTED') return 'REPORT_SUBMITTED';
  return act === 'SUBMIT' || act === 'SAVE' ? lockedRefusal(state) : 'REPORT_WRONG_STATE';
}

const lockedRefusal = (state: ReportState): Reason => (state === 'UNIT_SIGNED' ? 'REPORT_SIGNED' : 'REPORT_IN_REVIEW');
