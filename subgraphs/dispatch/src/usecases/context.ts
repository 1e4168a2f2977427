import type { UseCaseContext } from '@hub/persistence';

import type { DispatchDeps } from '../deps';

/** What every use case of this subgraph receives first. */
export type DispatchContext = UseCaseContext<DispatchDeps>;
