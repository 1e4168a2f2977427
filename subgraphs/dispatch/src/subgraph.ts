import type { Subgraph } from '@hub/graphql';
import { projectDirectory, subscribeEvents } from '@hub/jobs';

import { dispatchDatabase } from './data/database';
import { createDispatchDeps } from './deps';
import { dispatchGraphql } from './graphql';

/** 公文: documents from draft to archive, and the receipts of their addressees. */
export const dispatch: Subgraph = {
  name: 'dispatch',
  database: dispatchDatabase,
  graphql: dispatchGraphql,
  createDeps: createDispatchDeps,
  jobs: (host) => subscribeEvents('dispatch', projectDirectory(host)),
};
