import { type Clock, DomainError, isPerson, type ReaderActor } from '@hub/core';

import type { Exchange } from '../http/exchange';
import { headFile } from '../http/files/send-file';
import { end, write } from '../http/write-response';
import type { Column } from './columns';
import type { ExportFacts, ExportLog, ExportOutcome } from './export-log';
import { exportError } from './exports.errors';
import type { RowFormat } from './row-format';
import type { RowsAlone } from './rows-alone';
import { takenBy } from './taken-by';

export interface ExportRun {
  readonly exchange: Exchange;
  readonly actor: ReaderActor;
  readonly format: RowFormat;
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
 * connection can say that the file is not whole. The log has a row before the first byte leaves, and its end whatever
 * that is.
 */
export async function runExport(run: ExportRun): Promise<void> {
  const { exchange, actor, pages, log, facts } = run;
  try {
    const first = await pages.next();
    const isBulk = await run.rowsAlone.areExceeded(first, run.count);
    const exportId = await log.begin(actor, exchange.requestId, { ...facts, isBulk });
    const sent = { rows: 0, exportId, isBulk };
    let outcome: ExportOutcome = 'FAILED';
    try {
      await send(run, first, sent);
      outcome = 'COMPLETE';
    } catch (error) {
      if (exchange.signal.aborted) outcome = 'CANCELLED';
      else await breakOff(run, error);
      throw error;
    } finally {
      await log.finish(actor, exchange.requestId, exportId, outcome, sent.rows);
    }
  } finally {
    await pages.return(undefined);
  }
}

interface Sent {
  rows: number;
  readonly exportId: string;
  readonly isBulk: boolean;
}

async function send(run: ExportRun, first: IteratorResult<readonly unknown[]>, sent: Sent): Promise<void> {
  const { exchange, format, columns, pages, fileName, rowsAlone } = run;
  headFile(exchange.response, { name: `${fileName}.${format.extension}`, contentType: format.contentType });
  await write(exchange, format.head(columns));
  for (let page = first; page.done !== true; page = await pages.next()) {
    if (!sent.isBulk) rowsAlone.assertWithin(sent.rows + page.value.length);
    await write(exchange, format.rows(page.value, columns));
    sent.rows += page.value.length;
  }
  const mark = watermark(run, sent.exportId);
  if (mark !== null) await write(exchange, mark);
  await end(exchange);
}

/** Who took the file, and when: in the file itself, where its format has room for it. */
function watermark({ actor, clock, format }: ExportRun, exportId: string): string | null {
  if (!isPerson(actor)) return null;
  return format.watermark(`${takenBy(actor, clock.now())} 导出编号：${exportId}`);
}

/** The last words of a broken export, where the format has room for them; whoever answers cuts the connection then. */
async function breakOff({ exchange, format }: ExportRun, error: unknown): Promise<void> {
  const { response, requestId } = exchange;
  const { reason, message } = error instanceof DomainError ? error : exportError('EXPORT_FAILED');
  const words = response.headersSent ? format.failure({ reason, message, requestId }) : null;
  if (words === null || response.destroyed) return;
  await new Promise<void>((resolve) => response.write(words, () => resolve()));
}
