import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { columns } from './columns';
import { byKey } from './keyed';
import type { RecipientGroupEntity } from './recipient-group.entity';

export interface GroupRow extends RecipientGroupEntity {
  readonly organizationIds: Id[];
  readonly changedAt: Date;
  readonly reason: string;
}

const SELECT_GROUP = `
  select ${columns('g', ['committee_id', 'group_id', 'name', 'rule', 'rule_value', 'active', 'version'])},
         v.organization_ids as "organizationIds", v.changed_at as "changedAt", v.reason
  from organization.recipient_group g
  join organization.recipient_group_version v
    on (v.committee_id, v.group_id, v.version) = (g.committee_id, g.group_id, g.version)`;

/** Groups in use with their present members, in the order they were made. */
export function listGroups(tx: ReadTransaction): Promise<GroupRow[]> {
  return tx.query<GroupRow>(`${SELECT_GROUP} where g.committee_id = $1 and g.active order by g.group_id`, [
    tx.committeeId,
  ]);
}

export async function groupsById(tx: ReadTransaction, groupIds: readonly Id[]): Promise<Map<Id, GroupRow>> {
  const rows = await tx.query<GroupRow>(`${SELECT_GROUP} where g.committee_id = $1 and g.group_id = any($2)`, [
    tx.committeeId,
    groupIds,
  ]);
  return byKey(rows, (row) => row.groupId);
}

export interface GroupVersionRow {
  readonly version: number;
  readonly organizationIds: Id[];
  readonly changedAt: Date;
  readonly reason: string;
}

/** Every version of a group, the newest first. */
export function versionsOfGroup(tx: ReadTransaction, groupId: Id): Promise<GroupVersionRow[]> {
  return tx.query<GroupVersionRow>(
    `select v.version, v.organization_ids as "organizationIds", v.changed_at as "changedAt", v.reason
     from organization.recipient_group_version v
     where v.committee_id = $1 and v.group_id = $2 order by v.version desc`,
    [tx.committeeId, groupId],
  );
}
