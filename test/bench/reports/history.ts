import type { BenchWorld } from '../world/bench-world';
import { withoutIndexes } from '../world/without-indexes';
import { addTemplate } from './template';

export interface BenchUnit {
  readonly unitId: string;
  readonly organizationId: string;
}

/** Reports of a committee: those of the last year, and as many times more from the ten years before. */
export interface History {
  readonly reports: number;
  /** Units that are asked today; the first are asked ever since. */
  readonly units: readonly BenchUnit[];
  readonly zoneId: string;
  /** Words of its reports, by how they are spread. */
  readonly words: typeof WORDS;
}

/** 132 units; in the ten years before ten times as many, so that a unit has a hundred times the reports and not a thousand. */
const UNITS = { lastYear: 132, before: 1320 };
/** Tasks of a year that are answered by all, and what units send of their own accord beside them. */
const TASKS_A_YEAR = 13;
const OWN_A_YEAR = 84;

const WORDS = {
  /** In every report. */
  common: '党员大会',
  /** In every report that is older than the newest thousand, and in none of these. */
  old: '旧档整理',
  /** In 18 reports, spread over all. */
  rare: '巡察移交',
  none: '查无此词',
} as const;

/** Written past the use cases in sets: 1800 reports with `years` 1, a thousand times as many with 1000. */
export async function addHistory(world: BenchWorld, years: number): Promise<History> {
  const { owner, ids } = world;
  const units = Array.from({ length: UNITS.lastYear }, () => ({ unitId: ids.next(), organizationId: ids.next() }));
  const templateId = await addTemplate(world);
  await owner.query('set session_replication_role = replica');
  await addUnits(world, units);
  await addTasks(world, templateId, years);
  await withoutIndexes(world, 'reports', ['report', 'report_text', 'unit_burden'], async () => {
    await addReports(world, templateId, years);
    await addTexts(world, years);
    await addBurdens(world);
  });
  await owner.query('set session_replication_role = default');
  await owner.query('vacuum analyze reports.report, reports.report_text, reports.report_task, reports.unit_burden');
  const { rows } = await owner.query<{ count: number; zone: string }>(
    `select count(*)::int as count, md5('zone3')::uuid as zone from reports.report`,
  );
  return { reports: rows[0]?.count ?? 0, zoneId: rows[0]?.zone ?? '', units, words: WORDS };
}

/** `bench_unit`: the units of today first. Ten zones and five natures. */
async function addUnits({ committeeId, owner }: BenchWorld, units: readonly BenchUnit[]): Promise<void> {
  await owner.query(
    `create temp table bench_unit as
     select coalesce(u."unitId", uuidv7()) as unit_id, coalesce(u."organizationId", uuidv7()) as organization_id, g.n,
            md5('zone' || g.n % 10)::uuid as zone_id, 'NATURE_' || g.n % 5 as nature
     from generate_series(1, ${UNITS.before}) as g(n)
     left join rows from (jsonb_to_recordset($1::jsonb) as ("unitId" uuid, "organizationId" uuid))
       with ordinality as u("unitId", "organizationId", n) using (n)`,
    [JSON.stringify(units)],
  );
  await owner.query(
    `insert into reports.directory_unit
       (committee_id, unit_id, name, nature, protocol_order, zone_id, active, version)
     select $1, unit_id, '第' || n || '局', nature, n, zone_id, true, 1 from bench_unit`,
    [committeeId],
  );
  await owner.query(
    `insert into reports.directory_organization
       (committee_id, organization_id, unit_id, name, kind, affiliation_path, active, version)
     select $1, organization_id, unit_id, '第' || n || '局机关委员会', 'ORGAN_COMMITTEE', array[organization_id], true, 1
     from bench_unit`,
    [committeeId],
  );
}

/**
 * `bench_task`: thirteen of the last year, the newest open, and those of the years before, each answered by ten times as
 * many units.
 */
async function addTasks({ clock, committeeId, owner }: BenchWorld, templateId: string, years: number): Promise<void> {
  const before = ((years - 1) * UNITS.lastYear * TASKS_A_YEAR) / UNITS.before;
  await owner.query(
    `create temp table bench_task as
     select uuidv7(opened_at - clock_timestamp()) as task_id, opened_at, opened_at + interval '20 days' as due_at,
            to_char(opened_at at time zone 'Asia/Shanghai', 'YYYY-MM') as period_key, n, n <= ${TASKS_A_YEAR} as recent
     from generate_series(1, ${TASKS_A_YEAR} + $2::int) as n
     cross join lateral (select case when n <= ${TASKS_A_YEAR}
       then $1::timestamptz - interval '7 days' - (n - 1) * interval '28 days'
       else $1::timestamptz - interval '1 year' - (n - ${TASKS_A_YEAR}) * (interval '3500 days' / greatest($2::int, 1)) end) as t(opened_at)`,
    [clock.now(), Math.round(before)],
  );
  await owner.query(
    `insert into reports.report_task
       (committee_id, task_id, kind, title, period_key, template_id, template_version, audience, asked_count, due_on,
        due_at, due_basis, state, opened_at, opened_by_name, closed_at, updated_at)
     select $1, task_id, 'MONTHLY', period_key || '党建工作月报', period_key, $2, 1, '{}',
            case when recent then ${UNITS.lastYear} else ${UNITS.before} end, due_at::date, due_at, 'STATED',
            case when n = 1 then 'OPEN' else 'CLOSED' end, opened_at, '王五', case when n > 1 then due_at + interval '10 days' end,
            opened_at
     from bench_task`,
    [committeeId, templateId],
  );
}

