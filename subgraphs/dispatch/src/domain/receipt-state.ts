import type { Duty } from './duty';
import { receiptError } from './receipt.errors';

export const RECEIPT_STATES = [
  'DELIVERED',
  'OPENED',
  'RETURNED',
  'RETURN_ANSWERED',
  'ACKNOWLEDGED',
  'RETURNED_AFTER_REVIEW',
  'ASSIGNED',
  'FEEDBACK_SUBMITTED',
  'FEEDBACK_RETURNED',
  'FEEDBACK_ACCEPTED',
  'CLOSED',
  'RECALLED',
  'WITHDRAWN',
] as const;

export type ReceiptState = (typeof RECEIPT_STATES)[number];

export const RECEIPT_STATE_NAMES: Readonly<Record<ReceiptState, string>> = {
  DELIVERED: '已送达',
  OPENED: '已查看',
  RETURNED: '已退回',
  RETURN_ANSWERED: '退回已答复',
  ACKNOWLEDGED: '已签收',
  RETURNED_AFTER_REVIEW: '初审退回',
  ASSIGNED: '承办中',
  FEEDBACK_SUBMITTED: '反馈待审核',
  FEEDBACK_RETURNED: '反馈已退回',
  FEEDBACK_ACCEPTED: '反馈已采纳',
  CLOSED: '已办结',
  RECALLED: '已撤回',
  WITHDRAWN: '已清退',
};

export const RECEIPT_ACTS = [
  // The unit's
  'OPEN',
  'ACKNOWLEDGE',
  'REGISTER',
  'ASSIGN',
  'RETURN',
  'SUBMIT_FEEDBACK',
  // The office's
  'ANSWER_RETURN',
  'ACCEPT_FEEDBACK',
  /** One stage of several (落实情况) is accepted; the next is awaited. */
  'ACCEPT_STAGE',
  'RETURN_FEEDBACK',
  'RECALL',
  'WITHDRAW',
  'REISSUE',
  // Either side's
  'CLOSE',
] as const;

export type ReceiptAct = (typeof RECEIPT_ACTS)[number];

type Row = Partial<Readonly<Record<ReceiptAct, ReceiptState>>>;

/** Rows are states, columns are acts; what is not in the table cannot happen. */
export const RECEIPT_TABLE: Readonly<Record<ReceiptState, Row>> = {
  DELIVERED: { OPEN: 'OPENED', ACKNOWLEDGE: 'ACKNOWLEDGED', RETURN: 'RETURNED', RECALL: 'RECALLED' },
  OPENED: { OPEN: 'OPENED', ACKNOWLEDGE: 'ACKNOWLEDGED', RETURN: 'RETURNED', RECALL: 'RECALLED', CLOSE: 'CLOSED' },
  RETURNED: { OPEN: 'RETURNED', ANSWER_RETURN: 'RETURN_ANSWERED', RECALL: 'RECALLED' },
  RETURN_ANSWERED: {
    OPEN: 'RETURN_ANSWERED',
    ACKNOWLEDGE: 'ACKNOWLEDGED',
    RETURN: 'RETURNED',
    RECALL: 'RECALLED',
    CLOSE: 'CLOSED',
  },
  ACKNOWLEDGED: {
    OPEN: 'ACKNOWLEDGED',
    REGISTER: 'ACKNOWLEDGED',
    ASSIGN: 'ASSIGNED',
    RETURN: 'RETURNED_AFTER_REVIEW',
    SUBMIT_FEEDBACK: 'FEEDBACK_SUBMITTED',
    WITHDRAW: 'WITHDRAWN',
    CLOSE: 'CLOSED',
  },
  RETURNED_AFTER_REVIEW: { OPEN: 'RETURNED_AFTER_REVIEW', ANSWER_RETURN: 'ACKNOWLEDGED', WITHDRAW: 'WITHDRAWN' },
  ASSIGNED: {
    OPEN: 'ASSIGNED',
    REGISTER: 'ASSIGNED',
    ASSIGN: 'ASSIGNED',
    SUBMIT_FEEDBACK: 'FEEDBACK_SUBMITTED',
    WITHDRAW: 'WITHDRAWN',
    CLOSE: 'CLOSED',
  },
  FEEDBACK_SUBMITTED: {
    OPEN: 'FEEDBACK_SUBMITTED',
    REGISTER: 'FEEDBACK_SUBMITTED',
    ACCEPT_FEEDBACK: 'FEEDBACK_ACCEPTED',
    ACCEPT_STAGE: 'ASSIGNED',
    RETURN_FEEDBACK: 'FEEDBACK_RETURNED',
    WITHDRAW: 'WITHDRAWN',
  },
  FEEDBACK_RETURNED: {
    OPEN: 'FEEDBACK_RETURNED',
    REGISTER: 'FEEDBACK_RETURNED',
    ASSIGN: 'FEEDBACK_RETURNED',
    SUBMIT_FEEDBACK: 'FEEDBACK_SUBMITTED',
    WITHDRAW: 'WITHDRAWN',
  },
  FEEDBACK_ACCEPTED: {
    OPEN: 'FEEDBACK_ACCEPTED',
    REGISTER: 'FEEDBACK_ACCEPTED',
    WITHDRAW: 'WITHDRAWN',
    CLOSE: 'CLOSED',
  },
  CLOSED: { OPEN: 'CLOSED', WITHDRAW: 'WITHDRAWN' },
  RECALLED: { REISSUE: 'DELIVERED' },
  WITHDRAWN: { REISSUE: 'DELIVERED' },
};

