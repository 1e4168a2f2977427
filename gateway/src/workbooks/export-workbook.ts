import { pipeline } from 'node:stream/promises';
import { type Clock, localMinute } from '@hub/core';
import { type SheetRow, sheetNames, type WrittenSheet, writeWorkbook } from '@hub/sheets';

import type { Exchange } from '../http/exchange';
import { attachmentDisposition } from '../http/files/content-disposition';
import { end, write } from '../http/write-response';
import { MARK_SHEET } from './read-records';
import type { Asked, SheetPlan, Subject, WorkbookPlan, Workbooks } from './workbooks.type';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface WorkbookRun {
  readonly exchange: Exchange;
  readonly workbooks: Workbooks;
  readonly subject: Subject;
  readonly plan: WorkbookPlan;
  readonly clock: Clock;
  /** Who asks is recognised anew for every page. */
  readonly asked: () => Promise<Asked>;
}

/** Sends a workbook as its rows come: what is held is a page of them. */
export async function sendWorkbook(run: WorkbookRun): Promise<void> {
  const { exchange, plan, clock } = run;
  const { actor } = await run.asked();
  const { response } = exchange;
  response.statusCode = 200;
  response.setHeader('content-type', XLSX);
  response.setHeader('content-disposition', attachmentDisposition(`${plan.name}.xlsx`));
  response.setHeader('content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'none'");
  response.setHeader('cache-control', 'private, no-store');
  const now = clock.now();
  const note = `导出人：${actor.displayName}（${actor.postTitle}） 导出时间：${localMinute(now)}`;
  const stream = writeWorkbook(sheetsOf(run, note), now);
  await pipeline(
    stream,
    async (chunks: AsyncIterable<Uint8Array>) => {
      for await (const chunk of chunks) await write(exchange, chunk);
      await end(exchange);
    },
    { signal: exchange.signal },
  );
}

function sheetsOf(run: WorkbookRun, note: string): WrittenSheet[] {
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
      rows: rowsOf(run, sheet),
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

async function* rowsOf({ workbooks, subject, asked }: WorkbookRun, { key }: SheetPlan): AsyncGenerator<SheetRow> {
  let after: string | null = null;
  do {
    const { rows, endCursor } = await workbooks.page(await asked(), subject, key, after);
    yield* rows;
    after = endCursor;
  } while (after !== null);
}
