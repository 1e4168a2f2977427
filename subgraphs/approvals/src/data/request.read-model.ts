import { decodeCursor, type Id, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

export type RequestState = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'DECIDED' | 'CLOSED';

export interface RequestRow {
  readonly id: Id;
  readonly unitId: Id;
  readonly title: string;
  readonly state: RequestState;
  readonly submittedAt: Date | null;
}

const COLUMNS = `request_id as "id", unit_id as "unitId", title, state, submitted_at as "submittedAt"`;

/** The newest first. */
export async function listRequests(tx: ReadTransaction, page: PageRequest): Promise<Page<RequestRow>> {
  const [before] = page.after === null ? [null] : decodeCursor(page.after, 1);
  const rows = await tx.query<RequestRow>(
    `select ${COLUMNS} from approvals.request
     where committee_id = $1 and ($2::uuid is null or request_id < $2::uuid)
     order by request_id desc limit $3 offset $4`,
    [tx.committeeId, before, page.first + 1, page.offset ?? 0],
  );
  const [count] = await tx.query<{ total: number }>(
    'select count(*)::int as total from approvals.request where committee_id = $1',
    [tx.committeeId],
  );
  return pageOf(rows, page.first, count?.total ?? 0, (row) => [row.id]);
}

export async function requestsById(tx: ReadTransaction, ids: readonly Id[]): Promise<ReadonlyMap<Id, RequestRow>> {
  const rows = await tx.query<RequestRow>(
    `select ${COLUMNS} from approvals.request where committee_id = $1 and request_id = any($2::uuid[])`,
    [tx.committeeId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