/** The signature was given and has not been taken back by a withdrawal. Reading-only receipts never get here. */
const SIGNED: readonly ReceiptState[] = [
  'ACKNOWLEDGED',
  'RETURNED_AFTER_REVIEW',
  'ASSIGNED',
  'FEEDBACK_SUBMITTED',
  'FEEDBACK_RETURNED',
  'FEEDBACK_ACCEPTED',
];

/** Whether the receipt carries a signature; a closed one does unless its duty was to read. */
export function isSigned(state: ReceiptState, duty: Duty): boolean {
  return SIGNED.includes(state) || (state === 'CLOSED' && duty !== 'READ');
}

/** Whether the receipt still counts: the organisation holds the document. */
export function isLive(state: ReceiptState): boolean {
  return state !== 'RECALLED' && state !== 'WITHDRAWN';
}

/** Decides one act on one receipt. Throws the closest reason of receipt.errors. */
export function nextReceiptState(
  receipt: { readonly state: ReceiptState; readonly duty: Duty },
  act: ReceiptAct,
): ReceiptState {
  const { state, duty } = receipt;
  const refusal = dutyRefusal(state, duty, act);
  const next = RECEIPT_TABLE[state][act];
  if (next && !refusal) return next;
  throw receiptError(next && refusal ? refusal : stateRefusal(state, duty, act), {
    state,
    stateName: RECEIPT_STATE_NAMES[state],
    act,
  });
}

/** Acts offered in a state, for buttons and for a client that asks. */
export function possibleReceiptActs(receipt: {
  readonly state: ReceiptState;
  readonly duty: Duty;
}): readonly ReceiptAct[] {
  const { state, duty } = receipt;
  return RECEIPT_ACTS.filter((act) => RECEIPT_TABLE[state][act] && !dutyRefusal(state, duty, act));
}

type Reason = Parameters<typeof receiptError>[0];

/** What the duty forbids although the state would allow it. */
function dutyRefusal(state: ReceiptState, duty: Duty, act: ReceiptAct): Reason | null {
  if (act === 'ACKNOWLEDGE' && duty === 'READ') return 'ACKNOWLEDGE_NOT_OWED';
  if (act === 'SUBMIT_FEEDBACK' && duty !== 'FEEDBACK') return 'FEEDBACK_NOT_OWED';
  if (act !== 'CLOSE') return null;
  if (!isSigned(state, duty) && duty !== 'READ') return 'NOT_ACKNOWLEDGED';
  return duty === 'FEEDBACK' && state !== 'FEEDBACK_ACCEPTED' ? 'FEEDBACK_STILL_OWED' : null;
}

function stateRefusal(state: ReceiptState, duty: Duty, act: ReceiptAct): Reason {
  if (act === 'REISSUE') return 'ALREADY_DELIVERED';
  if (state === 'RECALLED') return 'RECEIPT_RECALLED';
  if (state === 'WITHDRAWN') return 'RECEIPT_WITHDRAWN';
  const signed = isSigned(state, duty);
  switch (act) {
    case 'ACKNOWLEDGE':
      if (state === 'RETURNED') return 'RETURN_NOT_ANSWERED';
      return signed ? 'ALREADY_ACKNOWLEDGED' : 'RECEIPT_CLOSED';
    case 'RECALL':
      return signed ? 'RECALL_AFTER_ACKNOWLEDGE' : 'RECEIPT_CLOSED';
    case 'WITHDRAW':
      return 'WITHDRAW_BEFORE_ACKNOWLEDGE';
    case 'RETURN':
      if (state === 'RETURNED' || state === 'RETURNED_AFTER_REVIEW') return 'ALREADY_RETURNED';
      return otherRefusal(state, duty, signed);
    case 'ANSWER_RETURN':
      return 'NO_RETURN_TO_ANSWER';
    case 'ACCEPT_FEEDBACK':
    case 'ACCEPT_STAGE':
    case 'RETURN_FEEDBACK':
      return 'NO_FEEDBACK_TO_REVIEW';
    case 'SUBMIT_FEEDBACK':
      return feedbackRefusal(state, duty, signed);
    case 'CLOSE':
      if (state === 'FEEDBACK_SUBMITTED' || state === 'FEEDBACK_RETURNED') return 'FEEDBACK_STILL_OWED';
      return otherRefusal(state, duty, signed);
    default:
      return otherRefusal(state, duty, signed);
  }
}

function feedbackRefusal(state: ReceiptState, duty: Duty, signed: boolean): Reason {
  if (duty !== 'FEEDBACK') return 'FEEDBACK_NOT_OWED';
  if (state === 'FEEDBACK_SUBMITTED' || state === 'FEEDBACK_ACCEPTED') return 'FEEDBACK_ALREADY_SUBMITTED';
  return otherRefusal(state, duty, signed);
}

function otherRefusal(state: ReceiptState, duty: Duty, signed: boolean): Reason {
  if (state === 'CLOSED') return 'RECEIPT_CLOSED';
  return signed || duty === 'READ' ? 'RECEIPT_WRONG_STATE' : 'NOT_ACKNOWLEDGED';
}
