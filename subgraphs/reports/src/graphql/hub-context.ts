import type { HubContext } from '@hub/graphql';

import type { ReportsDeps } from '../deps';

/** The context of one operation in this subgraph. */
export type ReportsHubContext = HubContext<ReportsDeps>;
