export { personActor, someId, systemActor } from './actors';
export { createTestDatabase, type TestDatabase } from './database';
export { SUBGRAPHS, subgraphNamed } from './subgraphs';
export { type CallOptions, createTestWorld, SEED_MORNING, type TestWorld, type WorldOptions } from './world';
