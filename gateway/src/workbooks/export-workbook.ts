import type { Clock } from '@hub/core';
import { type SheetRow, writeWorkbook } from '@hub/sheets';

import { type ExportLog, loggedExport, type RowsAlone, type TakenRows, takenBy } from '../exports';
import type { Exchange } from '../http/exchange';
import { XLSX } from '../http/files/office-types';
import { headFile, sendStream } from '../http/files/send-file';
import { plannedSheets } from './form-sheets';
import { officeFileFacts } from './office-file-facts';
import type { Asked, SheetPlan, Subject, WorkbookPlan, Workbooks } from './workbooks.type';

export interface WorkbookRun {
  readonly exchange: Exchange;
  readonly workbooks: Workbooks;
  readonly subject: Subject;
  readonly plan: WorkbookPlan;
  readonly clock: Clock;
  readonly log: ExportLog;
  readonly rowsAlone: RowsAlone;
  /** Who asks is recognised anew for every page. */
  readonly asked: () => Promise<Asked>;
}

const NAMES = { 'report-tasks': 'ReportTaskFile', 'report-imports': 'ReportImportFile' } as const;

/** Sends a workbook as its rows come: what is held is a page of them. It stands in the log as any rows that leave do. */
export async function sendWorkbook(run: WorkbookRun): Promise<void> {
  const { exchange, plan, clock, log, rowsAlone } = run;
  const { actor } = await run.asked();
  const facts = officeFileFacts(NAMES[run.subject.kind], run.subject, 'XLSX', rowsAlone.areExceededBy(plan.rows));
  await loggedExport({ exchange, actor, log, facts, rowsAlone }, async (taken) => {
    headFile(exchange.response, { name: `${plan.name}.xlsx`, contentType: XLSX });
    const now = clock.now();
    const note = takenBy(actor, now, taken.exportId);
    const parts = {
      columnsOf: ({ columns }: SheetPlan) => columns,
      rowsOf: (sheet: SheetPlan) => rowsOf(run, sheet, taken),
      note,
    };
    await sendStream(exchange, writeWorkbook(plannedSheets(plan, parts), now));
  });
}

async function* rowsOf(
  { workbooks, subject, asked }: WorkbookRun,
  { key }: SheetPlan,
  taken: TakenRows,
): AsyncGenerator<SheetRow> {
  let after: string | null = null;
  do {
    const { rows, endCursor } = await workbooks.page(await asked(), subject, key, after);
    taken.assertMayTake(rows.length);
    yield* rows;
    taken.add(rows.length);
    after = endCursor;
  } while (after !== null);
}
