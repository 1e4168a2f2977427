import { type Decisions, decidedBy } from '@hub/graphql';

import { requestPolicy } from '../domain/request.policy';
import { agenda } from './agenda';

export const approvalsDecisions: Decisions = {
  signedIn: ['PageInfo', 'Unit'],
  policies: {
    deadline: agenda.decisions,
    request: decidedBy(requestPolicy, { read: ['Query.requests', 'Request', 'RequestConnection'] }),
  },
};
