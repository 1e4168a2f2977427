import { type Decisions, decidedBy } from '@hub/graphql';

import { requestPolicy } from '../domain/request.policy';

export const approvalsDecisions: Decisions = {
  signedIn: ['PageInfo', 'Unit'],
  policies: {
    request: decidedBy(requestPolicy, { read: ['Query.requests', 'Request', 'RequestConnection'] }),
  },
};
