import type { BenchWorld } from '../world/bench-world';

/** Reports of the last minute, whose entries in the ledgers no job has folded yet. */
const UNFOLDED = 132;

export interface AnsweredTask {
  readonly taskId: string;
  readonly zoneId: string;
  readonly size: number;
}

/** A task that two of three units have answered, with ledgers as acts and the job that folds them leave them. */
export async function addAnsweredTask(world: BenchWorld, templateId: string, size: number): Promise<AnsweredTask> {
  const { clock, committeeId, ids, owner } = world;
  const taskId = ids.next();
  await owner.query(
    `insert into reports.report_task
       (committee_id, task_id, kind, title, period_key, template_id, template_version, audience, asked_count, due_on,
        due_at, due_basis, state, opened_at, opened_by_name, updated_at)
     values ($1, $2, 'MONTHLY', '十月党建工作月报', '2020-10', $3, 1, '{}', $4, '2020-11-04', '2020-11-04 18:00+08', 'STATED',
             'OPEN', $5, '王五', $5)`,
    [committeeId, taskId, templateId, size, clock.now()],
  );
  const { rows } = await owner.query<{ zone: string }>(
    `insert into reports.report
       (committee_id, report_id, task_id, kind, period_key, title, organization_id, organization_name, unit_id, zone_id,
        nature, template_id, template_version, visibility, state, due_at, first_submitted_at, submitted_at,
        submitted_number, updated_at)
     select $1, uuidv7(), $2, 'MONTHLY', '2020-10', '十月党建工作月报', uuidv7(), '第' || n || '局机关委员会', uuidv7(),
            md5('zone' || n % 10)::uuid, 'NATURE_' || n / 10 % 5, $3, 1, 'COMMITTEE',
            case when n % 3 = 0 then 'DRAFT' else 'SUBMITTED' end, '2020-11-04 18:00+08', at, at,
            case when n % 3 > 0 then 1 end, $4
     from generate_series(1, $5::int) as n cross join lateral (select case when n % 3 > 0 then $4::timestamptz end as at)
     returning md5('zone3')::uuid as zone`,
    [committeeId, taskId, templateId, clock.now(), size],
  );
  await addLedgers(world, taskId);
  await owner.query('vacuum analyze reports.report, reports.report_tally, reports.report_sum, reports.report_figure');
  return { taskId, zoneId: rows[0]?.zone ?? '', size };
}

async function addLedgers({ committeeId, owner }: BenchWorld, taskId: string): Promise<void> {
  await owner.query(
    `insert into reports.report_figure
       (committee_id, task_id, field_key, report_id, unit_id, zone_id, nature, value)
     select committee_id, task_id, 'held', report_id, unit_id, zone_id, nature, abs(hashint8(hashtext(report_id::text))) % 40
     from reports.report where committee_id = $1 and task_id = $2 and submitted_at is not null`,
    [committeeId, taskId],
  );
  await owner.query(
    `insert into reports.report_sum (committee_id, task_id, field_key, entry_id, zone_id, nature, reports, total)
     select committee_id, task_id, field_key, uuidv7(), zone_id, nature, count(*), sum(value)
     from (select *, row_number() over () as n from reports.report_figure where committee_id = $1 and task_id = $2) f
     group by committee_id, task_id, field_key, zone_id, nature, case when n <= ${UNFOLDED} then n end`,
    [committeeId, taskId],
  );
  await owner.query(
    `insert into reports.report_tally
       (committee_id, task_id, entry_id, zone_id, nature, draft, unit_review, unit_signed, submitted, returned, accepted,
        settled, handed_in, late, excellent)
     select committee_id, task_id, uuidv7(), zone_id, nature, count(*) filter (where state = 'DRAFT'), 0, 0,
            count(submitted_at), 0, 0, 0, count(submitted_at), 0, 0
     from (select *, row_number() over () as n from reports.report where committee_id = $1 and task_id = $2) r
     group by committee_id, task_id, zone_id, nature, case when n <= ${UNFOLDED} then n end`,
    [committeeId, taskId],
  );
}
