import { type GraphQLSchema, parse } from 'graphql';
import { type RequirementTable, readRequirements } from '../security/authorization';
import { type CostTable, readCosts } from '../security/cost';
import { createEntityPlanner, type EntityPlanner } from './entity-planner';
import { createPlanner, type Plan } from './planner';
import { buildPublicSchema } from './public-schema';
import { keysWithArguments, reservedKeys } from './reserved-keys';
import { type DrawShare, sharesOf } from './shares';
import { subgraphUrls } from './subgraph-urls';
import { buildTypeTable, type TypeTable } from './type-table';

/** Everything the executor knows of one composed graph. A new composition is a new value; nothing is changed in place. */
export interface Supergraph {
  /** What clients see: no join or link directives, nothing @inaccessible. */
  readonly publicSchema: GraphQLSchema;
  readonly plan: Plan;
  readonly drawShare: DrawShare;
  /** Plans parts of operations that `plan` cannot place. */
  readonly entities: EntityPlanner;
  readonly types: TypeTable;
  readonly reservedKeys: ReadonlySet<string>;
  /** Those of them that are fetched with arguments. */
  readonly keysWithArguments: ReadonlySet<string>;
  /** What the graph says its fields cost. */
  readonly costs: CostTable;
  /** Whom the graph lets read what. */
  readonly requirements: RequirementTable;
  /** Subgraph by name → where it answers over HTTP. */
  readonly urls: ReadonlyMap<string, string>;
}

export function loadSupergraph(sdl: string): Supergraph {
  const document = parse(sdl, { noLocation: true });
  const planner = createPlanner(sdl);
  return {
    publicSchema: buildPublicSchema(document),
    plan: planner.plan,
    drawShare: sharesOf(planner.percentages),
    entities: createEntityPlanner(document),
    types: buildTypeTable(document),
    reservedKeys: reservedKeys(document),
    keysWithArguments: keysWithArguments(document),
    costs: readCosts(document),
    requirements: readRequirements(document),
    urls: subgraphUrls(document),
  };
}
