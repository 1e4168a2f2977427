import type { IdFactory } from '@hub/core';
import { settleMatter } from '@hub/deadlines';
import type { Transaction } from '@hub/persistence';

import type { MovableReport } from '../data/movable-report';
import { isOwed } from '../domain/owed';
import type { ReportState } from '../domain/report-state';
import { type OwedBy, ReportDeadlines } from './report-deadlines';

const ENDED_BY: Readonly<Partial<Record<ReportState, string>>> = { SETTLED: '已随公文反馈', EXEMPT: '已免报' };

/** Ends the clock of what is owed no more, and begins one for what is owed again. What nobody asked for has none. */
export async function followOwed(
  tx: Transaction,
  ids: IdFactory,
  before: MovableReport,
  after: MovableReport,
  limit: OwedBy | null,
): Promise<void> {
  if (isOwed(before.state) === isOwed(after.state)) return;
  const { taskId, reportId, returnCount } = before;
  const deadlines = new ReportDeadlines({ ids }, tx);
  if (isOwed(after.state)) {
    if (taskId && limit) await deadlines.begin([{ ...after, taskId, ...limit }]);
    return;
  }
  if (taskId) await deadlines.end([{ ...before, taskId }], ENDED_BY[after.state] ?? '已报送');
  // A return was told without a reminder.
  if (returnCount > 0) settleMatter(tx, reportId, { type: 'Report', id: reportId, obligation: 'REPORT' });
}
