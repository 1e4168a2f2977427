import type { Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { ReportFileRepository } from '../data/report-file.repository';
import { assertNotHandedIn } from '../domain/report-files';
import type { ReportsContext } from './context';
import { lockForFiles } from './report-files';

/** 删除附件 that was not handed in. The record stays, the file is shown no more. */
export async function removeReportFile(ctx: ReportsContext, attachmentId: Id): Promise<Id> {
  const person = requirePerson(ctx);
  return ctx.command('removeReportFile', { attachmentId }, async (tx) => {
    const files = new ReportFileRepository(tx);
    // The report first, as handing in does.
    const { reportId } = await files.get(attachmentId);
    await lockForFiles(tx, person, reportId);
    const file = await files.lock(attachmentId);
    assertNotHandedIn(file);
    await files.remove(attachmentId, person.accountId);
    tx.audit({ action: 'removeReportFile', objectType: 'report', objectId: reportId, before: { attachmentId } });
    return reportId;
  });
}
