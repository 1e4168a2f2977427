import { addDays, characterCount, type LocalDate } from '@hub/core';

import { inspectionError } from './inspection.errors';

/** First and last day included. */
export const MAX_INSPECTION_DAYS = 180;

/** 巡察, 审计. */
export const INSPECTION_KINDS = ['DISCIPLINE', 'AUDIT'] as const;

export type InspectionKind = (typeof INSPECTION_KINDS)[number];

export const INSPECTION_TITLES: Readonly<Record<InspectionKind, string>> = { DISCIPLINE: '巡察', AUDIT: '审计' };

export interface InspectionOrder {
  /** 文号 of the paper that orders it. */
  readonly orderNumber: string;
  readonly reason: string;
  readonly fromOn: LocalDate;
  /** Last day. */
  readonly toOn: LocalDate;
}

export function assertInspectionOrder({ orderNumber, reason, fromOn, toOn }: InspectionOrder, today: LocalDate): void {
  assertText('文号', orderNumber, 4, 60);
  assertText('事由', reason, 2, 500);
  if (fromOn < today || toOn < fromOn || toOn > addDays(fromOn, MAX_INSPECTION_DAYS - 1)) {
    throw inspectionError('INSPECTION_TERM', { limit: MAX_INSPECTION_DAYS });
  }
}

function assertText(label: string, text: string, least: number, most: number): void {
  const count = characterCount(text.trim());
  if (count < least || count > most) throw inspectionError('INSPECTION_TEXT', { label, least, most });
}

export const INSPECTION_STATES = ['PLANNED', 'ACTIVE', 'OVER'] as const;

export type InspectionState = (typeof INSPECTION_STATES)[number];

/** Its post says when it is over: by its last day, or before. */
export function inspectionState(
  { fromOn, toOn, endedAt }: Pick<InspectionOrder, 'fromOn' | 'toOn'> & { readonly endedAt: Date | null },
  today: LocalDate,
): InspectionState {
  if (endedAt !== null || today > toOn) return 'OVER';
  return today < fromOn ? 'PLANNED' : 'ACTIVE';
}
