import type { TestDatabase } from '../../support';
import type { Ground } from './planted-rows';

/** Of each entity, keys of rows that neither the stranger nor the unit below holds. */
export async function foreignKeys(
  database: TestDatabase,
  { stranger, child }: Ground,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const notHeld = (alias: string) =>
    `not exists (select from dispatch.receipt r where r.document_id = ${alias}.document_id and r.unit_id = any($1))`;
  const notAsked = (alias: string, key: string) =>
    `not exists (select from reports.report r where r.${key} = ${alias}.${key} and r.unit_id = any($1))`;
  const committees = `(select o.unit_id from organization.organization o where o.kind = 'WORK_COMMITTEE')`;
  const others = (alias: string) => `${alias}.unit_id <> all($1) and ${alias}.unit_id not in ${committees}`;
  const statements: Readonly<Record<string, string>> = {
    Document: `select document_id::text as id from dispatch.document d where ${notHeld('d')}`,
    Receipt: `select document_id || '.' || organization_id as id from dispatch.receipt r where unit_id <> all($1)`,
    Attachment: `select attachment_id::text as id from dispatch.attachment a where ${notHeld('a')}`,
    NumberSeries: 'select series_id::text as id from dispatch.number_series where $1::uuid[] is not null',
    Request: 'select request_id::text as id from approvals.request where unit_id <> all($1)',
    Report: 'select report_id::text as id from reports.report where unit_id <> all($1)',
    ReportFile: 'select attachment_id::text as id from reports.attachment where unit_id <> all($1)',
    ReportTemplate: `select template_id::text as id from reports.report_template t where ${notAsked('t', 'template_id')}`,
    ReportPlan: 'select plan_id::text as id from reports.report_plan where $1::uuid[] is not null',
    ReportTask: `select task_id::text as id from reports.report_task t where ${notAsked('t', 'task_id')}`,
    DuesCharge: 'select charge_id::text as id from dues.dues_charge where unit_id <> all($1)',
    Member: 'select member_id::text as id from organization.member where unit_id <> all($1)',
    Account: `select p.account_id::text as id from organization.post p where ${others('p')}`,
    Post: `select p.post_id::text as id from organization.post p where ${others('p')}`,
    Organization: `select o.organization_id::text as id from organization.organization o where ${others('o')}`,
    Unit: `select u.unit_id::text as id from organization.unit u where ${others('u')}`,
    Zone: `select zone_id::text as id from organization.zone z
           where not exists (select from organization.zone_unit m where m.zone_id = z.zone_id and m.unit_id = any($1))`,
  };
  const keys = new Map<string, readonly string[]>();
  for (const [type, statement] of Object.entries(statements)) {
    const rows = await database.query<{ id: string }>(`${statement} limit 20`, [[stranger.unitId, child.unitId]]);
    if (rows.length === 0) throw new Error(`no foreign ${type} to ask for`);
    keys.set(
      type,
      rows.map(({ id }) => id),
    );
  }
  return keys;
}
