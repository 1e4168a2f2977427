export { personActor, serviceActor, someId, systemActor } from './actors';
export { type ClientAnswer, type ClientError, HubClient } from './client';
export { createTestDatabase, type TestDatabase } from './database';
export { malformedCalls, testSeed } from './env';
export { createTestHub, type TestHub, type TestHubOptions } from './hub';
export { SUBGRAPHS, subgraphNamed } from './subgraphs';
export { type CallOptions, createTestWorld, SEED_MORNING, type TestWorld, type WorldOptions } from './world';
