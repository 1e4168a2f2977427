import { tmpdir } from 'node:os';

import { IdFactory, ManualClock, type PersonActor, type Role } from '@hub/core';
import { type OpenSubgraph, openSubgraph, type Subgraph } from '@hub/graphql';
import { createTestCluster } from '@hub/infra/local/postgres';
import { loginRole, migrate, roleUrl } from '@hub/persistence';
import { Client } from 'pg';

import { TEST_SETTINGS } from '../../support/settings';

const DATABASE = 'bench';
const ROLE_PASSWORD = 'bench-role-password';
const YEARS = { from: 2010, to: 2021 };

/** One subgraph over a throwaway server, with a superuser's connection beside it. Both write without waiting for disk. */
export interface BenchWorld {
  readonly owner: Client;
  readonly clock: ManualClock;
  readonly ids: IdFactory;
  readonly committeeId: string;
  readonly subgraph: OpenSubgraph;
  person(role: Role, of?: { readonly unitId: string; readonly organizationId: string }): PersonActor;
  /** The data of one operation; an error ends the bench. */
  graphql<T>(actor: PersonActor, query: string, variables: Record<string, unknown>): Promise<T>;
  close(): Promise<void>;
}

export async function openBenchWorld(definition: Subgraph): Promise<BenchWorld> {
  const cluster = await createTestCluster();
  const ownerUrl = await createDatabase(cluster.url);
  await migrate(definition.database, { ownerUrl, rolePassword: ROLE_PASSWORD, years: YEARS });
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  const clock = new ManualClock('2020-10-15T09:00:00+08:00');
  const ids = new IdFactory(clock);
  const subgraph = await openSubgraph(definition, {
    databaseUrl: roleUrl(ownerUrl, loginRole(definition.database.schema), ROLE_PASSWORD),
    settings: { ...TEST_SETTINGS, auditDir: tmpdir() },
    clock,
    ids,
    reportFault: (error) => {
      throw error;
    },
  });
  const committeeId = ids.next();
  return {
    owner,
    clock,
    ids,
    committeeId,
    subgraph,
    person: (role, of) => personOf(ids, committeeId, role, of),
    graphql: (actor, query, variables) => ask(subgraph, ids, actor, query, variables),
    async close() {
      await subgraph.close();
      await owner.end();
      await cluster.stop();
    },
  };
}

async function createDatabase(serverUrl: string): Promise<string> {
  const server = new Client({ connectionString: serverUrl });
  await server.connect();
  await server.query(`create database ${DATABASE}`);
  await server.end();
  const url = new URL(serverUrl);
  url.pathname = `/${DATABASE}`;
  return url.toString();
}

function personOf(
  ids: IdFactory,
  committeeId: string,
  role: Role,
  of = { unitId: ids.next(), organizationId: ids.next() },
): PersonActor {
  return {
    side: role.startsWith('UNIT') ? 'unit' : 'office',
    committeeId,
    accountId: ids.next(),
    sessionId: ids.next(),
    postId: ids.next(),
    role,
    ...of,
    sectionId: null,
    displayName: role,
    postTitle: role,
    delegation: null,
  };
}

async function ask<T>(
  subgraph: OpenSubgraph,
  ids: IdFactory,
  actor: PersonActor,
  query: string,
  variables: Record<string, unknown>,
): Promise<T> {
  const caller = { actor, requestId: ids.next(), idempotencyKey: null };
  const { data, errors } = await subgraph.execute({ query, variables }, caller);
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return data as T;
}
