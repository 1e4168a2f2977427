import { type Clock, DomainError, isPerson, type ReaderActor } from '@hub/core';

import type { Exchange } from '../http/exchange';
import { headFile } from '../http/files/send-file';
import { end, write } from '../http/write-response';
import type { Column } from './columns';
import type { ExportFacts, ExportLog } from './export-log';
import { exportError } from './exports.errors';
import { loggedExport, type TakenRows } from './logged-export';
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
 * connection can say that the file is not whole.
 */
export async function runExport(run: ExportRun): Promise<void> {
  const { exchange, pages, rowsAlone } = run;
  try {
    const first = await pages.next();
    const facts = { ...run.facts, isBulk: await rowsAlone.areExceeded(first, run.count) };
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

async function send(run: ExportRun, first: IteratorResult<readonly unknown[]>, taken: TakenRows): Promise<void> {
  const { exchange, format, columns, pages, fileName } = run;
  headFile(exchange.response, { name: `${fileName}.${format.extension}`, contentType: format.contentType });
  await write(exchange, format.head(columns));
  for (let page = first; page.done !== true; page = await pages.next()) {
    taken.assertMayTake(page.value.length);
    await write(exchange, format.rows(page.value, columns));
    taken.add(page.value.length);
  }
  const mark = watermark(run, taken.exportId);
  if (mark !== null) await write(exchange, mark);
  await end(exchange);
}

/** Who took the file, and when: in the file itself, where its format has room for it. */
const watermark = ({ actor, clock, format }: ExportRun, exportId: string): string | null =>
  isPerson(actor) ? format.watermark(takenBy(actor, clock.now(), exportId)) : null;

/** The last words of a broken export, where the format has room for them; whoever answers cuts the connection then. */
async function breakOff({ exchange, format }: ExportRun, error: unknown): Promise<void> {
  const { response, requestId } = exchange;
  const { reason, message } = error instanceof DomainError ? error : exportError('EXPORT_FAILED');
  const words = response.headersSent ? format.failure({ reason, message, requestId }) : null;
  if (words === null || response.destroyed) return;
  await new Promise<void>((resolve) => response.write(words, () => resolve()));
}
