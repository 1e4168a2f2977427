import { type Id, type LocalDate, localDate, localMinute, type Role } from '@hub/core';

import { dutyOf } from './duty';
import { assertDutyWindow, assertWithin, type Period } from './duty-window';
import { workingTimeError } from './working-time.errors';

/** 值班: who answers for an organisation, from when to when. */
export interface DutyShift extends Period {
  readonly postId: Id;
}

/** A post as far as it is asked whether its holder can be on duty. */
export interface PostOnDuty {
  readonly postId: Id;
  readonly organizationId: Id;
  readonly role: Role;
  readonly heldFrom: LocalDate;
  readonly heldTo: LocalDate | null;
  readonly endedAt: Date | null;
}

/** Refuses a roster of a window that cannot be kept; `kept` are those that begin before it and stay. */
export function assertRoster(
  window: Period,
  shifts: readonly DutyShift[],
  kept: readonly DutyShift[],
  now: Date,
): void {
  assertDutyWindow(window, now);
  for (const shift of shifts) assertWithin(window, shift);
  const inOrder = [...kept, ...shifts].sort((a, b) => a.from.getTime() - b.from.getTime());
  inOrder.forEach((shift, index) => {
    const before = inOrder[index - 1];
    if (before !== undefined && shift.from < before.to) {
      throw workingTimeError('DUTY_SHIFTS_OVERLAP', { from: localMinute(shift.from), until: localMinute(before.to) });
    }
  });
}

/** Whoever is on duty holds a post for the work in the organisation from the first day of the shift to the last. */
export function assertOnDuty(organizationId: Id, shifts: readonly DutyShift[], posts: readonly PostOnDuty[]): void {
  const byId = new Map(posts.map((post) => [post.postId, post]));
  for (const shift of shifts) {
    const post = byId.get(shift.postId);
    if (post === undefined || !isOnDuty(post, organizationId, shift)) {
      throw workingTimeError('DUTY_POST_INVALID', { from: localMinute(shift.from) });
    }
  }
}

function isOnDuty(post: PostOnDuty, organizationId: Id, { from, to }: DutyShift): boolean {
  const { role, heldFrom, heldTo, endedAt } = post;
  const held = heldFrom <= localDate(from) && (heldTo === null || heldTo >= localDate(to));
  return post.organizationId === organizationId && dutyOf(role) === 'BUSINESS' && endedAt === null && held;
}
