import { type Id, rowsBy } from '@hub/core';
import { ATTACHMENT_COLUMNS, type AttachmentRow } from '@hub/files';
import type { ReadTransaction } from '@hub/persistence';

import { IN_REPORT_SIGHT, sightParameters } from './report-sight';

export interface ReportFileRow extends AttachmentRow {
  readonly reportId: Id;
}

const SELECT_VISIBLE = `
  select ${ATTACHMENT_COLUMNS}, a.report_id as "reportId"
  from (select r.* from reports.attachment r where ${IN_REPORT_SIGHT} and r.removed_at is null) a`;

export async function reportFilesById(
  tx: ReadTransaction,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, ReportFileRow>> {
  const rows = await tx.query<ReportFileRow>(`${SELECT_VISIBLE} where a.attachment_id = any($4::uuid[])`, [
    ...(await sightParameters(tx)),
    ids,
  ]);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function filesOfReports(
  tx: ReadTransaction,
  reportIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly ReportFileRow[]>> {
  const rows = await tx.query<ReportFileRow>(
    `${SELECT_VISIBLE} where a.report_id = any($4::uuid[]) order by a.ordinal`,
    [...(await sightParameters(tx)), reportIds],
  );
  return rowsBy(rows, (row) => row.reportId);
}
