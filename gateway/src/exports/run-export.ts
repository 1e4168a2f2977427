import { type Clock, DomainError, isPerson, type ReaderActor } from '@hub/core';

import type { Exchange } from '../http/exchange';
import { headFile } from '../http/files/send-file';
import { end, write } from '../http/write-response';
import type { Column } from './columns';
import type { ExportFacts, ExportLog } from './export-log';
import { PAGE_SIZE } from './export-pages';
import { exportError } from './exports.errors';
import { loggedExport, type TakenRows } from './logged-export';
import type { RowFormat } from './row-format';
import type { RowsAlone } from './rows-alone';
import { takenBy } from './taken-by';

export interface ExportRun {
  readonly exchange: Exchange;
  readonly actor: ReaderActor;
  readonly format: RowFormat;
  /** What the rows are, for people. */
  readonly title: string;
  readonly columns: readonly Column[];
  readonly pages: AsyncGenerator<readonly unknown[]>;
  /** How many rows there are; null when it cannot be told. */
  readonly count: () => Promise<number | null>;
  readonly rowsAlone: RowsAlone;
  readonly clock: Clock;
  readonly fileName: string;
  readonly log: ExportLog;
  readonly facts: Omit<ExportFacts, 'isBulk'>;
}

/**
 * Sends the pages as they come. What fails before the first row is answered like any request; afterwards only a cut
 * connection can say that the file is not whole.
 */
export async function runExport(run: ExportRun): Promise<void> {
  const { exchange, pages, rowsAlone } = run;
  try {
    const first = await pages.next();
    const total = await totalOf(run, first);
    assertRoom(run.format, total);
    const facts = { ...run.facts, isBulk: rowsAlone.areExceededBy(total) };
    await loggedExport({ ...run, facts }, async (taken) => {
      try {
        await send(run, first, taken);
      } catch (error) {
        if (!exchange.signal.aborted) await breakOff(run, error);
        throw error;
      }
    });
  } finally {
    await pages.return(undefined);
  }
}

/**
 * How many rows there are, as far as it matters before the first leaves: counted only when the first page is full and
 * there is a limit beyond it.
 */
async function totalOf(
  { count, rowsAlone, format }: ExportRun,
  first: IteratorResult<readonly unknown[]>,
): Promise<number> {
  const onFirstPage = first.done === true ? 0 : first.value.length;
  const isLimited = rowsAlone.isLimited || Number.isFinite(format.maxRows);
  if (onFirstPage < PAGE_SIZE || rowsAlone.areExceededBy(onFirstPage) || !isLimited) return onFirstPage;
  return (await count()) ?? onFirstPage;
}

async function send(run: ExportRun, first: IteratorResult<readonly unknown[]>, taken: TakenRows): Promise<void> {
  const { exchange, actor, format, title, columns, fileName, clock } = run;
  headFile(exchange.response, { name: `${fileName}.${format.extension}`, contentType: format.contentType });
  const now = clock.now();
  // Who took the file, and when: in the file itself, where its format has room for it.
  const mark = isPerson(actor) ? takenBy(actor, now, taken.exportId) : null;
  const pages = metered(run, first, taken);
  for await (const chunk of format.write({ title, columns, pages, mark, now })) await write(exchange, chunk);
  await end(exchange);
}

/** A page has left when the next one is asked for. */
async function* metered(
  { pages, format }: ExportRun,
  first: IteratorResult<readonly unknown[]>,
  taken: TakenRows,
): AsyncGenerator<readonly unknown[]> {
  for (let page = first; page.done !== true; page = await pages.next()) {
    taken.assertMayTake(page.value.length);
    assertRoom(format, taken.count + page.value.length);
    yield page.value;
    taken.add(page.value.length);
  }
}

function assertRoom({ maxRows, extension }: RowFormat, rows: number): void {
  if (rows > maxRows) throw exportError('EXPORT_NO_ROOM', { format: extension, limit: maxRows });
}

/** The last words of a broken export, where the format has room for them; whoever answers cuts the connection then. */
async function breakOff({ exchange, format }: ExportRun, error: unknown): Promise<void> {
  const { response, requestId } = exchange;
  const { reason, message } = error instanceof DomainError ? error : exportError('EXPORT_FAILED');
  const words = response.headersSent ? format.failure({ reason, message, requestId }) : null;
  if (words === null || response.destroyed) return;
  await new Promise<void>((resolve) => response.write(words, () => resolve()));
}
