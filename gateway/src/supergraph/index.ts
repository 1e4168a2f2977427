export { CompositionError, composeSupergraph, type SubgraphDefinition } from './compose';
export { ENTITY_SUBGRAPH } from './entity-graph';
export type { EntityPlanner } from './entity-planner';
export type { Plan } from './planner';
export { readSupergraph } from './read-supergraph';
export { loadSupergraph, type Supergraph } from './supergraph';
export type { TypeTable } from './type-table';
