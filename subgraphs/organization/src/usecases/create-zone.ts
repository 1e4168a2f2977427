import type { Id } from '@hub/core';

import { PostRepository } from '../data/post.repository';
import { ZoneRepository } from '../data/zone.repository';
import { accountError } from '../domain/account.errors';
import { assertName, SHORT_NAME_LIMIT } from '../domain/structure-change';
import { zoneError } from '../domain/zone.errors';
import { changeStructure } from './change-structure';
import type { OrganizationContext } from './context';

export interface CreateZoneInput {
  readonly name: string;
  /** Post of the committee's leader who keeps contact with the area. */
  readonly contactLeaderPostId?: Id | null;
}

export function createZone(ctx: OrganizationContext, input: CreateZoneInput): Promise<{ zoneId: Id }> {
  return changeStructure(ctx, 'createZone', input, async (tx) => {
    const { name, contactLeaderPostId = null } = input;
    const zones = new ZoneRepository(tx);
    assertName(name, SHORT_NAME_LIMIT);
    if (await zones.isNameTaken(name)) throw zoneError('ZONE_NAME_TAKEN', { name });
    if (contactLeaderPostId !== null && !(await new PostRepository(tx).lock(contactLeaderPostId))) {
      throw accountError('POST_NOT_FOUND');
    }
    const zoneId = ctx.ids.next();
    await zones.insert({ committeeId: tx.committeeId, zoneId, name, contactLeaderPostId, active: true, version: 1 });
    tx.audit({ action: 'createZone', objectType: 'zone', objectId: zoneId, after: { name, contactLeaderPostId } });
    return { zoneId };
  });
}
