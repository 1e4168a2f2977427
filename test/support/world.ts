import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Actor, IdFactory, ManualClock } from '@hub/core';
import { type LocalResponse, type OpenSubgraph, openSubgraph, type SubgraphSettings } from '@hub/graphql';
import { createUseCaseContext, type UseCaseContext } from '@hub/persistence';

import { someId } from './actors';
import { createTestDatabase, type TestDatabase } from './database';
import { TEST_SETTINGS } from './settings';
import { subgraphNamed } from './subgraphs';

export interface WorldOptions {
  /** Subgraphs that are opened; each has its own schema in the world's database. */
  readonly subgraphs: readonly string[];
  /** Where the clock stands at first. */
  readonly at?: string;
  /** One that others go by as well; otherwise the world's own. */
  readonly clock?: ManualClock;
  /** One that a hub has left, with what it has in it; otherwise a new and empty one. */
  readonly database?: TestDatabase;
  /** What is set otherwise than in every test. */
  readonly settings?: Partial<SubgraphSettings>;
}

export interface CallOptions {
  readonly idempotencyKey?: string;
}

/** One test file's own hub at the level of use cases: a database, a clock and open subgraphs. No gateway. */
export interface TestWorld {
  readonly database: TestDatabase;
  readonly clock: ManualClock;
  readonly ids: IdFactory;
  /** Faults that subgraphs masked; a test that expects none asserts that this is empty. */
  readonly faults: unknown[];
  subgraph(name: string): OpenSubgraph;
  /** What a use case of that subgraph receives first, acting as that actor. */
  context<Deps = unknown>(subgraph: string, actor: Actor | null, options?: CallOptions): UseCaseContext<Deps>;
  /** One GraphQL operation on one subgraph. */
  graphql(
    subgraph: string,
    actor: Actor | null,
    query: string,
    variables?: Record<string, unknown>,
    options?: CallOptions,
  ): Promise<LocalResponse>;
  close(): Promise<void>;
}

/** Thursday of the two seed documents, in office hours. */
export const SEED_MORNING = '2020-10-15T09:00:00+08:00';

export async function createTestWorld(options: WorldOptions): Promise<TestWorld> {
  const clock = options.clock ?? new ManualClock(options.at ?? SEED_MORNING);
  const ids = new IdFactory(clock);
  const faults: unknown[] = [];
  const database = options.database ?? (await createTestDatabase());
  const auditDir = mkdtempSync(join(tmpdir(), 'hub-test-audit-'));
  const settings = { ...TEST_SETTINGS, auditDir, ...options.settings };
  const open = new Map<string, OpenSubgraph>();
  for (const name of options.subgraphs) {
    const subgraph = subgraphNamed(name);
    const databaseUrl = database.urlFor(subgraph.database.schema);
    const reportFault = (error: unknown) => faults.push(error);
    open.set(name, await openSubgraph(subgraph, { databaseUrl, settings, clock, ids, reportFault }));
  }
  const subgraph = (name: string): OpenSubgraph => {
    const found = open.get(name);
    if (!found) throw new Error(`this world did not open ${name}`);
    return found;
  };
  return {
    database,
    clock,
    ids,
    faults,
    subgraph,
    context: <Deps>(name: string, actor: Actor | null, call: CallOptions = {}) => {
      const opened = subgraph(name);
      const deps = opened.deps as Deps;
      return createUseCaseContext({ ...call, deps, database: opened.database, actor, requestId: someId(), clock, ids });
    },
    graphql: (name, actor, query, variables = {}, call = {}) =>
      subgraph(name).execute(
        { query, variables },
        { actor, requestId: someId(), idempotencyKey: call.idempotencyKey ?? null },
      ),
    async close() {
      for (const each of open.values()) await each.close();
      rmSync(auditDir, { recursive: true, force: true });
      await database.drop();
    },
  };
}
