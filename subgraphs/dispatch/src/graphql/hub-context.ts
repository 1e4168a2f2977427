import type { HubContext } from '@hub/graphql';

import type { DispatchDeps } from '../deps';

/** The context of one operation in this subgraph. */
export type DispatchHubContext = HubContext<DispatchDeps>;
