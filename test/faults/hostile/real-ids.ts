import type { TestDatabase } from '../../support';

export const KINDS = [
  'document',
  'receipt',
  'attachment',
  'series',
  'organization',
  'unit',
  'zone',
  'group',
  'account',
  'post',
  'section',
  'member',
  'serviceToken',
  'notice',
  'report',
  'reportTask',
  'reportTemplate',
  'reportPlan',
  'reportFile',
] as const;

export type IdKind = (typeof KINDS)[number];

/** Ids that name something, by kind. */
export interface RealIds {
  of(kind: IdKind): readonly string[];
  readonly all: readonly string[];
}

/** A few of each, so that calls meet again on the same things. The stranger's own organisation can be named by no call. */
export async function readRealIds(database: TestDatabase, strangerOrganizationId: string): Promise<RealIds> {
  const rows = await database.query<{ kind: IdKind; id: string }>(
    `select 'document' as kind, document_id::text as id from dispatch.document
     union all select 'receipt', document_id || '.' || organization_id from dispatch.receipt
     union all select 'attachment', attachment_id::text from dispatch.attachment
     union all select 'series', series_id::text from dispatch.number_series
     union all (select 'organization', organization_id::text from organization.organization
                where organization_id <> $1 order by kind desc, organization_id limit 12)
     union all (select 'unit', unit_id::text from organization.unit order by protocol_order limit 8)
     union all select 'zone', zone_id::text from organization.zone
     union all select 'group', group_id::text from organization.recipient_group
     union all (select 'account', account_id::text from organization.account where login_name like 'unit00%' limit 6)
     union all (select 'post', post_id::text from organization.post where role = 'UNIT_LEADER' limit 6)
     union all select 'section', section_id::text from organization.section
     union all select 'member', member_id::text from organization.member
     union all select 'serviceToken', token_id::text from organization.service_token
     union all (select 'notice', notice_id::text from organization.notice order by notice_id limit 6)
     union all select 'report', report_id::text from reports.report
     union all select 'reportTask', task_id::text from reports.report_task
     union all select 'reportTemplate', template_id::text from reports.report_template
     union all select 'reportPlan', plan_id::text from reports.report_plan
     union all select 'reportFile', attachment_id::text from reports.attachment`,
    [strangerOrganizationId],
  );
  const of = (kind: IdKind): readonly string[] => rows.flatMap((row) => (row.kind === kind ? [row.id] : []));
  for (const kind of KINDS) if (of(kind).length === 0) throw new Error(`nothing to aim at: no ${kind}`);
  return { of, all: rows.map(({ id }) => id) };
}
