import { receiptError } from './receipt.errors';

/** 反馈方式: what the issuer asks for beside the signature. */
export const FEEDBACK_KINDS = ['NONE', 'ATTENDANCE', 'FORM', 'ATTACHMENT', 'IMPLEMENTATION'] as const;

export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

/** 反馈的状态: what the office has said of one submission. */
export const FEEDBACK_STATES = ['SUBMITTED', 'ACCEPTED', 'RETURNED'] as const;

export type FeedbackState = (typeof FEEDBACK_STATES)[number];

export const FEEDBACK_KIND_NAMES: Readonly<Record<FeedbackKind, string>> = {
  NONE: '仅签收',
  ATTENDANCE: '回执（参会人员）',
  FORM: '填表',
  ATTACHMENT: '附件',
  IMPLEMENTATION: '落实情况',
};

export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
}

/** What is asked, kept with the document. */
export interface FeedbackRequirement {
  readonly kind: FeedbackKind;
  /** Columns of a FORM. */
  readonly fields: readonly FormField[];
  /** Stages of an IMPLEMENTATION (分阶段), at least one. */
  readonly stages: readonly string[];
}

export interface Attendee {
  readonly name: string;
  readonly postTitle: string;
}

export interface FeedbackContent {
  readonly text: string;
  readonly attendees: readonly Attendee[];
  readonly values: Readonly<Record<string, string>>;
  readonly attachmentCount: number;
  /** Index of the stage reported on. */
  readonly stage: number;
}

/** Throws FEEDBACK_NOT_OWED or FEEDBACK_INCOMPLETE with what is missing. */
export function assertFeedbackComplete(requirement: FeedbackRequirement, content: FeedbackContent): void {
  if (requirement.kind === 'NONE') throw receiptError('FEEDBACK_NOT_OWED');
  const problem = PROBLEM_OF[requirement.kind](requirement, content);
  if (problem !== null) throw receiptError('FEEDBACK_INCOMPLETE', { kind: requirement.kind, problem });
}

type Check = (requirement: FeedbackRequirement, content: FeedbackContent) => string | null;

const PROBLEM_OF: Readonly<Record<Exclude<FeedbackKind, 'NONE'>, Check>> = {
  ATTENDANCE: (_, { attendees }) => {
    if (attendees.length === 0) return '请填写参会人员';
    return attendees.some(({ name, postTitle }) => !name.trim() || !postTitle.trim())
      ? '参会人员须填写姓名和职务'
      : null;
  },
  FORM: ({ fields }, { values }) => {
    const known = new Set(fields.map((field) => field.name));
    const unknown = Object.keys(values).find((name) => !known.has(name));
    if (unknown !== undefined) return `表中没有“${unknown}”一项`;
    const missing = fields.find(({ name, required }) => required && !values[name]?.trim());
    return missing ? `请填写“${missing.label}”` : null;
  },
  ATTACHMENT: (_, { attachmentCount }) => (attachmentCount > 0 ? null : '请上传附件'),
  IMPLEMENTATION: ({ stages }, { text, stage }) => {
    if (!Number.isInteger(stage) || stage < 0 || stage >= Math.max(1, stages.length)) return '请选择落实阶段';
    return text.trim() ? null : '请填写落实情况';
  },
};

/** Whether accepting this feedback settles the receipt, or one stage of several. */
export function isLastStage(requirement: FeedbackRequirement, stage: number): boolean {
  return requirement.kind !== 'IMPLEMENTATION' || stage >= requirement.stages.length - 1;
}

/** Throws FEEDBACK_RETURN_REASON_REQUIRED. */
export function assertFeedbackReturnReason(reason: string | null): void {
  if (!reason?.trim()) throw receiptError('FEEDBACK_RETURN_REASON_REQUIRED');
}

export function asksFeedback({ kind }: FeedbackRequirement): boolean {
  return kind !== 'NONE';
}
