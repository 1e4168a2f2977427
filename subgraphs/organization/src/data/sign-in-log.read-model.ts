import { decodeCursor, type Id, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { SIGN_IN_ACTS, type SignInAct } from '../domain/sign-in-log';

export interface SignInFilter {
  readonly accountId?: Id | null;
  readonly acts?: readonly SignInAct[] | null;
  /** From this instant on. */
  readonly from?: Date | null;
  /** Before this instant. */
  readonly until?: Date | null;
}

export interface SignInRow {
  readonly id: Id;
  readonly at: Date;
  readonly accountId: Id;
  readonly action: string;
  readonly after: SignInFacts | null;
}

/** What the acts of a sign-in say of themselves. */
export interface SignInFacts {
  readonly reason?: string;
  readonly sessionId?: Id;
  readonly postId?: Id;
  readonly secondFactor?: string;
}

/** Of the trail nothing but the acts of sign-ins, whose chains are the accounts. */
const FILTER = `
  a.committee_id = $1 and a.object_type = 'signIn' and ($2::uuid is null or a.object_id = $2)
  and ($3::text[] is null or a.action = any($3))
  and ($4::timestamptz is null or a.at >= $4) and ($5::timestamptz is null or a.at < $5)`;

/** The newest first. */
export async function listSignIns(
  tx: ReadTransaction,
  filter: SignInFilter,
  page: PageRequest,
): Promise<Page<SignInRow>> {
  const { accountId = null, acts, from = null, until = null } = filter;
  const actions = acts?.map((act) => SIGN_IN_ACTS[act]) ?? null;
  const parameters = [tx.committeeId, accountId, actions, from, until];
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 1);
  const rows = await tx.query<SignInRow>(
    `select a.id, a.at, a.object_id as "accountId", a.action, a.after from organization.audit a
     where ${FILTER} and ($6::uuid is null or a.id < $6)
     order by a.id desc limit $7 offset $8`,
    [...parameters, after, page.first + 1, page.offset ?? 0],
  );
  const [total] = await tx.query<{ count: number }>(
    `select count(*)::int as count from organization.audit a where ${FILTER}`,
    parameters,
  );
  return pageOf(rows, page.first, total?.count ?? 0, (row) => [row.id]);
}
