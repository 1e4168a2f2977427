import type { PersonActor, Role } from '@hub/core';

/** A person of committee `c1` and unit `own` who acts under a post with this role. */
export function actorWith(role: Role): PersonActor {
  return {
    side: role.startsWith('UNIT') ? 'unit' : 'office',
    committeeId: 'c1',
    accountId: 'me',
    sessionId: 's1',
    postId: 'p1',
    role,
    organizationId: 'o1',
    unitId: 'own',
    sectionId: null,
    displayName: '张三',
    postTitle: '干事',
    delegation: null,
  };
}
