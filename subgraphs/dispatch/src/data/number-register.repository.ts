import type { Id, PersonActor } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { NumberCounter, NumberEntry } from '../domain/number-allocation';

/** The numbers of one series and year. */
export class NumberRegisterRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly seriesId: Id,
    private readonly year: number,
  ) {}

  /** Whoever numbers a paper waits here for the one before: that is why no number is given twice and none is skipped. */
  async lockCounter(): Promise<NumberCounter> {
    await this.tx.execute(
      `insert into dispatch.series_counter (committee_id, series_id, year) values ($1, $2, $3) on conflict do nothing`,
      this.#key,
    );
    const [counter] = await this.tx.query<NumberCounter>(
      `select last_sequence as "lastSequence", latest_written_on as "latestWrittenOn" from dispatch.series_counter
       where committee_id = $1 and series_id = $2 and year = $3 for update`,
      this.#key,
    );
    return counter as NumberCounter;
  }

  async writeCounter({ lastSequence, latestWrittenOn }: NumberCounter): Promise<void> {
    await this.tx.execute(
      `update dispatch.series_counter set last_sequence = $4, latest_written_on = $5
       where committee_id = $1 and series_id = $2 and year = $3`,
      [...this.#key, lastSequence, latestWrittenOn],
    );
  }

  async find(sequence: number): Promise<NumberEntry | null> {
    const [entry] = await this.tx.query<NumberEntry>(
      `select sequence, status, document_id as "documentId", reason from dispatch.number_register
       where committee_id = $1 and series_id = $2 and year = $3 and sequence = $4 for update`,
      [...this.#key, sequence],
    );
    return entry ?? null;
  }

  async write(entries: readonly NumberEntry[], person: PersonActor): Promise<void> {
    await this.tx.execute(
      `insert into dispatch.number_register
         (committee_id, series_id, year, sequence, status, document_id, reason,
          decided_by_account_id, decided_by_name, decided_at)
       select $1, $2, $3, e.sequence, e.status, e."documentId", e.reason, $5, $6, $7
       from jsonb_to_recordset($4::jsonb) as e(sequence int, status text, "documentId" uuid, reason text)
       on conflict (committee_id, series_id, year, sequence) do update
         set status = excluded.status, document_id = excluded.document_id, reason = excluded.reason,
             decided_by_account_id = excluded.decided_by_account_id, decided_by_name = excluded.decided_by_name,
             decided_at = excluded.decided_at`,
      [...this.#key, JSON.stringify(entries), person.accountId, person.displayName, this.tx.now],
    );
  }

  get #key(): readonly unknown[] {
    return [this.tx.committeeId, this.seriesId, this.year];
  }
}
