import type { Clock, IdFactory } from '@hub/core';
import { AUDIT_TIMETABLE, auditJobs, type JobImplementation, joinTimetables, type Schedule } from '@hub/jobs';
import type { OutsideSettings } from '@hub/notify';
import { type DatabaseDefinition, type DataKeys, SubgraphDatabase, Trail } from '@hub/persistence';
import { localSignals, type Signals } from '@hub/runtime';

import type { ReportFault } from './errors';
import { createLocalExecutor, type LocalExecutor } from './local-executor';
import { createLocalSubscriber, type LocalSubscriber } from './local-subscriber';
import { buildSubgraph, type GraphqlDefinition, type SubgraphSchema } from './subgraph-schema';

/** What the whole hub decides for its subgraphs. */
export interface SubgraphSettings {
  /** Signs the access tokens of local accounts (HS256). */
  readonly accessTokenKey: Uint8Array;
  /** Chains the audit trail; never in the database. */
  readonly auditKey: Uint8Array;
  /** The folder with the checkpoints of the trail: outside the database. */
  readonly auditDir: string;
  /** Encrypt columns of level 4. */
  readonly dataKeys: DataKeys;
  /** Whether administrators and treasurers must sign in with a second factor; only a demo lets them do without. */
  readonly secondFactor: 'required' | 'optional';
  /** The ways in which people are told outside the hub. */
  readonly outside: OutsideSettings;
}

/** A subgraph is a value, not a process: hosts run it alone or beside the others. */
export interface Subgraph {
  readonly name: string;
  readonly database: DatabaseDefinition;
  readonly graphql: GraphqlDefinition;
  /** The tools of its use cases besides the database; they find them as `ctx.deps`. */
  createDeps(settings: SubgraphSettings): unknown;
  /** What its worker does: events it listens to, and work by the clock. */
  jobs(host: JobHost): readonly JobImplementation[];
  /** When it does jobs of its own by the clock, beside those every subgraph has. */
  readonly timetable?: readonly Schedule[];
}

/** What jobs of a subgraph are given, in place of a request's context. */
export interface JobHost {
  readonly database: SubgraphDatabase;
  readonly deps: unknown;
  readonly clock: Clock;
  readonly ids: IdFactory;
}

export interface OpenOptions {
  /** Connection under the subgraph's own login role. */
  readonly databaseUrl: string;
  readonly settings: SubgraphSettings;
  readonly clock: Clock;
  readonly ids: IdFactory;
  readonly reportFault: ReportFault;
  readonly poolSize?: number;
  /** Between the processes of the hub; without them what one subgraph tells stays in it. */
  readonly signals?: Signals;
}

export interface OpenSubgraph extends SubgraphSchema {
  readonly name: string;
  readonly deps: unknown;
  readonly database: SubgraphDatabase;
  readonly execute: LocalExecutor;
  readonly subscribe: LocalSubscriber;
  readonly jobs: readonly JobImplementation[];
  /** When its jobs are done by the clock. */
  readonly timetable: readonly Schedule[];
  readonly trail: Trail;
  close(): Promise<void>;
}

/** Connects a subgraph to its database and makes it ready to answer in this process. */
export async function openSubgraph(subgraph: Subgraph, options: OpenOptions): Promise<OpenSubgraph> {
  const { clock, ids, reportFault, poolSize, signals = localSignals() } = options;
  const deps = subgraph.createDeps(options.settings);
  const { schema, sdl } = buildSubgraph(subgraph.graphql);
  const timetable = joinTimetables(AUDIT_TIMETABLE, subgraph.timetable ?? []);
  const { auditDir, auditKey } = options.settings;
  const database = await SubgraphDatabase.connect(subgraph.database, options.databaseUrl, {
    auditKey,
    poolSize,
    signals,
  });
  const trail = new Trail({ database, auditKey, auditDir, clock });
  const host = { schema, database, deps, clock, ids, reportFault };
  return {
    name: subgraph.name,
    schema,
    sdl,
    deps,
    database,
    jobs: [...auditJobs(trail), ...subgraph.jobs({ database, deps, clock, ids })],
    timetable,
    trail,
    execute: createLocalExecutor(host),
    subscribe: createLocalSubscriber(host, signals),
    close: () => database.close(),
  };
}
