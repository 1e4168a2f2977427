import type { Clock } from '@hub/core';
import { type SheetRow, sheetNames, type WrittenSheet, writeWorkbook } from '@hub/sheets';

import { type ExportLog, loggedExport, type RowsAlone, type TakenRows, takenBy } from '../exports';
import type { Exchange } from '../http/exchange';
import { XLSX } from '../http/files/office-types';
import { headFile, sendStream } from '../http/files/send-file';
import { officeFileFacts } from './office-file-facts';
import { MARK_SHEET } from './read-records';
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
    await sendStream(exchange, writeWorkbook(sheetsOf(run, note, taken), now));
  });
}

function sheetsOf(run: WorkbookRun, note: string, taken: TakenRows): WrittenSheet[] {
  const { plan } = run;
  const names = sheetNames(plan.sheets.map(({ name }) => name));
  const sheets = plan.sheets.map((sheet, index): WrittenSheet => {
    const { form } = sheet;
    const [first, ...others] = sheet.columns;
    const keyed = form && first ? [{ ...first, key: `${sheet.key}#${first.key}` }, ...others] : sheet.columns;
    return {
      name: names[index] ?? sheet.name,
      columns: keyed,
      form,
      protected: sheet.protected,
      rows: rowsOf(run, sheet, taken),
      // A line of words in a form would be taken for a row when it comes back.
      ...(form ? {} : { notes: () => [note] }),
    };
  });
  return plan.mark === null ? sheets : [...sheets, markSheet(plan.mark)];
}

const markSheet = (mark: string): WrittenSheet => ({
  name: MARK_SHEET,
  columns: [{ key: 'mark', title: 'mark', format: 'TEXT' }],
  rows: [{ cells: [mark] }],
  hidden: true,
  protected: true,
});

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
