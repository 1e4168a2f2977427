import { decodeCursor, type Id, type Page, type PageRequest, pageOf } from '@hub/core';

import type { ReadTransaction } from '../transaction';
import { type Act, NO_PART } from './act';

/** An act as it is shown: where its values may not be seen, their names are, with a mask in place of each. */
export type ShownAct = Omit<Act, 'before' | 'after' | 'committeeId'> & {
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
};

export const MASK = '***';

export interface ActsQuery {
  readonly objectId: Id;
  /** Acts on this part of the object, and on the object as a whole; null for all. */
  readonly partId: Id | null;
  /** Acts under posts of this unit; null for everybody's. */
  readonly unitId: Id | null;
  /** The only nouns whose values are shown; null for all. */
  readonly shown: readonly string[] | null;
}

type ActRow = Omit<ShownAct, 'position'> & { readonly position: string | null };

/** The acts on one object, in the order in which they were done. Acts of before the trail was chained have place 0. */
export async function actsOf(
  tx: ReadTransaction,
  schema: string,
  { objectId, partId, unitId, shown }: ActsQuery,
  page: PageRequest,
): Promise<Page<ShownAct>> {
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 1);
  const filter = [tx.committeeId, objectId, partId, unitId];
  const rows = await tx.query<ActRow>(
    `select a.id, a.at, a.request_id as "requestId", a.actor_name as "actorName", a.account_id as "accountId",
            a.post_id as "postId", a.unit_id as "unitId", a.delegation_id as "delegationId", a.action,
            a.object_type as "objectType", a.object_id as "objectId", a.part_id as "partId", a.position,
            case when $5::text[] is null or a.object_type = any($5) then a.before
                 else (select jsonb_object_agg(key, $6::text) from jsonb_object_keys(a.before) as key) end as before,
            case when $5::text[] is null or a.object_type = any($5) then a.after
                 else (select jsonb_object_agg(key, $6::text) from jsonb_object_keys(a.after) as key) end as after
     from ${schema}.audit a
     where ${FILTER} and ($7::uuid is null or a.id > $7)
     order by a.id limit $8 offset $9`,
    [...filter, shown, MASK, after, page.first + 1, page.offset ?? 0],
  );
  const [total] = await tx.query<{ count: number }>(
    `select count(*)::int as count from ${schema}.audit a where ${FILTER}`,
    filter,
  );
  const acts = rows.map((row) => ({ ...row, position: Number(row.position ?? 0) }));
  return pageOf(acts, page.first, total?.count ?? 0, ({ id }) => [id]);
}

const FILTER = `a.committee_id = $1 and a.object_id = $2
  and ($3::uuid is null or a.part_id = $3 or a.part_id = '${NO_PART}')
  and ($4::uuid is null or a.unit_id = $4)`;
