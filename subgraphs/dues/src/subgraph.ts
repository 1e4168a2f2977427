import { DEADLINE_TIMETABLE, deadlineJobs, followDirectory } from '@hub/deadlines';
import type { Subgraph } from '@hub/graphql';
import { projectDirectory, subscribeEvents } from '@hub/jobs';

import { duesDatabase } from './data/database';
import { duesBook } from './data/deadline-book';
import { duesGraphql } from './graphql';

/** 党费: what members owe and pay, month by month. */
export const dues: Subgraph = {
  name: 'dues',
  database: duesDatabase,
  graphql: duesGraphql,
  createDeps: () => ({}),
  jobs: (host) => [
    ...subscribeEvents('dues', projectDirectory({ ...host, follower: followDirectory(duesBook, host.ids) })),
    ...deadlineJobs({ ...host, book: duesBook }),
  ],
  timetable: DEADLINE_TIMETABLE,
};
