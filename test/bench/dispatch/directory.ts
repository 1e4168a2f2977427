import type { BenchWorld } from '../world/bench-world';

/** So many units with one organisation each, and one group of all of them; the id of the group. */
export async function addDirectory({ committeeId, ids, owner }: BenchWorld, size: number): Promise<string> {
  const units = Array.from({ length: size }, () => ids.next());
  const organizations = Array.from({ length: size }, () => ids.next());
  await owner.query(
    `insert into dispatch.directory_unit (committee_id, unit_id, name, nature, protocol_order, active, version)
     select $1, u.id, '第' || u.n || '局', 'ADMINISTRATIVE', u.n, true, 1
     from unnest($2::uuid[]) with ordinality as u(id, n)`,
    [committeeId, units],
  );
  await owner.query(
    `insert into dispatch.directory_organization
       (committee_id, organization_id, unit_id, name, kind, affiliation_path, active, version)
     select $1, o.id, o.unit_id, '中共第' || o.n || '局机关委员会', 'ORGAN_COMMITTEE', array[o.id], true, 1
     from unnest($2::uuid[], $3::uuid[]) with ordinality as o(id, unit_id, n)`,
    [committeeId, organizations, units],
  );
  const groupId = ids.next();
  await owner.query(
    `insert into dispatch.directory_group (committee_id, group_id, name, group_version, organization_ids)
     values ($1, $2, '全部', 1, $3)`,
    [committeeId, groupId, organizations],
  );
  await owner.query('analyze dispatch.directory_unit, dispatch.directory_organization');
  return groupId;
}
