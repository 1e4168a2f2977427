import { type Id, type IdFactory, normalizeNote } from '@hub/core';
import { requirePerson, type Transaction } from '@hub/persistence';

import { lockOwed } from '../data/movable-report';
import { ReportTaskRepository } from '../data/report-task.repository';
import { OWED } from '../domain/owed';
import { reportError } from '../domain/report.errors';
import { REASON_LIMIT } from './act-on-task';
import type { ReportsContext } from './context';
import { assertTaskGoesOn, lockForDecision, type ReportDecision } from './lock-report';
import { type Moving, moveReport } from './move-report';
import { TASK_NEWS, tellTask } from './tell-task';

export interface ExemptReportInput extends ReportDecision {
  readonly reason: string;
}

/** 免报: nobody owes it any more, and it is not done either. Throws EXEMPT_REASON_REQUIRED or REPORT_NOT_ASKED. */
export async function exemptReport(ctx: ReportsContext, input: ExemptReportInput): Promise<Id> {
  const person = requirePerson(ctx);
  const reason = normalizeNote('理由', input.reason, REASON_LIMIT);
  if (reason === null) throw reportError('EXEMPT_REASON_REQUIRED');
  return ctx.command('exemptReport', input, async (tx) => {
    const locked = await lockForDecision(tx, person, 'exempt', input);
    const { taskId, title, organizationId, organizationName } = locked.report;
    if (taskId === null) throw reportError('REPORT_NOT_ASKED');
    assertTaskGoesOn(locked.form);
    await exempt(tx, ctx.ids, locked, reason);
    tellTask(tx, ctx.ids, { taskId, title }, [organizationId], TASK_NEWS.exempted(organizationName, reason));
    return input.reportId;
  });
}

/** What a dissolved organisation owes is nobody's. Of a task that is over it stays missing: that is what was. May come twice. */
export async function exemptDissolved(tx: Transaction, ids: IdFactory, organizationId: Id): Promise<void> {
  const taskIds = await new ReportTaskRepository(tx).holdOpenOwedBy(organizationId, OWED);
  for (const report of await lockOwed(tx, { taskIds, organizationId }, OWED)) {
    // The hub exempts, whatever a template asks of people.
    await exempt(tx, ids, { report, form: { signatureNeeded: false } }, '党组织已撤销');
  }
}

async function exempt(tx: Transaction, ids: IdFactory, locked: Moving, reason: string): Promise<void> {
  await moveReport(tx, ids, locked, {
    act: 'EXEMPT',
    action: 'exemptReport',
    change: { exemptedAt: tx.now, exemptReason: reason },
    detail: { reason },
  });
}
