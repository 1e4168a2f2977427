import { decodeCursor, type Id, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { ExportFormat, ExportOutcome } from '../domain/export';
import { columns } from './columns';

export interface ExportRow {
  readonly exportId: Id;
  readonly documentId: string;
  readonly documentName: string;
  readonly format: ExportFormat;
  readonly variablesDigest: string;
  readonly actorName: string;
  readonly accountId: Id | null;
  readonly serviceTokenId: Id | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly outcome: ExportOutcome | null;
  readonly rowCount: number | null;
  readonly reason: string | null;
  readonly approvedByName: string | null;
}

const COLUMNS = columns('e', [
  'export_id',
  'document_id',
  'document_name',
  'format',
  'variables_digest',
  'actor_name',
  'account_id',
  'service_token_id',
  'started_at',
  'finished_at',
  'outcome',
  'reason',
  'approved_by_name',
]);

/** The newest first. */
export async function listExports(tx: ReadTransaction, page: PageRequest): Promise<Page<ExportRow>> {
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 1);
  const rows = await tx.query<ExportRow>(
    `select ${COLUMNS}, e.row_count::float8 as "rowCount" from organization.export_log e
     where e.committee_id = $1 and ($2::uuid is null or e.export_id < $2)
     order by e.export_id desc limit $3 offset $4`,
    [tx.committeeId, after, page.first + 1, page.offset ?? 0],
  );
  const [total] = await tx.query<{ count: number }>(
    'select count(*)::int as count from organization.export_log where committee_id = $1',
    [tx.committeeId],
  );
  return pageOf(rows, page.first, total?.count ?? 0, (row) => [row.exportId]);
}
