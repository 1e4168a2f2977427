import { decodeCursor, type Id, type LocalDate, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { InspectionKind } from '../domain/inspection';
import { byKey } from './keyed';

export interface InspectionRow {
  readonly inspectionId: Id;
  readonly accountId: Id;
  readonly kind: InspectionKind;
  readonly orderNumber: string;
  readonly reason: string;
  readonly openedByName: string;
  readonly openedAt: Date;
  readonly organizationId: Id;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly endedAt: Date | null;
  /** Of the post. */
  readonly version: number;
}

const INSPECTIONS = `
  select i.inspection_id as "inspectionId", i.account_id as "accountId", i.kind, i.order_number as "orderNumber", i.reason,
         i.opened_by_name as "openedByName", i.opened_at as "openedAt", p.organization_id as "organizationId",
         p.held_from as "fromOn", p.held_to as "toOn", p.ended_at as "endedAt", p.version
  from organization.inspection i
  join organization.post p on p.committee_id = i.committee_id and p.post_id = i.inspection_id`;

export async function inspectionsById(tx: ReadTransaction, ids: readonly Id[]): Promise<Map<Id, InspectionRow>> {
  const rows = await tx.query<InspectionRow>(`${INSPECTIONS} where i.committee_id = $1 and i.inspection_id = any($2)`, [
    tx.committeeId,
    ids,
  ]);
  return byKey(rows, (row) => row.inspectionId);
}

/** The newest first. */
export async function listInspections(tx: ReadTransaction, page: PageRequest): Promise<Page<InspectionRow>> {
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 1);
  const rows = await tx.query<InspectionRow>(
    `${INSPECTIONS} where i.committee_id = $1 and ($2::uuid is null or i.inspection_id < $2)
     order by i.inspection_id desc limit $3 offset $4`,
    [tx.committeeId, after, page.first + 1, page.offset ?? 0],
  );
  const [total] = await tx.query<{ count: number }>(
    'select count(*)::int as count from organization.inspection where committee_id = $1',
    [tx.committeeId],
  );
  return pageOf(rows, page.first, total?.count ?? 0, (row) => [row.inspectionId]);
}
