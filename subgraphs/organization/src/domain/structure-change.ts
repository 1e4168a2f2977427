import { addDays, characterCount, type Id, type LocalDate } from '@hub/core';

import { structureError } from './structure.errors';

interface ChangeFacts {
  readonly name: string;
  /** 批复文号 and 批复日期 must be recorded with it. */
  readonly needsDecision: boolean;
  readonly successors: 'NONE' | 'OPTIONAL' | 'ONE' | 'SOME';
}

/** Changes of units and organisations (DOMAIN 1.6). None deletes history: each is one row that stays. */
export const STRUCTURE_CHANGES = {
  CREATE: { name: '设立', needsDecision: true, successors: 'NONE' },
  RENAME: { name: '更名', needsDecision: true, successors: 'NONE' },
  UPGRADE: { name: '升格', needsDecision: true, successors: 'NONE' },
  DOWNGRADE: { name: '降格', needsDecision: true, successors: 'NONE' },
  MERGE: { name: '合并', needsDecision: true, successors: 'ONE' },
  SPLIT: { name: '分设', needsDecision: true, successors: 'SOME' },
  MOVE: { name: '调整隶属', needsDecision: true, successors: 'NONE' },
  SUSPEND: { name: '暂停', needsDecision: true, successors: 'NONE' },
  RESUME: { name: '恢复', needsDecision: true, successors: 'NONE' },
  DISSOLVE: { name: '撤销', needsDecision: true, successors: 'OPTIONAL' },
  // The work committee draws its areas anew each year by itself.
  CHANGE_AREA: { name: '调整片区', needsDecision: false, successors: 'NONE' },
} as const satisfies Readonly<Record<string, ChangeFacts>>;

export type StructureChangeKind = keyof typeof STRUCTURE_CHANGES;

/** What is recorded with a change, whatever its kind. */
export interface ChangeRecord {
  readonly effectiveOn: LocalDate;
  readonly decisionNumber?: string | null;
  readonly decisionOn?: LocalDate | null;
}

export interface ChangeSubject {
  readonly id: Id;
  /** First day on which the change may take effect. */
  readonly earliest: LocalDate;
}

const SUCCESSOR_RULES: Readonly<
  Record<ChangeFacts['successors'], { readonly fits: (count: number) => boolean; readonly text: string }>
> = {
  NONE: { fits: (count) => count === 0, text: '不应有承接对象' },
  OPTIONAL: { fits: (count) => count <= 1, text: '至多一个' },
  ONE: { fits: (count) => count === 1, text: '须为一个' },
  SOME: { fits: (count) => count >= 1, text: '至少一个' },
};

/** Refuses a change that lacks its decision, its successors, or a possible date. */
export function assertChange(
  kind: StructureChangeKind,
  record: ChangeRecord,
  subject: ChangeSubject,
  today: LocalDate,
  successorIds: readonly Id[] = [],
): void {
  const facts = STRUCTURE_CHANGES[kind];
  assertDecision(facts, record);
  if (record.effectiveOn < subject.earliest) {
    throw structureError('EFFECTIVE_DATE_TOO_EARLY', { earliest: subject.earliest });
  }
  if (record.effectiveOn > today) throw structureError('EFFECTIVE_DATE_FUTURE');
  if (successorIds.includes(subject.id)) throw structureError('SUCCESSOR_IS_SELF');
  const rule = SUCCESSOR_RULES[facts.successors];
  if (!rule.fits(successorIds.length)) {
    throw structureError('SUCCESSORS_INVALID', { change: facts.name, expected: rule.text });
  }
}

function assertDecision(facts: ChangeFacts, { decisionNumber, decisionOn, effectiveOn }: ChangeRecord): void {
  if (facts.needsDecision && !(decisionNumber?.trim() && decisionOn)) {
    throw structureError('DECISION_REQUIRED', { change: facts.name });
  }
  if (decisionOn && decisionOn > effectiveOn) throw structureError('DECISION_AFTER_EFFECT');
}

/** A new name needs a day of its own: the old one must have been in force for at least one. */
export const earliestRename = (currentNameSince: LocalDate): LocalDate => addDays(currentNameSince, 1);

export const UNIT_NAME_LIMIT = 100;
export const ORGANIZATION_NAME_LIMIT = 120;
/** Of areas and sections. */
export const SHORT_NAME_LIMIT = 50;

export function assertName(name: string, limit: number): void {
  const length = characterCount(name);
  if (name !== name.trim() || length < 2 || length > limit) throw structureError('NAME_INVALID', { limit });
}

export function assertRename(from: string, to: string, limit: number): void {
  assertName(to, limit);
  if (from === to) throw structureError('NAME_UNCHANGED');
}
