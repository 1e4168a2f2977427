import type { HubContext } from '@hub/graphql';

import type { OrganizationDeps } from '../deps';

/** The context of one operation in this subgraph. */
export type OrganizationHubContext = HubContext<OrganizationDeps>;
