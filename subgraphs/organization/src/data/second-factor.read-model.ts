import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

export interface SecondFactorState {
  readonly isOn: boolean;
  readonly recoveryCodesLeft: number;
}

export async function findSecondFactor(tx: ReadTransaction, accountId: Id): Promise<SecondFactorState> {
  const [row] = await tx.query<SecondFactorState>(
    `select confirmed_at is not null as "isOn", cardinality(recovery_codes) as "recoveryCodesLeft"
     from organization.second_factor where committee_id = $1 and account_id = $2`,
    [tx.committeeId, accountId],
  );
  return row ?? { isOn: false, recoveryCodesLeft: 0 };
}
