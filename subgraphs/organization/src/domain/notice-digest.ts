import { addDays, type LocalDate } from '@hub/core';

import { noticeError } from './notice.errors';

const DEFAULT_DAYS = 7;
const MAX_DAYS = 31;

export interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The days of a digest, first and last included: this week so far, unless said otherwise. */
export function digestDays(asked: Partial<Record<keyof Days, LocalDate | null>>, today: LocalDate): Days {
  const to = asked.to ?? today;
  const from = asked.from ?? addDays(to, 1 - DEFAULT_DAYS);
  if (to < from || addDays(from, MAX_DAYS) <= to) throw noticeError('NOTICE_DAYS', { limit: MAX_DAYS });
  return { from, to };
}
