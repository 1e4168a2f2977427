export { CompositionError, composeSupergraph, type SubgraphDefinition } from './compose';
export type { Plan } from './planner';
export { readSupergraph } from './read-supergraph';
export { loadSupergraph, type Supergraph } from './supergraph';
export type { TypeTable } from './type-table';
