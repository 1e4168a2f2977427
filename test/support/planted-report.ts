import { someId } from './actors';

interface ReportOwner {
  readonly unitId: string;
  readonly organizationId: string;
}

type Statement = readonly [text: string, ...parameters: readonly unknown[]];

/** A task and the report that one unit owes for it, without their use cases; $1 of each statement is the committee. */
export function plantedReport(
  { unitId, organizationId }: ReportOwner,
  { taskId = someId(), reportId = someId(), templateId = someId(), title = '月度报送' } = {},
): Statement[] {
  return [
    [
      `insert into reports.report_template
         (committee_id, template_id, name, kind, signature_needed, current_number, created_at, updated_at)
       values ($1, $2, $3, 'MONTHLY', true, 1, '2020-10-01', '2020-10-01')`,
      templateId,
      `${title}${templateId}`,
    ],
    [
      `insert into reports.report_template_version
         (committee_id, template_id, number, fields, minutes, published_at, published_by_account_id, published_by_name)
       values ($1, $2, 1, '[]', 10, '2020-10-01', $2, '办公室')`,
      templateId,
    ],
    [
      `insert into reports.report_task
         (committee_id, task_id, kind, title, period_key, template_id, template_version, audience, asked_count, due_on,
          due_at, due_basis, state, opened_at, opened_by_name, updated_at)
       values ($1, $2, 'MONTHLY', $4, '2020-10', $3, 1, '{}', 1, '2020-10-31', '2020-10-31T23:59:59+08:00', 'STATED',
               'OPEN', '2020-10-01T09:00:00+08:00', '办公室', '2020-10-01')`,
      taskId,
      templateId,
      title,
    ],
    [
      `insert into reports.report
         (committee_id, report_id, task_id, kind, period_key, title, organization_id, organization_name, unit_id, nature,
          template_id, template_version, visibility, state, due_at, updated_at)
       values ($1, $2, $3, 'MONTHLY', '2020-10', $4, $5, '机关党委', $6, 'ADMINISTRATIVE_ORGAN', $7, 1, 'COMMITTEE',
               'DRAFT', '2020-10-31T23:59:59+08:00', '2020-10-01')`,
      reportId,
      taskId,
      title,
      organizationId,
      unitId,
      templateId,
    ],
  ];
}

/** A plan that asks for the same every month; its next one lies far ahead. */
export function plantedReportPlan(templateId: string, planId: string): Statement {
  return [
    `insert into reports.report_plan
       (committee_id, plan_id, name, kind, cadence, template_id, due_rule, audience, state, next_period, next_opens_on,
        created_at, created_by_account_id, created_by_name, updated_at)
     values ($1, $2, '月度报送', 'MONTHLY', 'MONTHLY', $3, '{"by":"WORKDAYS","workdays":3,"daysAhead":5}',
             '{"groups":[],"organizations":[],"exclusions":[]}', 'ACTIVE', '2030-10', '2030-10-27',
             '2020-10-01T09:00:00+08:00', $2, '办公室', '2020-10-01')`,
    planId,
    templateId,
  ];
}

/** A file that was handed in with it. */
export function plantedReportFile(
  { unitId }: Pick<ReportOwner, 'unitId'>,
  reportId: string,
  fileId: string,
): Statement {
  return [
    `insert into reports.attachment
       (committee_id, attachment_id, report_id, unit_id, visibility, ordinal, file_name, media_type, byte_size,
        content_digest, storage_key, uploaded_by_account_id, uploaded_by_name, uploaded_at, handed_in_at)
     values ($1, $2, $3, $4, 'COMMITTEE', 1, '佐证材料.pdf', 'application/pdf', 1024, $5, 'ab/cd', $2, '填报人',
             '2020-10-10T09:00:00+08:00', '2020-10-11T09:00:00+08:00')`,
    fileId,
    reportId,
    unitId,
    'a'.repeat(64),
  ];
}

/** It was adopted by the work committee. */
export function plantedAdoption({ unitId }: Pick<ReportOwner, 'unitId'>, reportId: string): Statement {
  return [
    `insert into reports.report_adoption
       (committee_id, report_id, adoption_id, unit_id, level, channel, adopted_on, recorded_at, recorded_by_account_id,
        recorded_by_name)
     values ($1, $2, $3, $4, 'COMMITTEE', '《机关党建信息》第12期', '2020-10-12', '2020-10-13', $3, '登记员')`,
    reportId,
    someId(),
    unitId,
  ];
}

/** A workbook of the task that is being read, by somebody of the unit. */
export function plantedReportImport(
  { unitId }: Pick<ReportOwner, 'unitId'>,
  taskId: string,
  { importId, ofOffice }: { readonly importId: string; readonly ofOffice: boolean },
): Statement {
  return [
    `insert into reports.report_import
       (committee_id, import_id, task_id, unit_id, visibility, template_version, file_name, started_at,
        started_by_account_id, started_by_name)
     values ($1, $2, $3, $4, $5, 1, '填报.xlsx', '2020-10-10T09:00:00+08:00', $2, '填报人')`,
    importId,
    taskId,
    unitId,
    ofOffice ? 'COMMITTEE' : 'UNIT',
  ];
}
