import { DEADLINE_TIMETABLE, deadlineJobs, followDirectory } from '@hub/deadlines';
import type { Subgraph } from '@hub/graphql';
import { projectDirectory, subscribeEvents } from '@hub/jobs';

import { approvalsDatabase } from './data/database';
import { approvalsBook } from './data/deadline-book';
import { approvalsGraphql } from './graphql';

/** 请示批复: what units ask, and what the committee decides. */
export const approvals: Subgraph = {
  name: 'approvals',
  database: approvalsDatabase,
  graphql: approvalsGraphql,
  createDeps: () => ({}),
  jobs: (host) => [
    ...subscribeEvents('approvals', projectDirectory({ ...host, follower: followDirectory(approvalsBook, host.ids) })),
    ...deadlineJobs({ ...host, book: approvalsBook }),
  ],
  timetable: DEADLINE_TIMETABLE,
};
