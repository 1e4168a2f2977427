import { FREED, OWED } from '../domain/owed';
import { DONE, type ReportState } from '../domain/report-state';

const listOf = (states: readonly ReportState[]): string => states.map((state) => `'${state}'`).join(', ');

/** Sets of states of the domain, as lists of SQL. Indexes name the first two to the letter. */
export const OWED_STATES = listOf(OWED);
export const FREED_STATES = listOf(FREED);
export const DONE_STATES = listOf(DONE);
