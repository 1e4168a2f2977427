import type { GraphqlDefinition } from '@hub/graphql';

export const dispatchGraphql = { resolvers: [] as never, references: {} } as GraphqlDefinition;
