import { DEADLINE_TIMETABLE, deadlineJobs } from '@hub/deadlines';
import type { Subgraph } from '@hub/graphql';
import { projectDirectory, subscribeEvents } from '@hub/jobs';

import { dispatchDatabase } from './data/database';
import { receiptBook } from './data/deadline-book';
import { createDispatchDeps } from './deps';
import { dispatchGraphql } from './graphql';
import { receiptFollower } from './usecases/follow-directory';
import { receiptTerms } from './usecases/recount-receipts';

/** 公文: documents from draft to archive, and the receipts of their addressees. */
export const dispatch: Subgraph = {
  name: 'dispatch',
  database: dispatchDatabase,
  graphql: dispatchGraphql,
  createDeps: createDispatchDeps,
  jobs: (host) => [
    ...subscribeEvents('dispatch', projectDirectory({ ...host, follower: receiptFollower })),
    ...deadlineJobs({ ...host, book: { ...receiptBook, terms: receiptTerms } }),
  ],
  timetable: DEADLINE_TIMETABLE,
};
