import { DEADLINE_TIMETABLE, deadlineJobs } from '@hub/deadlines';
import type { Subgraph } from '@hub/graphql';
import { subscribeEvents } from '@hub/jobs';

import { organizationDatabase } from './data/database';
import { organizationBook } from './data/deadline-book';
import { createOrganizationDeps, type OrganizationDeps } from './deps';
import { organizationGraphql } from './graphql';
import { receiveNotices } from './jobs/receive-notices';
import { OUTSIDE_SCHEDULE, outsideJobs } from './jobs/send-outside';

/** 组织: the committee, its units and party organisations, and the people who act for them. */
export const organization: Subgraph = {
  name: 'organization',
  database: organizationDatabase,
  graphql: organizationGraphql,
  createDeps: createOrganizationDeps,
  jobs: (given) => {
    const host = { ...given, deps: given.deps as OrganizationDeps };
    return [
      ...subscribeEvents('organization', receiveNotices(host)),
      ...outsideJobs(host),
      ...deadlineJobs({ ...given, book: organizationBook }),
    ];
  },
  timetable: [...DEADLINE_TIMETABLE, OUTSIDE_SCHEDULE],
};

export type { DeliveryStatus } from './data/delivery-status.read-model';
export type { OrganizationContext } from './usecases/context';
export { deliverNotices, type RequestedNotice } from './usecases/deliver-notices';
export { importStructure } from './usecases/import-structure';
export { login } from './usecases/login';
export { readDeliveryStatus } from './usecases/read-delivery-status';
export { resendFailed } from './usecases/resend-failed';
export { resolveSession } from './usecases/resolve-session';
export type * from './usecases/structure-import';
