import { decodeCursor, type Id, type Page, type PageRequest, pageOf } from '@hub/core';
import { type ReadTransaction, unitsInSight } from '@hub/persistence';

import { requestPolicy } from '../domain/request.policy';

export type RequestState = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'DECIDED' | 'CLOSED';

export interface RequestRow {
  readonly id: Id;
  readonly unitId: Id;
  readonly title: string;
  readonly state: RequestState;
  readonly submittedAt: Date | null;
}

const COLUMNS = `request_id as "id", unit_id as "unitId", title, state, submitted_at as "submittedAt"`;

/** $1 the committee, $2 and $3 as `sightOf` says. */
const IN_SIGHT = `committee_id = $1 and ($2::uuid[] is null or unit_id = any($2)) and ($3::boolean or state <> 'DRAFT')`;

/**
 * The units that are read for, null for the whole committee; and whether drafts are shown: they are the unit's own affair,
 * and whoever reads farther than his own unit does not see them.
 */
async function sightOf(tx: ReadTransaction): Promise<readonly [Id, readonly Id[] | null, boolean]> {
  const reach = requestPolicy.reachOf(tx.actor, 'read');
  return [tx.committeeId, await unitsInSight(tx, 'approvals', reach), reach === 'OWN_UNIT'];
}

/** The newest first. */
export async function listRequests(tx: ReadTransaction, page: PageRequest): Promise<Page<RequestRow>> {
  const [before] = page.after === null ? [null] : decodeCursor(page.after, 1);
  const sight = await sightOf(tx);
  const rows = await tx.query<RequestRow>(
    `select ${COLUMNS} from approvals.request
     where ${IN_SIGHT} and ($4::uuid is null or request_id < $4::uuid)
     order by request_id desc limit $5 offset $6`,
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
    `select ${COLUMNS} from approvals.request where ${IN_SIGHT} and request_id = any($4::uuid[])`,
    [...(await sightOf(tx)), ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
