import { documentError } from './document.errors';
import type { SeriesStep, StepKind } from './series-step';

export const DOCUMENT_STATES = [
  'DRAFT',
  'RETURNED',
  'CHECKING',
  'COUNTERSIGNING',
  'APPROVING',
  'RECHECKING',
  'REGISTERING',
  'SEALING',
  'READY',
  'ISSUED',
  'ARCHIVED',
  'REVOKED',
  'ABOLISHED',
  'CANCELLED',
] as const;

export type DocumentState = (typeof DOCUMENT_STATES)[number];

export const DOCUMENT_STATE_NAMES: Readonly<Record<DocumentState, string>> = {
  DRAFT: '拟稿',
  RETURNED: '退回修改',
  CHECKING: '待核稿',
  COUNTERSIGNING: '会签中',
  APPROVING: '待签发',
  RECHECKING: '待复核',
  REGISTERING: '待登记编号',
  SEALING: '待用印',
  READY: '待发出',
  ISSUED: '已发出',
  ARCHIVED: '已归档',
  REVOKED: '已撤销',
  ABOLISHED: '已废止',
  CANCELLED: '已作废',
};

export const DOCUMENT_ACTS = [
  'REVISE',
  'SUBMIT',
  'CHECK',
  'COUNTERSIGN',
  'APPROVE',
  'RECHECK',
  'ASSIGN_NUMBER',
  'SEAL',
  /** 退回: back to the drafter with an opinion. */
  'RETURN',
  /** A substantive change found at the recheck: back to the original signer (公文条例 Art 25(1)). */
  'REFER_TO_SIGNER',
  'ISSUE',
  'ARCHIVE',
  /** 撤销: void from the beginning. */
  'REVOKE',
  /** 废止: loses force from a date. */
  'ABOLISH',
  /** 作废: given up before it was issued. */
  'CANCEL',
] as const;

export type DocumentAct = (typeof DOCUMENT_ACTS)[number];

/** What a transition does beside the state; the use case carries it out in the same transaction. */
export type DocumentEffect =
  /** Approval and countersignatures no longer stand. */
  | 'APPROVAL_VOIDED'
  /** The text may not change any more: it is the one that was numbered. */
  | 'TEXT_FROZEN'
  /** The frozen text may be revised again; a number already taken stays with the document. */
  | 'TEXT_RELEASED'
  /** A number already taken becomes an explained 空号. */
  | 'NUMBER_VOIDED'
  /** The number is public and may never be used again. */
  | 'NUMBER_RELEASED';

export interface DocumentTransition {
  readonly from: DocumentState;
  readonly act: DocumentAct;
  readonly to: DocumentState;
  readonly effects: readonly DocumentEffect[];
}

const STATE_OF_STEP: Readonly<Record<StepKind, DocumentState>> = {
  CHECK: 'CHECKING',
  COUNTERSIGN: 'COUNTERSIGNING',
  APPROVE: 'APPROVING',
  RECHECK: 'RECHECKING',
  ASSIGN_NUMBER: 'REGISTERING',
  SEAL: 'SEALING',
};

/** The step that waits in a state; null where nobody's step is due. */
export function stepOfState(steps: readonly SeriesStep[], state: DocumentState): SeriesStep | null {
  return steps.find((step) => STATE_OF_STEP[step.kind] === state) ?? null;
}

/** The whole life of a document in a series with these steps, as rows. */
export function documentLife(steps: readonly SeriesStep[]): readonly DocumentTransition[] {
  const path = [...steps.map((step) => STATE_OF_STEP[step.kind]), 'READY'] as const;
  const first = path[0] as DocumentState;
  return [
    row('DRAFT', 'REVISE', 'DRAFT'),
    row('RETURNED', 'REVISE', 'RETURNED'),
    row('DRAFT', 'SUBMIT', first),
    row('RETURNED', 'SUBMIT', first),
    ...steps.map((step, index) => completion(step.kind, path[index + 1] as DocumentState)),
    ...path.map((state) => row(state, 'RETURN', 'RETURNED', returnEffects(steps, state))),
    ...(path.includes('RECHECKING') ? [row('RECHECKING', 'REFER_TO_SIGNER', 'APPROVING', ['APPROVAL_VOIDED'])] : []),
    ...(['DRAFT', 'RETURNED', ...path] as const).map((state) => row(state, 'CANCEL', 'CANCELLED', ['NUMBER_VOIDED'])),
    ...AFTER_READY,
  ];
}

