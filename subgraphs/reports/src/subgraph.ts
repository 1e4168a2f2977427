import { DEADLINE_TIMETABLE, deadlineJobs } from '@hub/deadlines';
import type { Subgraph } from '@hub/graphql';
import { projectDirectory, subscribeEvents } from '@hub/jobs';

import { reportsDatabase } from './data/database';
import { reportsBook } from './data/deadline-book';
import { createReportsDeps } from './deps';
import { reportsGraphql } from './graphql';
import { FOLD_SCHEDULE, foldJob } from './jobs/fold-ledgers.job';
import { hearFacts } from './jobs/hear-facts';
import { hearPapers } from './jobs/hear-papers';
import { PLANS_SCHEDULE, planJobs } from './jobs/open-plans.job';
import { reportsFollower } from './usecases/follow-directory';
import { reportTerms } from './usecases/recount-reports';

/** 工作报送: what the committee asks of its units, period by period. */
export const reports: Subgraph = {
  name: 'reports',
  database: reportsDatabase,
  graphql: reportsGraphql,
  createDeps: createReportsDeps,
  jobs: (host) => [
    ...subscribeEvents('reports', [
      ...projectDirectory({ ...host, follower: reportsFollower(host.ids) }),
      ...hearFacts(host),
      ...hearPapers(host),
    ]),
    ...deadlineJobs({ ...host, book: { ...reportsBook, terms: reportTerms } }),
    foldJob(host),
    ...planJobs(host),
  ],
  timetable: [...DEADLINE_TIMETABLE, FOLD_SCHEDULE, PLANS_SCHEDULE],
};
