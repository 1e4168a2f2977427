import { addMonths, decodeCursor, type Id, type Page, type PageRequest, pageOf, startOfDay } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { PeriodKey } from '../domain/period';
import type { ReportKind } from '../domain/report-kind';
import type { ReportState } from '../domain/report-state';
import type { TemplateField } from '../domain/template-field';
import { readingUnits } from './reading-units';
import { OWED_STATES } from './state-lists';

/** A report that a unit is asked for. */
export interface UnitAskRow {
  readonly reportId: Id;
  readonly taskId: Id;
  readonly kind: ReportKind;
  readonly title: string;
  readonly periodKey: PeriodKey;
  readonly organizationId: Id;
  readonly organizationName: string;
  readonly unitId: Id;
  readonly state: ReportState;
  readonly taskPaused: boolean;
  readonly dueAt: Date;
  /** The unit has still to do something about it. */
  readonly open: boolean;
  readonly returned: boolean;
  readonly fields: readonly TemplateField[];
  readonly minutes: number;
}

export interface UnitAskSelection {
  readonly unitId: Id;
  /** 2026-10 */
  readonly month: string;
}

/** What was returned is due by the date of the return. */
const DUE = `case when r.state in (${OWED_STATES})
                   then coalesce(r.resubmit_due_at, r.due_at) else r.due_at end`;

/**
 * What may belong to the month, each part from an index: of ten years a unit's reports are not gone through. What came back is
 * due by the date of its return, and is worked on.
 */
const CANDIDATES = `
  select report_id from reports.report
  where committee_id = $1 and unit_id = $2 and due_at >= $4 and due_at < $5
  union
  select report_id from reports.report
  where committee_id = $1 and unit_id = $2 and state in (${OWED_STATES})
  union
  select r.report_id from reports.report_task t
  join reports.report r on r.committee_id = t.committee_id and r.task_id = t.task_id
  where t.committee_id = $1 and t.opened_at >= $4 and t.opened_at < $5 and r.unit_id = $2`;

/** $2: the unit, $3: those that are read for, $4 and $5: beginning and end of the month. */
const ASKED = `from (${CANDIDATES}) c
  join reports.report r on r.committee_id = $1 and r.report_id = c.report_id
  join reports.report_task t on t.committee_id = r.committee_id and t.task_id = r.task_id
  join reports.report_template_version v
    on v.committee_id = r.committee_id and v.template_id = r.template_id and v.number = r.template_version
  cross join lateral (
    select ${DUE} as due_at, t.state <> 'CLOSED' and r.state in (${OWED_STATES}) as open
  ) a
  where ($3::uuid[] is null or r.unit_id = any($3))
    and ((a.due_at < $5 and (a.due_at >= $4 or a.open)) or (t.opened_at >= $4 and t.opened_at < $5))`;

/** What was asked in a month or is due in it and, from before, what is still open: by due time. */
export async function listUnitAsks(
  tx: ReadTransaction,
  { unitId, month }: UnitAskSelection,
  page: PageRequest,
): Promise<Page<UnitAskRow>> {
  const [dueAt, id] = page.after === null ? [null, null] : decodeCursor(page.after, 2);
  const first = `${month}-01`;
  const selection = [
    tx.committeeId,
    unitId,
    await readingUnits(tx),
    startOfDay(first),
    startOfDay(addMonths(first, 1)),
  ];
  const rows = await tx.query<UnitAskRow>(
    `select r.report_id as "reportId", r.task_id as "taskId", r.kind, r.title, r.period_key as "periodKey",
            r.organization_id as "organizationId", r.organization_name as "organizationName", r.unit_id as "unitId",
            r.state, t.state = 'PAUSED' as "taskPaused", a.due_at as "dueAt", a.open,
            a.open and r.return_count > 0 as returned, v.fields, v.minutes
     ${ASKED} and ($6::timestamptz is null or (a.due_at, r.report_id) > ($6, $7::uuid))
     order by a.due_at, r.report_id limit $8 offset $9`,
    [...selection, dueAt, id, page.first + 1, page.offset ?? 0],
  );
  const [count] =
    page.counted === false
      ? []
      : await tx.query<{ total: number }>(`select count(*)::int as total ${ASKED}`, selection);
  return pageOf(rows, page.first, count?.total ?? 0, (row) => [row.dueAt, row.reportId]);
}
