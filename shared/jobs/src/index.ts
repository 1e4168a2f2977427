export type { JobImplementation, JobRun } from './implement-job';
export { type ProjectionHost, projectDirectory } from './project-directory';
export { type EventDelivery, type EventSubscription, onEvent, subscribeEvents } from './subscribe-events';
