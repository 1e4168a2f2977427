import { documentError } from './document.errors';
import type { Finding } from './finding';
import { textBeforeAnnexes } from './printed-text';

/** 综合性 papers speak of all the work, 专项 ones of a single matter. */
export const TEXT_SCOPES = ['COMPREHENSIVE', 'SPECIAL'] as const;

export type TextScope = (typeof TEXT_SCOPES)[number];

/** 减负规定 (2024) items 1–2. */
export const LENGTH_LIMITS: Readonly<Record<TextScope, number>> = { COMPREHENSIVE: 5000, SPECIAL: 4000 };

const SCOPE_NAMES: Readonly<Record<TextScope, string>> = { COMPREHENSIVE: '综合性', SPECIAL: '专项' };

/** 字数: every character that is printed, punctuation included, from the head to the 附件说明; annexes do not count. */
export function printedLength(text: string): number {
  return [...textBeforeAnnexes(text).replace(/\s+/gu, '')].length;
}

export function checkLength(text: string, scope: TextScope): readonly Finding[] {
  const limit = LENGTH_LIMITS[scope];
  const length = printedLength(text);
  if (length <= limit) return [];
  const message = `全文 ${length} 字，超过${SCOPE_NAMES[scope]}文件一般不超过 ${limit} 字的要求。`;
  return [{ ruleId: 'X4_LENGTH', severity: 'WARN', message, field: 'text', evidence: String(length) }];
}

export interface YearlyCounts {
  /** Papers issued this year, the one at hand not included. */
  readonly thisYear: number;
  /** All papers of last year; null when the hub does not know them. */
  readonly lastYear: number | null;
}

/** Whether one more paper lifts the year above the last one, which the superior office wants explained. */
export function needsExplanation({ thisYear, lastYear }: YearlyCounts): boolean {
  return lastYear !== null && thisYear + 1 > lastYear;
}

/** Throws ECONOMY_EXPLANATION_REQUIRED. One explanation stands for the rest of its year. */
export function assertEconomy(counts: YearlyCounts, explanation: string | null): void {
  if (!needsExplanation(counts) || explanation?.trim()) return;
  throw documentError('ECONOMY_EXPLANATION_REQUIRED', { thisYear: counts.thisYear + 1, lastYear: counts.lastYear });
}
