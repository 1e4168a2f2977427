import type { Id, LocalDate } from '@hub/core';
import { isForeignKeyViolation, type Transaction } from '@hub/persistence';
import { In, Not } from 'typeorm';

import { OrganizationEntity } from './organization.entity';

export class OrganizationRepository {
  constructor(private readonly tx: Transaction) {}

  /** The organisations of those ids under lock, in order of id, so that two callers never wait on each other. */
  lockAll(organizationIds: readonly Id[]): Promise<OrganizationEntity[]> {
    const { committeeId } = this.tx;
    return this.tx.manager.find(OrganizationEntity, {
      where: { committeeId, organizationId: In([...organizationIds]) },
      order: { organizationId: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  find(organizationId: Id): Promise<OrganizationEntity | null> {
    return this.tx.manager.findOneBy(OrganizationEntity, { committeeId: this.tx.committeeId, organizationId });
  }

  livingChildren(organizationId: Id): Promise<OrganizationEntity[]> {
    const { committeeId } = this.tx;
    return this.tx.manager.findBy(OrganizationEntity, {
      committeeId,
      affiliationId: organizationId,
      status: Not('DISSOLVED'),
    });
  }

  countLivingOfUnit(unitId: Id): Promise<number> {
    const { committeeId } = this.tx;
    return this.tx.manager.countBy(OrganizationEntity, { committeeId, unitId, status: Not('DISSOLVED') });
  }

  async insert(organization: OrganizationEntity): Promise<void> {
    await this.tx.manager.insert(OrganizationEntity, organization);
  }

  async update(organizationId: Id, change: Partial<OrganizationEntity>): Promise<void> {
    const { committeeId } = this.tx;
    await this.tx.manager.update(OrganizationEntity, { committeeId, organizationId }, change);
  }

  /**
   * False while members are registered in it, which whoever dissolves it does not see: the foreign key says so, and the
   * transaction is lost.
   */
  async dissolveIfEmpty(organizationId: Id, effectiveTo: LocalDate, version: number): Promise<boolean> {
    try {
      await this.update(organizationId, { status: 'DISSOLVED', effectiveTo, version });
      return true;
    } catch (error) {
      if (isForeignKeyViolation(error, 'member_living_branch')) return false;
      throw error;
    }
  }

  /** Hangs an organisation under another: one statement rewrites the path of everything below it. Answers their ids. */
  async moveSubtree(organizationId: Id, parent: OrganizationEntity): Promise<Id[]> {
    const rows = await this.tx.query<{ organization_id: Id }>(
      `with moved as (
         update organization.organization
         set affiliation_path = $3::uuid[] || affiliation_path[array_position(affiliation_path, $2::uuid):],
             affiliation_id = case when organization_id = $2 then $4::uuid else affiliation_id end,
             version = version + 1
         where committee_id = $1 and affiliation_path @> array[$2::uuid]
         returning organization_id
       )
       select organization_id from moved`,
      [this.tx.committeeId, organizationId, parent.affiliationPath, parent.organizationId],
    );
    return rows.map((row) => row.organization_id);
  }

  /** Hands organisations and the posts held in them over to another unit; contact points of a year stay as they were. */
  async transferToUnit(organizationIds: readonly Id[], unitId: Id): Promise<void> {
    const parameters = [this.tx.committeeId, [...organizationIds], unitId];
    await this.tx.execute(
      `update organization.organization set unit_id = $3, version = version + 1
       where committee_id = $1 and organization_id = any($2)`,
      parameters,
    );
    await this.tx.execute(
      `update organization.post set unit_id = $3, version = version + 1
       where committee_id = $1 and organization_id = any($2)`,
      parameters,
    );
  }

  /** Ids of every organisation, dissolved ones too, that belongs to one of the units. */
  async idsOfUnits(unitIds: readonly Id[]): Promise<Id[]> {
    const rows = await this.tx.query<{ organization_id: Id }>(
      `select organization_id from organization.organization
       where committee_id = $1 and unit_id = any($2) order by organization_id`,
      [this.tx.committeeId, [...unitIds]],
    );
    return rows.map((row) => row.organization_id);
  }

  /** Leaves those without guidance whom an organisation guided; answers their ids. */
  async clearGuidanceBy(guideId: Id): Promise<Id[]> {
    const rows = await this.tx.query<{ organization_id: Id }>(
      `with cleared as (
         update organization.organization set guidance_id = null, version = version + 1
         where committee_id = $1 and guidance_id = $2
         returning organization_id
       )
       select organization_id from cleared order by organization_id`,
      [this.tx.committeeId, guideId],
    );
    return rows.map((row) => row.organization_id);
  }
}
