import { decodeCursor, type Id, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { GrantState } from '../domain/export-grant';
import { columns } from './columns';
import { byKey } from './keyed';

export interface ExportGrantRow {
  readonly grantId: Id;
  readonly documentId: string;
  readonly documentName: string;
  readonly variablesDigest: string;
  readonly reason: string;
  readonly state: GrantState;
  readonly requestedByName: string;
  readonly requestedAt: Date;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string | null;
  readonly usedAt: Date | null;
  readonly version: number;
}

const COLUMNS = columns('g', [
  'grant_id',
  'document_id',
  'document_name',
  'variables_digest',
  'reason',
  'state',
  'requested_by_name',
  'requested_at',
  'decided_by_name',
  'decided_at',
  'decision_note',
  'used_at',
  'version',
]);

/** Whose requests are shown: all of the committee, those of a unit, or one's own. */
export interface GrantSight {
  readonly unitId: Id | null;
  readonly accountId: Id | null;
}

const IN_SIGHT = `g.committee_id = $1 and ($2::uuid is null or g.unit_id = $2)
  and ($3::uuid is null or g.requested_by_account_id = $3)`;

export async function exportGrantsById(tx: ReadTransaction, grantIds: readonly Id[]): Promise<Map<Id, ExportGrantRow>> {
  const rows = await tx.query<ExportGrantRow>(
    `select ${COLUMNS} from organization.export_grant g where g.committee_id = $1 and g.grant_id = any($2)`,
    [tx.committeeId, grantIds],
  );
  return byKey(rows, (row) => row.grantId);
}

/** The newest first. */
export async function listExportGrants(
  tx: ReadTransaction,
  { unitId, accountId }: GrantSight,
  page: PageRequest,
): Promise<Page<ExportGrantRow>> {
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 1);
  const rows = await tx.query<ExportGrantRow>(
    `select ${COLUMNS} from organization.export_grant g
     where ${IN_SIGHT} and ($4::uuid is null or g.grant_id < $4)
     order by g.grant_id desc limit $5 offset $6`,
    [tx.committeeId, unitId, accountId, after, page.first + 1, page.offset ?? 0],
  );
  const [total] = await tx.query<{ count: number }>(
    `select count(*)::int as count from organization.export_grant g where ${IN_SIGHT}`,
    [tx.committeeId, unitId, accountId],
  );
  return pageOf(rows, page.first, total?.count ?? 0, (row) => [row.grantId]);
}
