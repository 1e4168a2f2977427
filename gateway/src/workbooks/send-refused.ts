import type { Clock, PersonActor } from '@hub/core';
import { writeWorkbook } from '@hub/sheets';

import { type ExportLog, loggedExport, RowsAlone } from '../exports';
import type { Exchange } from '../http/exchange';
import { XLSX } from '../http/files/office-types';
import { headFile, sendStream } from '../http/files/send-file';
import { plannedSheets } from './form-sheets';
import { officeFileFacts } from './office-file-facts';
import type { RefusedRecords } from './refused-records';
import type { ImportSummary, WorkbookPlan } from './workbooks.type';

export interface RefusedRun {
  readonly exchange: Exchange;
  readonly actor: PersonActor;
  readonly plan: WorkbookPlan;
  readonly summary: ImportSummary;
  readonly refused: RefusedRecords;
  readonly log: ExportLog;
  readonly clock: Clock;
}

/** A form of what was refused, to be mended and sent again. It is the person's own file, so no second one is asked. */
export async function sendRefused({ exchange, actor, plan, summary, refused, log, clock }: RefusedRun): Promise<void> {
  const subject = { kind: 'report-imports', id: summary.importId };
  const facts = officeFileFacts('ReportImportRefused', subject, 'XLSX', false);
  const rowsAlone = RowsAlone.of(actor, Number.POSITIVE_INFINITY);
  await loggedExport({ exchange, actor, log, facts, rowsAlone }, async (taken) => {
    headFile(exchange.response, { name: `${plan.name}-待改.xlsx`, contentType: XLSX });
    exchange.response.setHeader('x-import-id', summary.importId);
    const parts = {
      columnsOf: refused.columnsOf,
      rowsOf: (sheet) => refused.rowsOf(sheet),
      note: '',
    } satisfies Parameters<typeof plannedSheets>[1];
    await sendStream(exchange, writeWorkbook(plannedSheets(plan, parts), clock.now()));
    taken.add(refused.rowCount);
  });
}
