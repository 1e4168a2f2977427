import type { Id, LocalDate } from '@hub/core';
import type { Transaction } from '@hub/persistence';
import { In, IsNull, Not } from 'typeorm';

import { UnitEntity } from './unit.entity';
import { UnitNameEntity } from './unit-name.entity';

export class UnitRepository {
  constructor(private readonly tx: Transaction) {}

  /** The units of those ids under lock, in order of id, so that two callers never wait on each other. */
  lockAll(unitIds: readonly Id[]): Promise<UnitEntity[]> {
    const { committeeId } = this.tx;
    return this.tx.manager.find(UnitEntity, {
      where: { committeeId, unitId: In([...unitIds]) },
      order: { unitId: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  hasLivingNamed(name: string): Promise<boolean> {
    return this.tx.manager.existsBy(UnitEntity, {
      committeeId: this.tx.committeeId,
      name,
      status: Not('DISSOLVED'),
    });
  }

  async insert(unit: UnitEntity): Promise<void> {
    await this.tx.manager.insert(UnitEntity, unit);
    await this.#openName(unit, unit.effectiveFrom);
  }

  async update(unitId: Id, change: Partial<UnitEntity>): Promise<void> {
    await this.tx.manager.update(UnitEntity, { committeeId: this.tx.committeeId, unitId }, change);
  }

  /** First day of the name the unit bears. */
  async currentNameSince(unitId: Id): Promise<LocalDate> {
    const { committeeId } = this.tx;
    const current = await this.tx.manager.findOneByOrFail(UnitNameEntity, {
      committeeId,
      unitId,
      effectiveTo: IsNull(),
    });
    return current.effectiveFrom;
  }

  /** Ends the current name on a day and begins the one the unit bears now. */
  async changeName(unit: UnitEntity, since: LocalDate): Promise<void> {
    await this.closeName(unit.unitId, since);
    await this.#openName(unit, since);
  }

  async closeName(unitId: Id, on: LocalDate): Promise<void> {
    const { committeeId } = this.tx;
    await this.tx.manager.update(UnitNameEntity, { committeeId, unitId, effectiveTo: IsNull() }, { effectiveTo: on });
  }

  async #openName({ committeeId, unitId, name, shortName }: UnitEntity, since: LocalDate): Promise<void> {
    await this.tx.manager.insert(UnitNameEntity, {
      committeeId,
      unitId,
      name,
      shortName,
      effectiveFrom: since,
      effectiveTo: null,
    });
  }
}
