import type { PersonActor } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { YearlyCounts } from '../domain/economy';

interface LockedEconomy extends YearlyCounts {
  readonly explanation: string | null;
}

/** 发文计数 of the committee by year. */
export class EconomyRepository {
  constructor(private readonly tx: Transaction) {}

  async lock(year: number): Promise<LockedEconomy> {
    const { committeeId } = this.tx;
    await this.#open(year);
    const [row] = await this.tx.query<LockedEconomy>(
      `select e.numbered as "thisYear", e.explanation,
              (select p.numbered from dispatch.document_economy p
               where p.committee_id = e.committee_id and p.year = e.year - 1) as "lastYear"
       from dispatch.document_economy e where e.committee_id = $1 and e.year = $2 for update of e`,
      [committeeId, year],
    );
    return row as LockedEconomy;
  }

  async count(year: number, change: number): Promise<void> {
    await this.tx.execute(
      'update dispatch.document_economy set numbered = numbered + $3 where committee_id = $1 and year = $2',
      [this.tx.committeeId, year, change],
    );
  }

  async explain(year: number, explanation: string, person: PersonActor): Promise<void> {
    await this.#open(year);
    await this.tx.execute(
      `update dispatch.document_economy
       set explanation = $3, explained_by_account_id = $4, explained_by_name = $5, explained_at = $6
       where committee_id = $1 and year = $2`,
      [this.tx.committeeId, year, explanation, person.accountId, person.displayName, this.tx.now],
    );
  }

  async #open(year: number): Promise<void> {
    await this.tx.execute(
      'insert into dispatch.document_economy (committee_id, year) values ($1, $2) on conflict do nothing',
      [this.tx.committeeId, year],
    );
  }
}
