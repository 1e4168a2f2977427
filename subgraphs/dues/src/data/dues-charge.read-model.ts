import type { Id } from '@hub/core';
import { type ReadTransaction, unitsInSight } from '@hub/persistence';

import { duesPolicy } from '../domain/dues.policy';

export interface DuesChargeRow {
  readonly id: Id;
  readonly unitId: Id;
  readonly month: string;
  readonly amountFen: number;
  readonly paidFen: number;
}

export async function duesChargesById(
  tx: ReadTransaction,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, DuesChargeRow>> {
  const units = await unitsInSight(tx, 'dues', duesPolicy.reachOf(tx.actor, 'readCharges'));
  const rows = await tx.query<DuesChargeRow>(
    `select charge_id as "id", unit_id as "unitId", month, amount_fen::float8 as "amountFen",
            paid_fen::float8 as "paidFen"
     from dues.dues_charge
     where committee_id = $1 and charge_id = any($2::uuid[]) and ($3::uuid[] is null or unit_id = any($3))`,
    [tx.committeeId, ids, units],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
