import { type GraphQLSchema, parse } from 'graphql';
import { createEntityPlanner, type EntityPlanner } from './entity-planner';
import { createPlanner, type Plan } from './planner';
import { buildPublicSchema } from './public-schema';
import { reservedKeys } from './reserved-keys';
import { subgraphUrls } from './subgraph-urls';
import { buildTypeTable, type TypeTable } from './type-table';

/** Everything the executor knows of one composed graph. A new composition is a new value; nothing is changed in place. */
export interface Supergraph {
  /** What clients see: no join or link directives, nothing @inaccessible. */
  readonly publicSchema: GraphQLSchema;
  readonly plan: Plan;
  /** Plans parts of operations that `plan` cannot place. */
  readonly entities: EntityPlanner;
  readonly types: TypeTable;
  readonly reservedKeys: ReadonlySet<string>;
  /** Subgraph by name → where it answers over HTTP. */
  readonly urls: ReadonlyMap<string, string>;
}

export function loadSupergraph(sdl: string): Supergraph {
  const document = parse(sdl, { noLocation: true });
  return {
    publicSchema: buildPublicSchema(document),
    plan: createPlanner(sdl),
    entities: createEntityPlanner(document),
    types: buildTypeTable(document),
    reservedKeys: reservedKeys(document),
    urls: subgraphUrls(document),
  };
}
