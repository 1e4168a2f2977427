import { type Hand, isSecondPerson, type Role } from '@hub/core';

import { documentError } from './document.errors';

/** 办理环节: the kinds of step a series may put between the draft and the issue. */
export const STEP_KINDS = ['CHECK', 'COUNTERSIGN', 'APPROVE', 'RECHECK', 'ASSIGN_NUMBER', 'SEAL'] as const;

export type StepKind = (typeof STEP_KINDS)[number];

export const STEP_NAMES: Readonly<Record<StepKind | 'DRAFT', string>> = {
  DRAFT: '拟稿',
  CHECK: '核稿',
  COUNTERSIGN: '会签',
  APPROVE: '签发',
  RECHECK: '复核',
  ASSIGN_NUMBER: '登记编号',
  SEAL: '用印',
};

/** One step of a NumberSeries. Steps are data, so that a series may leave out the check or add the seal. */
export interface SeriesStep {
  readonly kind: StepKind;
  /** Who may do it; the approval of a series names its signer here. */
  readonly roles: readonly Role[];
  /** Whoever did one of these for the same document may not do this one. */
  readonly notBy: readonly (StepKind | 'DRAFT')[];
}

/** 核稿 → 签发 → 复核 → 登记编号: the order of 公文条例 Arts 18–25 for a paper of the committee. */
export const DEFAULT_STEPS: readonly SeriesStep[] = [
  { kind: 'CHECK', roles: ['OFFICE_CHECKER'], notBy: ['DRAFT'] },
  { kind: 'APPROVE', roles: ['COMMITTEE_LEADER'], notBy: ['DRAFT', 'CHECK'] },
  { kind: 'RECHECK', roles: ['OFFICE_CHECKER', 'OFFICE_REGISTRAR'], notBy: ['DRAFT', 'APPROVE'] },
  { kind: 'ASSIGN_NUMBER', roles: ['OFFICE_REGISTRAR'], notBy: [] },
];

/** A light notice needs a drafter and one approval, then its register number. */
export const NOTICE_STEPS: readonly SeriesStep[] = [
  { kind: 'APPROVE', roles: ['COMMITTEE_LEADER', 'OFFICE_CHECKER'], notBy: ['DRAFT'] },
  { kind: 'ASSIGN_NUMBER', roles: ['OFFICE_REGISTRAR', 'OFFICE_CLERK'], notBy: [] },
];

/** Throws SERIES_STEPS: no paper leaves without approval and number, and none is numbered before it is approved. */
export function assertSteps(steps: readonly SeriesStep[]): void {
  const kinds = steps.map((step) => step.kind);
  const problem = orderProblem(kinds) ?? (steps.some((step) => step.roles.length === 0) ? '环节未指定岗位' : null);
  if (problem) throw documentError('SERIES_STEPS', { problem });
}

function orderProblem(kinds: readonly StepKind[]): string | null {
  if (new Set(kinds).size !== kinds.length) return '环节重复';
  for (const required of ['APPROVE', 'ASSIGN_NUMBER'] as const) {
    if (!kinds.includes(required)) return `缺少${STEP_NAMES[required]}环节`;
  }
  const ordered = STEP_KINDS.filter((kind) => kinds.includes(kind));
  return ordered.every((kind, index) => kind === kinds[index]) ? null : '环节次序不对';
}

/** Who did what on one document so far, by step. */
export type StepHistory = Partial<Readonly<Record<StepKind | 'DRAFT', readonly Hand[]>>>;

/** Throws STEP_ROLE: the policy opens the verb to every role that some series may name, the step to those of this one. */
export function assertStepRole(step: SeriesStep, role: Role): void {
  if (!step.roles.includes(role)) throw documentError('STEP_ROLE', { step: STEP_NAMES[step.kind] });
}

/**
 * Throws SAME_PERSON when one did a step that the same person may not combine with this one: himself, or for another, or
 * another for him.
 */
export function assertSegregated(step: SeriesStep, hand: Hand, history: StepHistory): void {
  for (const other of step.notBy) {
    if (history[other]?.some((before) => !isSecondPerson(before, hand))) {
      throw documentError('SAME_PERSON', { step: STEP_NAMES[step.kind], other: STEP_NAMES[other] });
    }
  }
}

/** Art 25(1): a substantive change found at the recheck goes back to the signer who approved, no other. */
export function assertOriginalSigner(originalSignerId: string | null, accountId: string): void {
  if (originalSignerId !== null && originalSignerId !== accountId) throw documentError('NOT_ORIGINAL_SIGNER');
}
