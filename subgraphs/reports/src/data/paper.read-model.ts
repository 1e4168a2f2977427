import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { TaskCounts, TaskSum } from '../domain/paper/task-paper';
import { readingUnits } from './reading-units';
import { FREED_STATES } from './state-lists';

/** How the reports of a task stand now, those that the reader may see. */
export async function taskCounts(tx: ReadTransaction, taskId: Id, now: Date): Promise<TaskCounts> {
  const [row] = await tx.query<TaskCounts>(
    `select count(*)::int as asked,
       (count(*) filter (where o.counts and r.first_submitted_at is not null))::int as "handedIn",
       (count(*) filter (where o.counts and r.first_submitted_at > r.due_at))::int as late,
       (count(*) filter (where o.counts and r.first_submitted_at is null and r.due_at < $4))::int as missing,
       (count(*) filter (where r.state = 'ACCEPTED'))::int as accepted,
       (count(*) filter (where r.excellent_at is not null))::int as excellent,
       (count(*) filter (where r.state = 'SETTLED'))::int as settled,
       (count(*) filter (where r.state = 'EXEMPT'))::int as exempt
     from reports.report r
     cross join lateral (select r.state not in (${FREED_STATES}) as counts) o
     where r.committee_id = $1 and r.task_id = $2 and ($3::uuid[] is null or r.unit_id = any($3))`,
    [tx.committeeId, taskId, await readingUnits(tx), now],
  );
  return row as TaskCounts;
}

/** What was handed in, added up over the reports that the reader may see. */
export async function taskSums(tx: ReadTransaction, taskId: Id): Promise<readonly TaskSum[]> {
  return tx.query<TaskSum>(
    `select f.field_key as "fieldKey", count(*)::int as reports, trim_scale(sum(f.value))::text as total,
       round(avg(f.value), 2)::text as average
     from reports.report_figure f
     join reports.report r on r.committee_id = $1 and r.report_id = f.report_id
     where f.committee_id = $1 and f.task_id = $2 and ($3::uuid[] is null or r.unit_id = any($3))
     group by f.field_key`,
    [tx.committeeId, taskId, await readingUnits(tx)],
  );
}

/** What the hub calls units and organisations. Papers are not among them: whoever may not see one learns no title here. */
export async function namesOf(tx: ReadTransaction, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: Id; name: string }>(
    `select unit_id as id, name from reports.directory_unit where committee_id = $1 and unit_id = any($2::uuid[])
     union all
     select organization_id, name from reports.directory_organization
     where committee_id = $1 and organization_id = any($2::uuid[])`,
    [tx.committeeId, ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
