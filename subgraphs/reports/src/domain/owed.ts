import type { ReportState } from './report-state';

export const OWED: readonly ReportState[] = ['DRAFT', 'UNIT_REVIEW', 'UNIT_SIGNED', 'RETURNED'];

/** Whether the unit still has to hand in: clocks run and reminders come. */
export const isOwed = (state: ReportState): boolean => OWED.includes(state);

/** Ended without the unit: whatever was handed in before, no figure says that it was done. */
export const FREED: readonly ReportState[] = ['SETTLED', 'EXEMPT'];

export const isFreed = (state: ReportState): boolean => FREED.includes(state);
