import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper';
import { type GraphQLSchema, parse } from 'graphql';

import { STUB_RESOLVERS, STUB_SUBGRAPHS } from './stub-graph';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])`;

/** The stub subgraphs as a gateway of the same process has them. */
export function stubSchemas(): ReadonlyMap<string, { readonly sdl: string; readonly schema: GraphQLSchema }> {
  const entries = Object.entries(STUB_SUBGRAPHS).map(([name, text]) => {
    const sdl = `${LINK}${text}`;
    const resolvers = STUB_RESOLVERS[name] as GraphQLResolverMap<unknown>;
    return [name, { sdl, schema: buildSubgraphSchema({ typeDefs: parse(sdl), resolvers }) }] as const;
  });
  return new Map(entries);
}
