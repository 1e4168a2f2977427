import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { columns } from './columns';
import { byKey, groupedBy } from './keyed';
import type { PostEntity } from './post.entity';
import { inSight, readingRoot } from './reading-scope';

export const POST_COLUMNS = columns('p', [
  'committee_id',
  'post_id',
  'account_id',
  'organization_id',
  'unit_id',
  'section_id',
  'role',
  'title',
  'held_from',
  'held_to',
  'ended_at',
  'version',
]);

export async function postsById(tx: ReadTransaction, postIds: readonly Id[]): Promise<Map<Id, PostEntity>> {
  const rows = await tx.query<PostEntity>(
    `select ${POST_COLUMNS} from organization.post p
     where p.committee_id = $1 and p.post_id = any($2) and ${inSight('p', 3)}`,
    [tx.committeeId, postIds, readingRoot(tx)],
  );
  return byKey(rows, (row) => row.postId);
}

/** Posts in organisations that have not ended. */
export async function postsOfOrganizations(
  tx: ReadTransaction,
  organizationIds: readonly Id[],
): Promise<Map<Id, PostEntity[]>> {
  const rows = await tx.query<PostEntity>(
    `select ${POST_COLUMNS} from organization.post p
     where p.committee_id = $1 and p.organization_id = any($2) and p.ended_at is null and ${inSight('p', 3)}
     order by p.held_from, p.post_id`,
    [tx.committeeId, organizationIds, readingRoot(tx)],
  );
  return groupedBy(organizationIds, rows, (row) => row.organizationId);
}

/** Every post an account holds or held, in sight of the reader. */
export async function postsOfAccounts(tx: ReadTransaction, accountIds: readonly Id[]): Promise<Map<Id, PostEntity[]>> {
  const rows = await tx.query<PostEntity>(
    `select ${POST_COLUMNS} from organization.post p
     where p.committee_id = $1 and p.account_id = any($2) and ${inSight('p', 3)}
     order by p.held_from, p.post_id`,
    [tx.committeeId, accountIds, readingRoot(tx)],
  );
  return groupedBy(accountIds, rows, (row) => row.accountId);
}
