export { personActor, serviceActor, someId, standingIn, systemActor } from './actors';
export { shownCode } from './authenticator';
export { HubClient } from './client';
export type { ClientAnswer, ClientError } from './client-answer';
export { createTestDatabase, type TestDatabase } from './database';
export { createDistributedHub } from './distributed-hub';
export { malformedCalls, testSeed } from './env';
export { createTestHub } from './hub';
export type { DistributedTestHub, HubShape, TestHub, TestHubOptions } from './hub.type';
export { jobRun } from './job-run';
export { type LiveAnswers, TRANSPORTS } from './live-answers';
export {
  plantedAdoption,
  plantedReport,
  plantedReportFile,
  plantedReportImport,
  plantedReportPlan,
} from './planted-report';
export { TEST_SETTINGS } from './settings';
export { hubShapes, shapesOfRun } from './shapes';
export { howManyWait, someoneWaits } from './someone-waits';
export { SUBGRAPHS, subgraphNamed } from './subgraphs';
export { trustedDocuments, trustedText } from './trusted-documents';
export { type CallOptions, createTestWorld, SEED_MORNING, type TestWorld, type WorldOptions } from './world';
