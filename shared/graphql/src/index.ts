import 'reflect-metadata';

export { asksTotal } from './asks-total';
export { type AuditTrailReference, auditTrailGraphql, trailDecisions } from './audit-trail/audit-trail';
export { Classified } from './classified';
export { decideExecution, type ReferenceReason } from './compiled';
export { type Connection, connectionOf, PageArgs, PageInfo, toConnection } from './connection';
export {
  type Coordinate,
  type DecidedByPolicy,
  type Decision,
  type Decisions,
  type DecisionTable,
  decidedBy,
  resolveDecisions,
} from './decisions';
export { described, describedBy, enumOf, keysOf } from './enums';
export { formatError, type ReportFault } from './errors';
export { runSubgraph } from './host/run-subgraph';
export { runWorker } from './host/run-worker';
export { createSubgraphServer, type SubgraphServer, type SubgraphServerOptions } from './host/subgraph-server';
export { HubContext, type SubscriptionHost } from './hub-context';
export { INSPECTED } from './inspection';
export { IsId } from './is-id';
export { type Batch, defineLoader, type Loader } from './loader';
export {
  createLocalExecutor,
  type LocalExecutor,
  type LocalRequest,
  type LocalResponse,
  type SubgraphHost,
} from './local-executor';
export type { LocalSubscriber } from './local-subscriber';
export { DateScalar, DateTimeScalar, FenScalar } from './scalars';
export {
  type JobHost,
  type OpenOptions,
  type OpenSubgraph,
  openSubgraph,
  type Subgraph,
  type SubgraphSettings,
} from './subgraph';
export {
  buildSubgraph,
  type GraphqlDefinition,
  type ReferenceResolver,
  type SubgraphSchema,
  type WholeReferenceResolver,
} from './subgraph-schema';
