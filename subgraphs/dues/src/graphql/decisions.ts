import { type Decisions, decidedBy } from '@hub/graphql';

import { duesPolicy } from '../domain/dues.policy';
import { agenda } from './agenda';

export const duesDecisions: Decisions = {
  signedIn: ['Unit', 'PageInfo'],
  policies: {
    deadline: agenda.decisions,
    dues: decidedBy(duesPolicy, {
      readTotals: ['Query.duesRows', 'DuesRow'],
      readCharges: ['DuesCharge'],
    }),
  },
};
