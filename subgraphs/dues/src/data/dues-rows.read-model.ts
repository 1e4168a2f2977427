import type { Id } from '@hub/core';
import { type ReadTransaction, unitsInSight } from '@hub/persistence';

import { duesPolicy } from '../domain/dues.policy';

export interface DuesRow {
  readonly unitId: Id;
  readonly unitName: string;
  readonly chargedFen: number;
  readonly paidFen: number;
}

/**
 * Totals of one month a unit, in protocol order. Sums of bigint are numeric in SQL; as doubles they are exact to 2^53
 * fen, which is the range of the `Fen` scalar.
 */
export async function duesRows(tx: ReadTransaction, month: string): Promise<DuesRow[]> {
  const units = await unitsInSight(tx, 'dues', duesPolicy.reachOf(tx.actor, 'readTotals'));
  return tx.query<DuesRow>(
    `select c.unit_id as "unitId", u.name as "unitName",
            sum(c.amount_fen)::float8 as "chargedFen", sum(c.paid_fen)::float8 as "paidFen"
     from dues.dues_charge c
     join dues.directory_unit u on (u.committee_id, u.unit_id) = (c.committee_id, c.unit_id)
     where c.committee_id = $1 and c.month = $2 and ($3::uuid[] is null or c.unit_id = any($3))
     group by c.unit_id, u.name, u.protocol_order
     order by u.protocol_order`,
    [tx.committeeId, month, units],
  );
}
