import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { Tally } from '../domain/tally';
import type { AwaitedPlace, Place, TalliedPlace } from '../domain/task-progress';
import { FREED_STATES } from './state-lists';
import { TALLY_SUMS } from './tally.columns';

export async function talliedPlaces(tx: ReadTransaction, taskId: Id): Promise<TalliedPlace[]> {
  const rows = await tx.query<Place & Tally>(
    `select zone_id as "zoneId", nature, ${TALLY_SUMS} from reports.report_tally
     where committee_id = $1 and task_id = $2 group by zone_id, nature order by zone_id nulls last, nature`,
    [tx.committeeId, taskId],
  );
  return rows.map(({ zoneId, nature, ...tally }) => ({ zoneId, nature, tally }));
}

/** Exceptions are met by the index of what is awaited. */
const SIDES = { ended: 'due_at < $3', running: 'due_at >= $3' } as const;

/** What is awaited of a task by the side of now on which its end is. */
export function awaitedPlaces(
  tx: ReadTransaction,
  taskId: Id,
  now: Date,
  side: keyof typeof SIDES,
): Promise<AwaitedPlace[]> {
  return tx.query(
    `select zone_id as "zoneId", nature, count(*)::int as count from reports.report
     where committee_id = $1 and task_id = $2 and ${SIDES[side]} and first_submitted_at is null
       and state not in (${FREED_STATES})
     group by zone_id, nature`,
    [tx.committeeId, taskId, now],
  );
}
