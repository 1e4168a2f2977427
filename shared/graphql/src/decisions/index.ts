export { type Coordinate, type DecidedByPolicy, type Decisions, decidedBy } from './decisions';
export { enforceDecisions, hideEntity } from './enforce-decisions';
export { type DecidingVerb, type Decision, type DecisionTable, resolveDecisions } from './resolve-decisions';
