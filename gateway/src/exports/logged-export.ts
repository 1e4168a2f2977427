import type { ReaderActor } from '@hub/core';

import type { Exchange } from '../http/exchange';
import type { ExportFacts, ExportLog, ExportOutcome } from './export-log';
import type { RowsAlone } from './rows-alone';

export interface LoggedExport {
  readonly exchange: Exchange;
  readonly actor: ReaderActor;
  readonly log: ExportLog;
  readonly facts: ExportFacts;
  readonly rowsAlone: RowsAlone;
}

/** The rows of a file that is leaving: the log has them at its end, and who takes them alone gets no more than he may. */
export class TakenRows {
  #count = 0;

  constructor(
    readonly exportId: string,
    private readonly rowsAlone: RowsAlone | null,
  ) {}

  get count(): number {
    return this.#count;
  }

  /** Rows that came after they were counted, or could not be counted, are not taken alone either. */
  assertMayTake(rows: number): void {
    this.rowsAlone?.assertWithin(this.#count + rows);
  }

  add(rows: number): void {
    this.#count += rows;
  }
}

/**
 * Whatever leaves the hub as a file is known to the log before its first byte, and its end whatever that is. A file of
 * many rows begins by using what a second person agreed to.
 */
export async function loggedExport(
  { exchange, actor, log, facts, rowsAlone }: LoggedExport,
  send: (taken: TakenRows) => Promise<void>,
): Promise<void> {
  const exportId = await log.begin(actor, exchange.requestId, facts);
  const taken = new TakenRows(exportId, facts.isBulk ? null : rowsAlone);
  let outcome: ExportOutcome = 'FAILED';
  try {
    await send(taken);
    outcome = 'COMPLETE';
  } catch (error) {
    if (exchange.signal.aborted) outcome = 'CANCELLED';
    throw error;
  } finally {
    await log.finish(actor, exchange.requestId, exportId, outcome, taken.count);
  }
}
