import type { Subgraph } from '@hub/graphql';

import { organizationDatabase } from './data/database';
import { createOrganizationDeps } from './deps';
import { organizationGraphql } from './graphql';

/** 组织: the committee, its units and party organisations, and the people who act for them. */
export const organization: Subgraph = {
  name: 'organization',
  database: organizationDatabase,
  graphql: organizationGraphql,
  createDeps: createOrganizationDeps,
  jobs: () => [],
};

export type { OrganizationContext } from './usecases/context';
export { importStructure } from './usecases/import-structure';
export { login } from './usecases/login';
export { resolveSession } from './usecases/resolve-session';
export type * from './usecases/structure-import';
