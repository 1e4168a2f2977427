import { memberCountsReported } from '@hub/contracts';

import { factFeed } from './fact-feed';

/** 党员人数, as the organisation gives them of itself. */
export const memberCountFeed = factFeed(
  memberCountsReported,
  ({ organizationId, unitId, formalMembers, probationaryMembers, version }) => {
    const item = { organizationId, unitId, itemId: organizationId, month: null, version };
    return [
      { ...item, fact: 'members.formal', value: formalMembers },
      { ...item, fact: 'members.probationary', value: probationaryMembers },
      { ...item, fact: 'members.total', value: formalMembers + probationaryMembers },
    ];
  },
);
