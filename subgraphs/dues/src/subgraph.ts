import type { Subgraph } from '@hub/graphql';
import { projectDirectory, subscribeEvents } from '@hub/jobs';

import { duesDatabase } from './data/database';
import { duesGraphql } from './graphql';

/** 党费: what members owe and pay, month by month. */
export const dues: Subgraph = {
  name: 'dues',
  database: duesDatabase,
  graphql: duesGraphql,
  createDeps: () => ({}),
  jobs: (host) => subscribeEvents('dues', projectDirectory(host)),
};
