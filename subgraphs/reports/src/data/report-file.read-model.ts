import { type Id, isPerson, rowsBy } from '@hub/core';
import { ATTACHMENT_COLUMNS, type AttachmentRow } from '@hub/files';
import type { ReadTransaction } from '@hub/persistence';

import { readingUnits } from './reading-units';

export interface ReportFileRow extends AttachmentRow {
  readonly reportId: Id;
}

/** $1 committee, $2 the units that are read for, $3 the reader's own: nobody else sees what was not handed in. */
const SELECT_VISIBLE = `
  select ${ATTACHMENT_COLUMNS}, a.report_id as "reportId"
  from reports.attachment a
  where a.committee_id = $1 and a.removed_at is null and ($2::uuid[] is null or a.unit_id = any($2))
    and (a.visibility = 'COMMITTEE' or a.unit_id = $3)`;

export async function reportFilesById(
  tx: ReadTransaction,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, ReportFileRow>> {
  const parameters = [...(await visibleTo(tx)), ids];
  const rows = await tx.query<ReportFileRow>(`${SELECT_VISIBLE} and a.attachment_id = any($4::uuid[])`, parameters);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function filesOfReports(
  tx: ReadTransaction,
  reportIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly ReportFileRow[]>> {
  const parameters = [...(await visibleTo(tx)), reportIds];
  const rows = await tx.query<ReportFileRow>(
    `${SELECT_VISIBLE} and a.report_id = any($4::uuid[]) order by a.ordinal`,
    parameters,
  );
  return rowsBy(rows, (row) => row.reportId);
}

async function visibleTo(tx: ReadTransaction): Promise<readonly unknown[]> {
  return [tx.committeeId, await readingUnits(tx), isPerson(tx.actor) ? tx.actor.unitId : null];
}
