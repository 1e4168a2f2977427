import type { UseCaseContext } from '@hub/persistence';

import type { OrganizationDeps } from '../deps';

/** What every use case of this subgraph receives first. */
export type OrganizationContext = UseCaseContext<OrganizationDeps>;
