import type { Id } from '@hub/core';

import { SectionRepository } from '../data/section.repository';
import { sectionError } from '../domain/section.errors';
import { assertName, SHORT_NAME_LIMIT } from '../domain/structure-change';
import { changeStructure, lockOrganization } from './change-structure';
import type { OrganizationContext } from './context';

export interface CreateSectionInput {
  readonly organizationId: Id;
  readonly name: string;
  /** 办公室: keeps the numbers and the seal. */
  readonly isGeneralOffice: boolean;
  readonly protocolOrder: number;
}

/** A section 部室 of an organisation. */
export function createSection(ctx: OrganizationContext, input: CreateSectionInput): Promise<{ sectionId: Id }> {
  return changeStructure(ctx, 'createSection', input, async (tx) => {
    const { organizationId, name, isGeneralOffice, protocolOrder } = input;
    const sections = new SectionRepository(tx);
    await lockOrganization(tx, organizationId, null);
    assertName(name, SHORT_NAME_LIMIT);
    if (await sections.isNameTaken(organizationId, name)) throw sectionError('SECTION_NAME_TAKEN', { name });
    const sectionId = ctx.ids.next();
    const facts = { organizationId, name, isGeneralOffice, protocolOrder };
    await sections.insert({ committeeId: tx.committeeId, sectionId, ...facts, active: true });
    tx.audit({ action: 'createSection', objectType: 'section', objectId: sectionId, after: facts });
    return { sectionId };
  });
}
