import type { ReadTransaction } from '@hub/persistence';

export interface EconomyRow {
  readonly year: number;
  readonly numbered: number;
  /** Null when the hub knows nothing of the year before. */
  readonly lastYear: number | null;
  readonly explanation: string | null;
  readonly explainedByName: string | null;
}

/** 发文计数 of a year beside the year before. */
export async function economyOf(tx: ReadTransaction, year: number): Promise<EconomyRow> {
  const [row] = await tx.query<EconomyRow>(
    `select y.year, coalesce(e.numbered, 0) as numbered, p.numbered as "lastYear", e.explanation,
            e.explained_by_name as "explainedByName"
     from (select $2::int as year) y
     left join dispatch.document_economy e on e.committee_id = $1 and e.year = y.year
     left join dispatch.document_economy p on p.committee_id = $1 and p.year = y.year - 1`,
    [tx.committeeId, year],
  );
  return row as EconomyRow;
}
