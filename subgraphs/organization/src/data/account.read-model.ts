import { decodeCursor, type Id, isPerson, isService, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { AccountEntity } from './account.entity';
import { columns } from './columns';
import { byKey } from './keyed';

/** An account without anything that opens it. */
export type AccountRow = Omit<AccountEntity, 'passwordHash' | 'failedAttempts' | 'mustChangePassword'>;

const COLUMNS = columns('a', [
  'committee_id',
  'account_id',
  'login_name',
  'display_name',
  'status',
  'duty',
  'locked_until',
  'version',
]);

/** A unit's post sees its own account only. */
function readingAccount({ actor }: ReadTransaction): Id | null {
  return isPerson(actor) && actor.side === 'unit' ? actor.accountId : null;
}

/** Accounts are there for people; for a program there are none. */
export async function accountsById(tx: ReadTransaction, accountIds: readonly Id[]): Promise<Map<Id, AccountRow>> {
  if (isService(tx.actor)) return new Map();
  const rows = await tx.query<AccountRow>(
    `select ${COLUMNS} from organization.account a
     where a.committee_id = $1 and a.account_id = any($2) and ($3::uuid is null or a.account_id = $3)`,
    [tx.committeeId, accountIds, readingAccount(tx)],
  );
  return byKey(rows, (row) => row.accountId);
}

const FILTER = `
  a.committee_id = $1 and ($2::uuid is null or a.account_id = $2)
  and ($3::text is null or position($3 in a.login_name) > 0 or position($3 in a.display_name) > 0)`;

/** Accounts by login name. */
export async function listAccounts(
  tx: ReadTransaction,
  search: string | null,
  page: PageRequest,
): Promise<Page<AccountRow>> {
  const parameters = [tx.committeeId, readingAccount(tx), search || null];
  const [loginName] = page.after === null ? [null] : decodeCursor(page.after, 1);
  const rows = await tx.query<AccountRow>(
    `select ${COLUMNS} from organization.account a where ${FILTER} and ($4::text is null or a.login_name > $4)
     order by a.login_name limit $5 offset $6`,
    [...parameters, loginName, page.first + 1, page.offset ?? 0],
  );
  const [total] = await tx.query<{ count: number }>(
    `select count(*)::int as count from organization.account a where ${FILTER}`,
    parameters,
  );
  return pageOf(rows, page.first, total?.count ?? 0, (row) => [row.loginName]);
}
