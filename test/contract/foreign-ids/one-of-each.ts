import { type IdKind, KINDS } from '../../faults/hostile/real-ids';
import type { Ground } from '../../faults/walls/planted-rows';
import { someId, type TestDatabase } from '../../support';

/** An id of each kind. */
export type OneOfEach = Readonly<Record<IdKind, string>>;

/** Ids of things that the first unit has, or only the office. */
export async function foreignIds(database: TestDatabase, { first, stranger, child }: Ground): Promise<OneOfEach> {
  const statements: Readonly<Record<IdKind, string>> = {
    document: `select d.document_id::text as id from dispatch.document d where not exists (
                 select from dispatch.receipt r where r.document_id = d.document_id and r.unit_id = any($2))`,
    receipt: `select document_id || '.' || organization_id as id from dispatch.receipt where unit_id = $1`,
    attachment: 'select attachment_id::text as id from dispatch.attachment',
    series: 'select series_id::text as id from dispatch.number_series',
    organization: 'select organization_id::text as id from organization.organization where unit_id = $1',
    unit: 'select unit_id::text as id from organization.unit where unit_id = $1',
    zone: `select z.zone_id::text as id from organization.zone z where not exists (
             select from organization.zone_unit m where m.zone_id = z.zone_id and m.unit_id = any($2))`,
    group: 'select group_id::text as id from organization.recipient_group',
    account: 'select account_id::text as id from organization.post where unit_id = $1',
    post: 'select post_id::text as id from organization.post where unit_id = $1',
    section: `select s.section_id::text as id from organization.section s
              join organization.organization o on o.organization_id = s.organization_id where o.unit_id = $1`,
    member: 'select member_id::text as id from organization.member where unit_id = $1',
    serviceToken: 'select token_id::text as id from organization.service_token',
    notice: 'select notice_id::text as id from organization.notice where unit_id = $1',
    report: 'select report_id::text as id from reports.report where unit_id = $1',
    reportTask: `select t.task_id::text as id from reports.report_task t where not exists (
                   select from reports.report r where r.task_id = t.task_id and r.unit_id = any($2))`,
    reportTemplate: 'select template_id::text as id from reports.report_template',
    reportPlan: 'select plan_id::text as id from reports.report_plan',
    reportFile: 'select attachment_id::text as id from reports.attachment where unit_id = $1',
  };
  const found: [IdKind, string][] = [];
  for (const kind of KINDS) {
    const [row] = await database.query<{ id: string }>(
      `${statements[kind]} ${statements[kind].includes('$') ? 'and' : 'where'} $1::uuid is not null
       and $2::uuid[] is not null order by 1 limit 1`,
      [first.unitId, [stranger.unitId, child.unitId]],
    );
    if (!row) throw new Error(`no foreign ${kind}`);
    found.push([kind, row.id]);
  }
  return Object.fromEntries(found) as OneOfEach;
}

/** Ids of nothing. */
export const absentIds = (): OneOfEach =>
  Object.fromEntries(
    KINDS.map((kind) => [kind, kind === 'receipt' ? `${someId()}.${someId()}` : someId()]),
  ) as OneOfEach;
