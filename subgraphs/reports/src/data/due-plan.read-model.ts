import type { Id, LocalDate } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

export interface DuePlan {
  readonly committeeId: Id;
  readonly planId: Id;
}

/** Plans of all committees that open a task by that day; one that is held was not tried on it. */
export function duePlans(tx: ReadTransaction, today: LocalDate): Promise<DuePlan[]> {
  return tx.query<DuePlan>(
    `select committee_id as "committeeId", plan_id as "planId" from reports.report_plan
     where state = 'ACTIVE' and next_opens_on <= $1 and (tried_on is null or tried_on < $1)
     order by next_opens_on, committee_id, plan_id`,
    [today],
  );
}
