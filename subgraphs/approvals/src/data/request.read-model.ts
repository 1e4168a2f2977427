import { decodeCursor, type Id, type Page, type PageRequest, pageOf } from '@hub/core';
import { type ReadTransaction, unitsInSight } from '@hub/persistence';

export type RequestState = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'DECIDED' | 'CLOSED';

export interface RequestRow {
  readonly id: Id;
  readonly unitId: Id;
  readonly title: string;
  readonly state: RequestState;
  readonly submittedAt: Date | null;
}

const COLUMNS = `request_id as "id", unit_id as "unitId", title, state, submitted_at as "submittedAt"`;

/** A draft is the unit's own affair: $2 are the units that are read for, null for the whole committee. */
const IN_SIGHT = `committee_id = $1
  and (unit_id = any($2::uuid[]) or ($2::uuid[] is null and state <> 'DRAFT'))`;

/** The newest first. */
export async function listRequests(tx: ReadTransaction, page: PageRequest): Promise<Page<RequestRow>> {
  const [before] = page.after === null ? [null] : decodeCursor(page.after, 1);
  const sight = [tx.committeeId, await unitsInSight(tx, 'approvals')];
  const rows = await tx.query<RequestRow>(
    `select ${COLUMNS} from approvals.request
     where ${IN_SIGHT} and ($3::uuid is null or request_id < $3::uuid)
     order by request_id desc limit $4 offset $5`,
    [...sight, before, page.first + 1, page.offset ?? 0],
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::int as total from approvals.request where ${IN_SIGHT}`,
    sight,
  );
  return pageOf(rows, page.first, count?.total ?? 0, (row) => [row.id]);
}

export async function requestsById(tx: ReadTransaction, ids: readonly Id[]): Promise<ReadonlyMap<Id, RequestRow>> {
  const rows = await tx.query<RequestRow>(
    `select ${COLUMNS} from approvals.request where ${IN_SIGHT} and request_id = any($3::uuid[])`,
    [tx.committeeId, await unitsInSight(tx, 'approvals'), ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
