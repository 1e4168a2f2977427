import { organizationDatabase } from './data/database';
import { createOrganizationDeps, type OrganizationDeps } from './deps';
import { organizationGraphql } from './graphql';

/** What this subgraph is, for whichever host runs it. */
export const organization = {
  name: 'organization',
  database: organizationDatabase,
  graphql: organizationGraphql,
} as const;

export { createOrganizationDeps, type OrganizationDeps };
