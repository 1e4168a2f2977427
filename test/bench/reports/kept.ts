import type { Client } from 'pg';

/** What handing in writes of one task, counted in the database itself. */
const KEPT = `select
  (select count(*) from reports.report
    where task_id = $1 and state = 'SUBMITTED' and first_submitted_at is not null)::int as reports,
  (select count(*) from reports.report_version v join reports.report r using (committee_id, report_id)
    where r.task_id = $1 and v.frozen_at is not null and v.visibility = 'COMMITTEE'
      and v.number = r.submitted_number)::int as versions,
  (select sum(handed_in) from reports.report_tally where task_id = $1)::int as tallied,
  (select sum(draft) from reports.report_tally where task_id = $1)::int as drafts,
  (select sum(reports) from reports.report_sum where task_id = $1 and field_key = 'held')::int as summed,
  (select sum(total) from reports.report_sum where task_id = $1 and field_key = 'held')::int as total,
  (select count(*) from reports.report_figure where task_id = $1 and field_key = 'held')::int as figures,
  (select count(*) from reports.report_text t join reports.report r using (committee_id, report_id)
    where r.task_id = $1)::int as texts,
  (select count(*) from reports.kept_deadline where subject_id = $1 and closed_at is not null)::int as deadlines,
  (select count(distinct aggregate_id) from reports.outbox
    where event = 'reports.report-changed' and payload ->> 'taskId' = $1::text
      and payload ->> 'state' = 'SUBMITTED')::int as events,
  (select count(distinct object_id) from reports.audit a join reports.report r on r.report_id = a.object_id
    where r.task_id = $1 and a.action = 'submitReport')::int as acts`;

/** What is not there after so many units handed in 1, 2, 3 …: a word for each place where something is missing or too much. */
export async function lostOf(owner: Client, taskId: string, units: number): Promise<readonly string[]> {
  const { rows } = await owner.query<Record<string, number>>(KEPT, [taskId]);
  return Object.entries(rows[0] ?? {})
    .filter(([what, count]) => count !== expected(what, units))
    .map(([what, count]) => `${what} ${count} (${expected(what, units)})`);
}

function expected(what: string, units: number): number {
  if (what === 'drafts') return 0;
  return what === 'total' ? (units * (units + 1)) / 2 : units;
}
