import { definePolicy } from '@hub/core';

import { DELEGABLE_ROLES } from './delegation';

/** Notices are for those who work: the three administrators and inspectors get none. */
const own = [{ roles: DELEGABLE_ROLES, reach: 'OWN' }] as const;
const admin = { roles: ['COMMITTEE_ADMIN'], reach: 'COMMITTEE' } as const;

/** One's own inbox and channels; who is 书记 is recorded by the administrator, as posts are. */
export const noticePolicy = definePolicy({
  readNotices: own,
  markNotices: own,
  setNoticePreference: own,
  /** Who was told of a thing, and through what: whoever supervises answers for it. */
  readTold: [{ roles: ['COMMITTEE_LEADER', 'OFFICE_CHECKER', 'OFFICE_REGISTRAR'], reach: 'COMMITTEE' }],
  designateStanding: [admin],
  readStandings: [
    admin,
    { roles: ['COMMITTEE_LEADER', 'OFFICE_CHECKER', 'OFFICE_REGISTRAR', 'OFFICE_CLERK'], reach: 'COMMITTEE' },
  ],
});
