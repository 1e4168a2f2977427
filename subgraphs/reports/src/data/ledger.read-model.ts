import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

/** So many entries of one place make a ledger worth folding. */
const GROWN = 8;

/** Tasks of all committees whose ledgers have grown. */
export function grownLedgers(tx: ReadTransaction): Promise<{ readonly committeeId: Id; readonly taskId: Id }[]> {
  return tx.query(
    `select committee_id as "committeeId", task_id as "taskId" from reports.report_tally
     group by committee_id, task_id, zone_id, nature having count(*) > $1
     union
     select committee_id, task_id from reports.report_sum
     group by committee_id, task_id, field_key, zone_id, nature having count(*) > $1`,
    [GROWN],
  );
}
