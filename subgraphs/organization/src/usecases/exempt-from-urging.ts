import { type Exemption, findExemption, withExemption } from '@hub/deadlines';

import { OrganizationRepository } from '../data/organization.repository';
import { structureError } from '../domain/structure.errors';
import { changeLadders } from './change-ladders';
import type { OrganizationContext } from './context';

export interface ExemptFromUrgingInput extends Exemption {
  readonly expectedVersion: number;
}

/** 免于催办: a body that is not urged beyond the system's own reminders, for a reason that everybody in the office reads. */
export function exemptFromUrging(ctx: OrganizationContext, input: ExemptFromUrgingInput): Promise<number> {
  return changeLadders(ctx, 'exemptFromUrging', input, async (content, today, tx) => {
    const { organizationId, obligation, until } = input;
    const organization = await new OrganizationRepository(tx).find(organizationId);
    if (organization === null) throw structureError('ORGANIZATION_NOT_FOUND');
    const exemption = { organizationId, obligation, until, reason: input.reason.trim() };
    const rules = withExemption(content, exemption, today);
    return { rules, before: { exemption: findExemption(content, exemption, today) }, after: { exemption } };
  });
}