/**
 * Of a hundred reports one never came and five were late. The newest task is half answered, a tenth of the last year still to
 * be judged, a fiftieth of what was accepted is excellent.
 */
async function addReports(world: BenchWorld, templateId: string, years: number): Promise<void> {
  const { clock, committeeId, owner } = world;
  await owner.query(
    `create temp table bench_report as
     select 'MONTHLY' as kind, t.task_id, t.opened_at, t.due_at, t.period_key, t.recent, t.n as task_n, u.*,
            abs(hashint8(t.n * 100003 + u.n)::bigint) as h
     from bench_task t join bench_unit u on u.n <= case when t.recent then ${UNITS.lastYear} else ${UNITS.before} end
     union all
     select case when o % 84 < 60 then 'INFORMATION' when o % 84 < 80 then 'HIGHLIGHT' else 'HONOR' end, null, at, null,
            to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM'), o < ${OWN_A_YEAR}, null, u.*,
            abs(hashint8(-o)::bigint)
     from generate_series(0, ${OWN_A_YEAR} * $2::int - 1) as o
     cross join lateral (select case when o < ${OWN_A_YEAR}
       then $1::timestamptz - interval '1 day' - o * interval '4 days'
       else $1::timestamptz - interval '1 year' - (o - ${OWN_A_YEAR}) * (interval '3500 days' / (${OWN_A_YEAR} * $2::int)) end) as t(at)
     join bench_unit u on u.n = o % case when o < ${OWN_A_YEAR} then ${UNITS.lastYear} else ${UNITS.before} end + 1`,
    [clock.now(), years],
  );
  await owner.query(
    `insert into reports.report
       (committee_id, report_id, task_id, kind, period_key, title, organization_id, organization_name, unit_id, zone_id,
        nature, template_id, template_version, visibility, state, content_number, due_at, first_submitted_at,
        submitted_at, submitted_number, accepted_at, excellent_at, updated_at)
     select $1, uuidv7(r.opened_at - clock_timestamp()), r.task_id, r.kind, r.period_key, r.period_key || '党建工作情况',
            r.organization_id, '第' || r.n || '局机关委员会', r.unit_id, r.zone_id, r.nature, $2, 1, 'COMMITTEE',
            case when s.at is null then 'DRAFT' when r.recent and r.h % 10 = 3 then 'SUBMITTED' else 'ACCEPTED' end,
            case when s.at is null then 0 else 1 end, r.due_at, s.at, s.at, case when s.at is not null then 1 end,
            case when s.at is not null and not (r.recent and r.h % 10 = 3) then s.at end,
            case when s.at is not null and r.h % 50 = 7 then s.at end, coalesce(s.at, r.opened_at)
     from bench_report r
     cross join lateral (select case
       when r.task_n is null then r.opened_at
       when r.task_n = 1 then case when r.h % 2 = 0 then r.opened_at + r.h % 10000 * interval '1 minute' end
       when r.h % 100 = 0 then null
       when r.h % 100 <= 5 then r.due_at + r.h % 200 * interval '1 hour'
       else r.opened_at + r.h % 20000 * interval '1 minute' end) as s(at)`,
    [committeeId, templateId],
  );
  await owner.query('drop table bench_report');
}

/** As searchableText leaves them: some forty characters, which are enough to tell words that are common from rare ones. */
async function addTexts({ committeeId, owner }: BenchWorld, years: number): Promise<void> {
  await owner.query(
    `insert into reports.report_text (committee_id, report_id, unit_id, kind, submitted_at, body)
     select committee_id, report_id, unit_id, kind, submitted_at,
            title || ' 召开${WORDS.common}' || h % 97 || '次,' || (array['学习贯彻','组织生活','志愿服务','警示教育','结对共建'])[h % 5 + 1]
              || h % 1009 || '人次' || case when place > 1000 then ' ${WORDS.old}' else '' end
              || case when place % ($2::int * 100) = 50 then ' ${WORDS.rare}' else '' end
     from (select *, row_number() over (order by submitted_at desc, report_id desc) as place,
                  abs(hashint8(hashtext(report_id::text))::bigint) as h
           from reports.report where committee_id = $1 and submitted_at is not null) r`,
    [committeeId, years],
  );
}

async function addBurdens({ committeeId, owner }: BenchWorld): Promise<void> {
  await owner.query(
    `insert into reports.unit_burden
       (committee_id, unit_id, month, tasks, asked_fields, known_fields, minutes_estimated, handed_in, minutes_spent,
        minutes_said)
     select committee_id, unit_id, period_key, count(*), count(*) * 2, 0, count(*) * 30, count(submitted_at), 0, 0
     from reports.report where committee_id = $1 and task_id is not null group by committee_id, unit_id, period_key`,
    [committeeId],
  );
}
