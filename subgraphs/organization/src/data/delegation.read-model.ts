import {
  decodeCursor,
  type Id,
  type LocalDate,
  type Page,
  type PageRequest,
  type PersonActor,
  pageOf,
} from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { columns } from './columns';
import { delegationHolds, postHeld, standsBeside } from './delegation.sql';
import { byKey } from './keyed';

export interface DelegationRow {
  readonly delegationId: Id;
  readonly postId: Id;
  /** Of the principal. */
  readonly accountId: Id;
  readonly principalName: string;
  readonly postTitle: string;
  readonly delegateAccountId: Id;
  readonly delegateName: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly reason: string;
  readonly grantedAt: Date;
  readonly endedAt: Date | null;
  readonly endedByName: string | null;
  readonly version: number;
}

const COLUMNS = columns('d', [
  'delegation_id',
  'post_id',
  'account_id',
  'principal_name',
  'post_title',
  'delegate_account_id',
  'delegate_name',
  'from_on',
  'to_on',
  'reason',
  'granted_at',
  'ended_at',
  'ended_by_name',
  'version',
]);

/** Of a party to it, or of anybody for whoever sees all. */
const OF_PARTY = `d.committee_id = $1 and ($2::uuid is null or $2 in (d.account_id, d.delegate_account_id))`;

export async function delegationsById(
  tx: ReadTransaction,
  delegationIds: readonly Id[],
): Promise<Map<Id, DelegationRow>> {
  const rows = await tx.query<DelegationRow>(
    `select ${COLUMNS} from organization.delegation d where d.committee_id = $1 and d.delegation_id = any($2)`,
    [tx.committeeId, delegationIds],
  );
  return byKey(rows, (row) => row.delegationId);
}

/** The newest first; those of one party only, unless `party` is null. */
export async function listDelegations(
  tx: ReadTransaction,
  party: Id | null,
  page: PageRequest,
): Promise<Page<DelegationRow>> {
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 1);
  const rows = await tx.query<DelegationRow>(
    `select ${COLUMNS} from organization.delegation d
     where ${OF_PARTY} and ($3::uuid is null or d.delegation_id < $3)
     order by d.delegation_id desc limit $4 offset $5`,
    [tx.committeeId, party, after, page.first + 1, page.offset ?? 0],
  );
  const [total] = await tx.query<{ count: number }>(
    `select count(*)::int as count from organization.delegation d where ${OF_PARTY}`,
    [tx.committeeId, party],
  );
  return pageOf(rows, page.first, total?.count ?? 0, (row) => [row.delegationId]);
}

/** Delegations under which an account may act on a day, the oldest first. */
export function delegationsTo(tx: ReadTransaction, accountId: Id, today: LocalDate): Promise<DelegationRow[]> {
  return tx.query<DelegationRow>(
    `select ${COLUMNS} from organization.delegation d
     join organization.post lent on lent.committee_id = d.committee_id and lent.post_id = d.post_id
     where d.committee_id = $1 and d.delegate_account_id = $2
       and ${postHeld('lent', 3)} and ${delegationHolds('d', 'lent', 3)}
     order by d.delegation_id`,
    [tx.committeeId, accountId, today],
  );
}

export interface Candidate {
  readonly accountId: Id;
  readonly displayName: string;
  readonly postTitles: readonly string[];
}

/** To whom the actor may lend the acting post: whoever works beside it today. */
export function candidatesFor(tx: ReadTransaction, actor: PersonActor, today: LocalDate): Promise<Candidate[]> {
  return tx.query<Candidate>(
    `select a.account_id as "accountId", a.display_name as "displayName",
            array_agg(own.title order by own.held_from, own.post_id) as "postTitles"
     from organization.post lent
     join organization.post own on ${standsBeside('own', 'lent')} and ${postHeld('own', 3)}
     join organization.account a on a.committee_id = own.committee_id and a.account_id = own.account_id
     where lent.committee_id = $1 and lent.post_id = $2 and a.status = 'ACTIVE' and a.duty = 'BUSINESS'
       and a.account_id <> lent.account_id
     group by a.account_id, a.display_name order by a.display_name, a.account_id`,
    [tx.committeeId, actor.postId, today],
  );
}
