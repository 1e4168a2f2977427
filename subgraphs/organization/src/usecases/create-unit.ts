import { type Id, localDate } from '@hub/core';

import { UnitRepository } from '../data/unit.repository';
import { structureError } from '../domain/structure.errors';
import { assertChange, assertName, type ChangeRecord, UNIT_NAME_LIMIT } from '../domain/structure-change';
import type { UnitNature, UnitSector } from '../domain/unit-nature';
import { announceStructure } from './announce-structure';
import { changeStructure } from './change-structure';
import type { OrganizationContext } from './context';
import { recordChange } from './record-change';

export interface NewUnit {
  readonly name: string;
  readonly shortName?: string | null;
  readonly nature: UnitNature;
  readonly sector?: UnitSector | null;
  readonly protocolOrder: number;
  readonly unifiedSocialCreditCode?: string | null;
}

export interface CreateUnitInput extends NewUnit {
  readonly change: ChangeRecord;
}

export function createUnit(ctx: OrganizationContext, input: CreateUnitInput): Promise<{ unitId: Id }> {
  return changeStructure(ctx, 'createUnit', input, async (tx) => {
    const { change: record, ...facts } = input;
    const unitId = ctx.ids.next();
    const units = new UnitRepository(tx);
    assertChange('CREATE', record, { id: unitId, earliest: record.effectiveOn }, localDate(tx.now));
    assertName(facts.name, UNIT_NAME_LIMIT);
    if (await units.hasLivingNamed(facts.name)) throw structureError('UNIT_NAME_TAKEN', { name: facts.name });
    await units.insert(unitOf(tx.committeeId, unitId, facts, record.effectiveOn));
    await recordChange(ctx, tx, {
      kind: 'CREATE',
      action: 'createUnit',
      objectType: 'UNIT',
      objectId: unitId,
      unitId,
      record,
      after: { ...facts },
    });
    await announceStructure(tx, { unitIds: [unitId], reason: `设立单位：${facts.name}` });
    return { unitId };
  });
}

/** The first state of a unit. */
export function unitOf(committeeId: Id, unitId: Id, facts: NewUnit, effectiveFrom: string) {
  return {
    committeeId,
    unitId,
    name: facts.name,
    shortName: facts.shortName ?? null,
    nature: facts.nature,
    sector: facts.sector ?? null,
    protocolOrder: facts.protocolOrder,
    isFictitious: false,
    unifiedSocialCreditCode: facts.unifiedSocialCreditCode ?? null,
    status: 'ACTIVE' as const,
    effectiveFrom,
    effectiveTo: null,
    version: 1,
  };
}
