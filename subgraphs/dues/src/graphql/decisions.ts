import { type Decisions, decidedBy } from '@hub/graphql';

import { duesPolicy } from '../domain/dues.policy';

export const duesDecisions: Decisions = {
  signedIn: ['Unit'],
  policies: {
    dues: decidedBy(duesPolicy, {
      readTotals: ['Query.duesRows', 'DuesRow'],
      readCharges: ['DuesCharge'],
    }),
  },
};
