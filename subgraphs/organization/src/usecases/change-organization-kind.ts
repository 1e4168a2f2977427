import { type Id, localDate } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { OrganizationEntity } from '../data/organization.entity';
import { OrganizationRepository } from '../data/organization.repository';
import { assertParentKind, kindChange } from '../domain/affiliation';
import type { OrganizationKind } from '../domain/organization-kind';
import { assertChange, assertName, type ChangeRecord, ORGANIZATION_NAME_LIMIT } from '../domain/structure-change';
import { announceStructure } from './announce-structure';
import { changeStructure, lockSubordinate } from './change-structure';
import type { OrganizationContext } from './context';
import { recordChange } from './record-change';

export interface ChangeOrganizationKindInput {
  readonly organizationId: Id;
  readonly kind: OrganizationKind;
  /** Its name follows its kind: the seal says so. */
  readonly name: string;
  readonly change: ChangeRecord;
  readonly expectedVersion: number;
}

/** Upgrades or downgrades an organisation in place: its members, groups and running matters stay with it. */
export function changeOrganizationKind(
  ctx: OrganizationContext,
  input: ChangeOrganizationKindInput,
): Promise<{ organizationId: Id }> {
  return changeStructure(ctx, 'changeOrganizationKind', input, async (tx) => {
    const { organizationId, kind, name, change: record } = input;
    const organization = await lockSubordinate(tx, organizationId, input.expectedVersion);
    const changeKind = kindChange(organization.kind, kind);
    assertName(name, ORGANIZATION_NAME_LIMIT);
    const subject = { id: organizationId, earliest: organization.effectiveFrom };
    assertChange(changeKind, record, subject, localDate(tx.now));
    await assertEdgesAllow(tx, organization, kind);
    await new OrganizationRepository(tx).update(organizationId, { kind, name, version: organization.version + 1 });
    await recordChange(ctx, tx, {
      kind: changeKind,
      action: 'changeOrganizationKind',
      objectType: 'ORGANIZATION',
      objectId: organizationId,
      unitId: organization.unitId,
      record,
      before: { kind: organization.kind, name: organization.name },
      after: { kind, name },
    });
    await announceStructure(tx, { organizationIds: [organizationId], reason: `党组织类型调整：${name}` });
    return { organizationId };
  });
}

async function assertEdgesAllow(
  tx: Transaction,
  { organizationId, affiliationId }: OrganizationEntity,
  kind: OrganizationKind,
): Promise<void> {
  const organizations = new OrganizationRepository(tx);
  const parent = affiliationId === null ? null : await organizations.find(affiliationId);
  assertParentKind(kind, parent?.kind ?? null);
  for (const child of await organizations.livingChildren(organizationId)) assertParentKind(child.kind, kind);
}
