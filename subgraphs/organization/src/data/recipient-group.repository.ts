import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { ADDRESSEE_PARAMETER, addresseeSql } from './addressee.sql';
import { RecipientGroupEntity } from './recipient-group.entity';

export class RecipientGroupRepository {
  constructor(private readonly tx: Transaction) {}

  lock(groupId: Id): Promise<RecipientGroupEntity | null> {
    const { committeeId } = this.tx;
    return this.tx.manager.findOne(RecipientGroupEntity, {
      where: { committeeId, groupId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  isNameTaken(name: string): Promise<boolean> {
    return this.tx.manager.existsBy(RecipientGroupEntity, { committeeId: this.tx.committeeId, name });
  }

  async members(group: RecipientGroupEntity): Promise<Id[]> {
    const [row] = await this.tx.query<{ organization_ids: Id[] }>(
      `select organization_ids from organization.recipient_group_version
       where committee_id = $1 and group_id = $2 and version = $3`,
      [this.tx.committeeId, group.groupId, group.version],
    );
    return row?.organization_ids ?? [];
  }

  /** Groups with their first members: those of a list as given, those of a rule still none. */
  async insertAll(groups: readonly NewGroup[]): Promise<void> {
    await this.tx.execute(
      `with given as (
         select * from jsonb_to_recordset($3::jsonb)
           as g(group_id uuid, name text, rule text, rule_value text, organization_ids uuid[], reason text)
       ), created as (
         insert into organization.recipient_group (committee_id, group_id, name, rule, rule_value)
         select $1, group_id, name, rule, rule_value from given
       )
       insert into organization.recipient_group_version
         (committee_id, group_id, version, organization_ids, changed_at, reason)
       select $1, group_id, 1, organization_ids, $2, reason from given`,
      [
        this.tx.committeeId,
        this.tx.now,
        JSON.stringify(
          groups.map((group) => ({
            group_id: group.groupId,
            name: group.name,
            rule: group.rule,
            rule_value: group.ruleValue,
            organization_ids: [...group.organizationIds].sort(),
            reason: group.reason,
          })),
        ),
      ],
    );
  }

  async saveMembers(group: RecipientGroupEntity, organizationIds: readonly Id[], reason: string): Promise<number> {
    const version = group.version + 1;
    await this.tx.manager.update(
      RecipientGroupEntity,
      { committeeId: this.tx.committeeId, groupId: group.groupId },
      { version },
    );
    await this.tx.execute(
      `insert into organization.recipient_group_version
         (committee_id, group_id, version, organization_ids, changed_at, reason)
       values ($1, $2, $3, $4, $5, $6)`,
      [this.tx.committeeId, group.groupId, version, [...organizationIds], this.tx.now, reason],
    );
    return version;
  }

  /** How many of the ids are living organisations that may receive documents. */
  async countEligible(organizationIds: readonly Id[]): Promise<number> {
    const [row] = await this.tx.query<{ count: number }>(
      `select count(*)::int as count from organization.organization
       where committee_id = $1 and organization_id = any($2) and status <> 'DISSOLVED' and kind <> 'WORK_COMMITTEE'`,
      [this.tx.committeeId, [...organizationIds]],
    );
    return row?.count ?? 0;
  }

  /**
   * Recomputes every group in one statement and writes a new version of those whose members changed; answers their ids.
   * A list keeps who is on it and loses who was dissolved.
   */
  async refreshAll(year: number, reason: string): Promise<Id[]> {
    const rows = await this.tx.query<{ group_id: Id }>(REFRESH, [
      this.tx.committeeId,
      ADDRESSEE_PARAMETER,
      year,
      this.tx.now,
      reason,
    ]);
    return rows.map((row) => row.group_id);
  }
}

export interface NewGroup extends Pick<RecipientGroupEntity, 'groupId' | 'name' | 'rule' | 'ruleValue'> {
  readonly organizationIds: readonly Id[];
  readonly reason: string;
}

const REFRESH = `
  with ${addresseeSql(2)}, reachable as materialized (
    select a.organization_id, u.nature, o.kind, z.zone_id
    from addressee a
    join organization.unit u on u.committee_id = $1 and u.unit_id = a.unit_id
    join organization.organization o on o.committee_id = $1 and o.organization_id = a.organization_id
    left join organization.zone_unit z on z.committee_id = $1 and z.year = $3 and z.unit_id = a.unit_id
  ), present as (
    select g.group_id, g.rule, g.rule_value, g.version, v.organization_ids
    from organization.recipient_group g
    join organization.recipient_group_version v
      on (v.committee_id, v.group_id, v.version) = (g.committee_id, g.group_id, g.version)
    where g.committee_id = $1 and g.active
  ), due as (
    select p.group_id, p.version, p.organization_ids, array(
      select r.organization_id from reachable r
      where case p.rule
              when 'ALL_UNITS' then true
              when 'NATURE' then r.nature = p.rule_value
              when 'ORGANIZATION_KIND' then r.kind = p.rule_value
              when 'ZONE' then r.zone_id::text = p.rule_value
              else false
            end
      union
      select o.organization_id from organization.organization o
      where p.rule = 'LIST' and o.committee_id = $1 and o.organization_id = any(p.organization_ids)
        and o.status <> 'DISSOLVED'
      order by 1
    ) as members
    from present p
  ), changed as (
    update organization.recipient_group g set version = g.version + 1
    from due d
    where g.committee_id = $1 and g.group_id = d.group_id and d.members <> d.organization_ids
    returning g.group_id, g.version, d.members
  ), kept as (
    insert into organization.recipient_group_version
      (committee_id, group_id, version, organization_ids, changed_at, reason)
    select $1, group_id, version, members, $4, $5 from changed
  )
  select group_id from changed order by group_id`;
