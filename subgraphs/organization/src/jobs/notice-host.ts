import type { Clock, IdFactory } from '@hub/core';
import type { SubgraphDatabase } from '@hub/persistence';

import type { OrganizationDeps } from '../deps';

/** What the jobs about notices work with. */
export interface NoticeHost {
  readonly database: SubgraphDatabase;
  readonly deps: OrganizationDeps;
  readonly clock: Clock;
  readonly ids: IdFactory;
}
