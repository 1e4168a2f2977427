import type { GraphqlDefinition } from '@hub/graphql';

import { SignInResolver } from './sign-in.resolver';

export const organizationGraphql: GraphqlDefinition = {
  resolvers: [SignInResolver],
  references: {},
};
