import type { Id } from '@hub/core';
import { assertVersion, requirePerson } from '@hub/persistence';

import { DutyRosterRepository } from '../data/duty-roster.repository';
import { PostRepository } from '../data/post.repository';
import { calendarPolicy } from '../domain/calendar.policy';
import { assertOnDuty, assertRoster, type DutyShift } from '../domain/duty-roster';
import type { Period } from '../domain/duty-window';
import { lockOrganization } from './change-structure';
import type { OrganizationContext } from './context';

export interface SetDutyShiftsInput {
  readonly organizationId: Id;
  /** The stretch that is arranged anew. */
  readonly window: Period;
  readonly shifts: readonly DutyShift[];
  readonly expectedVersion: number;
}

/** 排值班表: who answers for an organisation, shift by shift. */
export function setDutyShifts(ctx: OrganizationContext, input: SetDutyShiftsInput): Promise<{ organizationId: Id }> {
  const actor = requirePerson(ctx);
  calendarPolicy.assertMay(actor, 'setDutyShifts', { committeeId: actor.committeeId });
  return ctx.command('setDutyShifts', input, async (tx) => {
    const { organizationId, window, shifts } = input;
    await lockOrganization(tx, organizationId, null);
    const roster = new DutyRosterRepository(tx, organizationId);
    const version = await roster.lockVersion();
    assertVersion(version, input.expectedVersion);
    assertRoster(window, shifts, await roster.reachingInto(window), tx.now);
    const posts = await new PostRepository(tx).findAll([...new Set(shifts.map(({ postId }) => postId))]);
    assertOnDuty(organizationId, shifts, posts);
    await roster.replace(window, shifts);
    tx.audit({
      action: 'setDutyShifts',
      objectType: 'dutyRoster',
      objectId: organizationId,
      before: { version },
      after: { version: version + 1, window, shifts },
    });
    return { organizationId };
  });
}
