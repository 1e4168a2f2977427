import type { UseCaseContext } from '@hub/persistence';

import type { ReportsDeps } from '../deps';

/** What every use case of this subgraph receives first. */
export type ReportsContext = UseCaseContext<ReportsDeps>;
