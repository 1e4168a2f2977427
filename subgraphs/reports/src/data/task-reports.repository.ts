import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { AskedOrganization } from './asked-organization.read-model';
import type { ReportTaskEntity } from './report-task.entity';
import { DONE_STATES, OWED_STATES } from './state-lists';

/** A report that is worked on: never handed in, or returned. */
export interface PendingReport {
  readonly reportId: Id;
  readonly organizationId: Id;
  readonly organizationName: string;
  readonly unitId: Id;
  /** When it is due now: the first time, or again. */
  readonly dueAt: Date;
  readonly handedIn: boolean;
}

export interface AskedReport extends AskedOrganization {
  readonly reportId: Id;
  /** Whose feedback to the paper was accepted before it was asked for. */
  readonly settledByReceipt: string | null;
}

/** Neither with the office nor answered otherwise; without a due date nobody owes it any more. */
const PENDING = `state in (${OWED_STATES}) and due_at is not null`;

const PENDING_COLUMNS = `report_id as "reportId", organization_id as "organizationId",
  organization_name as "organizationName", unit_id as "unitId",
  case when first_submitted_at is null then due_at else coalesce(resubmit_due_at, due_at) end as "dueAt",
  first_submitted_at is not null as "handedIn"`;

/** The reports of one task, always written as a set. */
export class TaskReportsRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly taskId: Id,
  ) {}

  /** One for each organisation. */
  async open(task: ReportTaskEntity, reports: readonly AskedReport[]): Promise<void> {
    await this.tx.execute(
      `insert into reports.report
         (committee_id, report_id, task_id, kind, period_key, title, organization_id, organization_name, unit_id,
          zone_id, nature, template_id, template_version, visibility, state, settled_at, settled_by_receipt,
          due_at, updated_at)
       select $1, n."reportId", $2, $3, $4, $5, n."organizationId", n."organizationName", n."unitId", n."zoneId",
              n.nature, $6, $7, 'COMMITTEE', case when n."settledByReceipt" is null then 'DRAFT' else 'SETTLED' end,
              case when n."settledByReceipt" is not null then $9::timestamptz end, n."settledByReceipt", $8, $9
       from jsonb_to_recordset($10::jsonb)
         as n("reportId" uuid, "organizationId" uuid, "organizationName" text, "unitId" uuid, "zoneId" uuid, nature text,
              "settledByReceipt" text)`,
      [
        this.tx.committeeId,
        this.taskId,
        task.kind,
        task.periodKey,
        task.title,
        task.templateId,
        task.templateVersion,
        task.dueAt,
        this.tx.now,
        JSON.stringify(reports),
      ],
    );
  }

  /** What is worked on, under lock, in one order. */
  lockPending(): Promise<PendingReport[]> {
    return this.tx.query<PendingReport>(
      `select ${PENDING_COLUMNS} from reports.report
       where committee_id = $1 and task_id = $2 and ${PENDING}
       order by report_id for update`,
      [this.tx.committeeId, this.taskId],
    );
  }

  /** Whether nothing is left to be done with any of them: accepted, answered by feedback, or exempt. */
  async allDone(): Promise<boolean> {
    const [row] = await this.tx.query<{ readonly open: boolean }>(
      `select exists (select from reports.report
                      where committee_id = $1 and task_id = $2 and due_at is not null
                        and state not in (${DONE_STATES})) as open`,
      [this.tx.committeeId, this.taskId],
    );
    return row?.open === false;
  }

  /** Another end for first handings in. */
  async moveDue(reports: readonly PendingReport[], dueAt: Date): Promise<void> {
    await this.tx.execute(
      `update reports.report set due_at = $3, updated_at = $4, version = version + 1
       where committee_id = $1 and report_id = any($2::uuid[])`,
      [this.tx.committeeId, reports.map(({ reportId }) => reportId), dueAt, this.tx.now],
    );
  }
}
