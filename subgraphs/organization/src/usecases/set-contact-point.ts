import type { Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { ContactPointRepository } from '../data/contact-point.repository';
import { OrganizationRepository } from '../data/organization.repository';
import { structureError } from '../domain/structure.errors';
import { structurePolicy } from '../domain/structure.policy';
import type { OrganizationContext } from './context';

export interface SetContactPointInput {
  readonly year: number;
  readonly leaderName: string;
  readonly leaderTitle: string;
  /** The branch the leader stands for. */
  readonly organizationId: Id;
}

/** Names the one branch a leader of a department stands for in a year; naming another replaces it (DOMAIN 1.4). */
export function setContactPoint(
  ctx: OrganizationContext,
  input: SetContactPointInput,
): Promise<{ contactPointId: Id }> {
  const actor = requirePerson(ctx);
  return ctx.command('setContactPoint', input, async (tx) => {
    const { year, leaderName, leaderTitle, organizationId } = input;
    const organization = await new OrganizationRepository(tx).find(organizationId);
    if (!organization) throw structureError('ORGANIZATION_NOT_FOUND');
    const { committeeId, unitId } = organization;
    structurePolicy.assertMay(actor, 'setContactPoint', { committeeId, unitId });
    const contactPoints = new ContactPointRepository(tx);
    const present = await contactPoints.lockOf(unitId, year, leaderName);
    const contactPointId = present?.contactPointId ?? ctx.ids.next();
    if (present) {
      await contactPoints.update(contactPointId, { organizationId, leaderTitle, version: present.version + 1 });
    } else {
      await contactPoints.insert({ committeeId, contactPointId, unitId, ...input, version: 1 });
    }
    tx.audit({
      action: 'setContactPoint',
      objectType: 'contactPoint',
      objectId: contactPointId,
      before: present && { organizationId: present.organizationId, leaderTitle: present.leaderTitle },
      after: { year, leaderTitle, organizationId },
    });
    return { contactPointId };
  });
}
