import { decodeCursor, type Id, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { columns } from './columns';
import type { SessionEntity } from './session.entity';

/** A session without anything that renews it. */
export type SessionRow = Omit<SessionEntity, 'familyDigest' | 'refreshDigest'>;

const COLUMNS = columns('s', [
  'committee_id',
  'session_id',
  'account_id',
  'acting_post_id',
  'second_factor',
  'created_at',
  'last_used_at',
  'expires_at',
  'ended_at',
  'end_reason',
]);

/** Sessions of an account, the newest first. */
export async function listSessions(tx: ReadTransaction, accountId: Id, page: PageRequest): Promise<Page<SessionRow>> {
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 1);
  const rows = await tx.query<SessionRow>(
    `select ${COLUMNS} from organization.session s
     where s.committee_id = $1 and s.account_id = $2 and ($3::uuid is null or s.session_id < $3)
     order by s.session_id desc limit $4 offset $5`,
    [tx.committeeId, accountId, after, page.first + 1, page.offset ?? 0],
  );
  const [total] = await tx.query<{ count: number }>(
    'select count(*)::int as count from organization.session s where s.committee_id = $1 and s.account_id = $2',
    [tx.committeeId, accountId],
  );
  return pageOf(rows, page.first, total?.count ?? 0, (row) => [row.sessionId]);
}
