import { DataSource } from 'typeorm';

import type { RemoveActs } from './trail';

const BATCH = 5_000;

/**
 * Deletes acts as the owner of the tables, whom row security binds as well: it is lifted for the owner within the
 * transaction that deletes, and for nobody else.
 */
export function removeActsAs(ownerUrl: string, schema: string): RemoveActs {
  return async (ends) => {
    const owner = new DataSource({ type: 'postgres', url: ownerUrl, installExtensions: false, poolSize: 1 });
    await owner.initialize();
    try {
      let removed = 0;
      for (let from = 0; from < ends.length; from += BATCH) {
        removed += await removeBatch(owner, schema, ends.slice(from, from + BATCH));
      }
      return removed;
    } finally {
      await owner.destroy();
    }
  };
}

function removeBatch(owner: DataSource, schema: string, ends: Parameters<RemoveActs>[0]): Promise<number> {
  return owner.transaction(async (manager) => {
    await manager.query(`alter table ${schema}.audit no force row level security`);
    const [, count] = (await manager.query(
      `delete from ${schema}.audit a
       using unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::bigint[])
         as e(committee_id, object_id, object_type, part_id, position)
       where (a.committee_id, a.object_id, a.object_type, a.part_id)
           = (e.committee_id, e.object_id, e.object_type, e.part_id) and a.position <= e.position`,
      [
        ends.map(({ committeeId }) => committeeId),
        ends.map(({ objectId }) => objectId),
        ends.map(({ objectType }) => objectType),
        ends.map(({ partId }) => partId),
        ends.map(({ position }) => position),
      ],
    )) as [unknown, number];
    await manager.query(`alter table ${schema}.audit force row level security`);
    return count;
  });
}
