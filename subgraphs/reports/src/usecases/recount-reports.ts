import { termEnd } from '@hub/core';
import { type CountedDeadline, keptTerms, type RecountPlace, type TermBook } from '@hub/deadlines';

import { type CountedPlace, type CountedReport, CountedReportRepository } from '../data/counted-report.repository';
import { countedEnd } from '../domain/due-rule';

const kept = keptTerms('reports');

/**
 * 期限复算: what a calendar that changed makes of reports. A task counts from the end of its period, and says itself how; a
 * return counts from its day, as any clock of the kit does.
 */
export const reportTerms: TermBook = {
  objectType: 'reportTask',
  async lockCounted(tx, after, calendarVersion, limit) {
    const reports = new CountedReportRepository(tx);
    const places = await reports.nextPlaces(placeOf(after), calendarVersion, limit);
    const last = places.at(-1);
    if (last === undefined) return { deadlines: [], next: null };
    const organizationIds = places.map(({ organizationId }) => organizationId);
    const counted = await reports.lock(last.taskId, organizationIds, calendarVersion);
    return { deadlines: counted.flatMap((report) => deadlineOf(report) ?? []), next: JSON.stringify(last) };
  },
  async move(tx, moved, calendarVersion) {
    await new CountedReportRepository(tx).move(moved, calendarVersion);
    await kept.move(tx, moved, calendarVersion);
  },
};

function deadlineOf({ taskId, organizationId, startedAt, term, taskTerm, ...clock }: CountedReport) {
  const key = { subjectId: taskId, partId: organizationId, obligation: 'REPORT', organizationId, ...clock };
  const counted = (endBy: CountedDeadline['endBy']): CountedDeadline => ({ ...key, endBy });
  if (term !== null) return counted((time) => termEnd(term, startedAt, time));
  return taskTerm === null ? null : counted((time) => countedEnd(taskTerm, time));
}

const placeOf = (place: RecountPlace): CountedPlace | null => (place === null ? null : JSON.parse(place));