const AFTER_READY: readonly DocumentTransition[] = [
  row('READY', 'ISSUE', 'ISSUED', ['NUMBER_RELEASED']),
  row('ISSUED', 'ARCHIVE', 'ARCHIVED'),
  row('ISSUED', 'REVOKE', 'REVOKED'),
  row('ARCHIVED', 'REVOKE', 'REVOKED'),
  row('ISSUED', 'ABOLISH', 'ABOLISHED'),
  row('ARCHIVED', 'ABOLISH', 'ABOLISHED'),
];

function row(
  from: DocumentState,
  act: DocumentAct,
  to: DocumentState,
  effects: readonly DocumentEffect[] = [],
): DocumentTransition {
  return { from, act, to, effects };
}

function completion(kind: StepKind, to: DocumentState): DocumentTransition {
  return row(STATE_OF_STEP[kind], kind, to, kind === 'ASSIGN_NUMBER' ? ['TEXT_FROZEN'] : []);
}

function returnEffects(steps: readonly SeriesStep[], state: DocumentState): readonly DocumentEffect[] {
  const effects: DocumentEffect[] = [];
  if (isPast(steps, state, 'APPROVE')) effects.push('APPROVAL_VOIDED');
  if (isPast(steps, state, 'ASSIGN_NUMBER')) effects.push('TEXT_RELEASED');
  return effects;
}

/** Whether a document in this state has the step behind it. */
function isPast(steps: readonly SeriesStep[], state: DocumentState, kind: StepKind): boolean {
  if (BEFORE_STEPS.includes(state)) return false;
  const waiting = steps.findIndex((step) => STATE_OF_STEP[step.kind] === state);
  return waiting === -1 || waiting > steps.findIndex((step) => step.kind === kind);
}

const BEFORE_STEPS: readonly DocumentState[] = ['DRAFT', 'RETURNED', 'CANCELLED'];
const LEFT_THE_HUB: readonly DocumentState[] = ['ISSUED', 'ARCHIVED', 'REVOKED', 'ABOLISHED'];

/** Decides one act. Throws the closest reason it knows, else WRONG_STATE with the current state. */
export function nextState(steps: readonly SeriesStep[], state: DocumentState, act: DocumentAct): DocumentTransition {
  const transition = documentLife(steps).find((candidate) => candidate.from === state && candidate.act === act);
  if (transition) return transition;
  throw documentError(refusal(steps, state, act), { state, stateName: DOCUMENT_STATE_NAMES[state], act });
}

function refusal(
  steps: readonly SeriesStep[],
  state: DocumentState,
  act: DocumentAct,
): Parameters<typeof documentError>[0] {
  if (state === 'CANCELLED') return 'WRONG_STATE';
  const approved = isPast(steps, state, 'APPROVE');
  switch (act) {
    case 'ISSUE':
      if (LEFT_THE_HUB.includes(state)) return 'ALREADY_ISSUED';
      return approved ? 'ISSUE_BEFORE_READY' : 'ISSUE_WITHOUT_APPROVAL';
    case 'APPROVE':
      return approved ? 'ALREADY_APPROVED' : 'WRONG_STATE';
    case 'ASSIGN_NUMBER':
      if (isPast(steps, state, 'ASSIGN_NUMBER')) return 'ALREADY_NUMBERED';
      return approved ? 'WRONG_STATE' : 'NUMBER_WITHOUT_APPROVAL';
    default:
      return 'WRONG_STATE';
  }
}

/** What may be done next, for buttons and for a client that asks. */
export function possibleActs(steps: readonly SeriesStep[], state: DocumentState): readonly DocumentAct[] {
  return documentLife(steps)
    .filter((transition) => transition.from === state)
    .map((transition) => transition.act);
}

const REASON_ACTS: readonly DocumentAct[] = ['RETURN', 'REFER_TO_SIGNER', 'REVOKE', 'ABOLISH', 'CANCEL'];

/** Throws OPINION_REQUIRED when an act that sends back or ends a paper comes without a word. */
export function assertOpinion(act: DocumentAct, opinion: string | null): void {
  if (REASON_ACTS.includes(act) && !opinion?.trim()) throw documentError('OPINION_REQUIRED', { act });
}
