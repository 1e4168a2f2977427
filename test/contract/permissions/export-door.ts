import { formatServiceToken, isPerson, type PersonActor, type ServiceActor, serviceTokenKey } from '@hub/core';
import { createExecutor, createGateway, DocumentGate, loadSupergraph, manifestRegistry } from '@hub/gateway';
import { callInProcess } from '@hub/infra/local/in-process';
import { schemaFiles } from '@hub/infra/local/supergraph';
import { createLogger } from '@hub/runtime';
import { SignJWT } from 'jose';

import { SUBGRAPHS, type TestWorld, trustedDocuments } from '../../support';
import { TEST_SETTINGS } from '../../support/settings';
import type { Caller } from './callers';

export interface ExportDoor {
  /** The file as that caller gets it, or the refusal. */
  get(caller: Caller, path: string): Promise<{ readonly status: number; readonly text: string }>;
  close(): Promise<void>;
}

/** A gateway before the world, where each caller has a token of his own; what it exports is logged nowhere. */
export async function openExportDoor(world: TestWorld, callers: readonly Caller[]): Promise<ExportDoor> {
  const manifest = trustedDocuments();
  const people = new Map(callers.flatMap(({ actor }) => (isPerson(actor) ? [[actor.sessionId, actor] as const] : [])));
  const programs = programsOf(
    callers,
    Object.values(manifest).map(({ name }) => name),
  );
  const supergraph = loadSupergraph(schemaFiles().supergraph);
  const { clock } = world;
  const gateway = createGateway({
    executor: createExecutor({
      supergraph,
      callSubgraph: callInProcess(new Map(SUBGRAPHS.map(({ name }) => [name, world.subgraph(name)]))),
      introspection: false,
      onInternalError: (error) => world.faults.push(error),
    }),
    documents: new DocumentGate('trusted', manifestRegistry(manifest)),
    resolveSession: async (id): Promise<PersonActor | null> => people.get(id) ?? null,
    serviceTokens: {
      resolve: async ({ digest }) => programs.get(digest)?.actor ?? null,
      noteUse: async () => undefined,
    },
    exports: {
      schema: () => supergraph.publicSchema,
      log: { begin: async () => 'logged', finish: async () => undefined },
    },
    accessTokenKey: TEST_SETTINGS.accessTokenKey,
    development: false,
    logger: createLogger({ name: 'matrix', level: 'silent' }),
    isReady: async () => ({ ready: true, checks: [] }),
    clock,
  });
  const { port } = await gateway.listen(0, '127.0.0.1');
  return {
    async get({ actor }, path) {
      const token = isPerson(actor)
        ? await accessToken(actor.sessionId, clock.now())
        : [...programs.values()].find((each) => each.actor.serviceTokenId === actor.serviceTokenId)?.token;
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { authorization: `Bearer ${token}` } });
      return { status: answer.status, text: await answer.text() };
    },
    close: () => gateway.close(),
  };
}

interface Program {
  readonly token: string;
  readonly actor: ServiceActor;
}

function programsOf(callers: readonly Caller[], documents: readonly string[]): ReadonlyMap<string, Program> {
  const programs = callers.flatMap(({ actor }) => (isPerson(actor) ? [] : [actor]));
  return new Map(
    programs.map((actor, index) => {
      const token = formatServiceToken(actor.committeeId, String(index).repeat(43));
      return [serviceTokenKey(token)?.digest ?? '', { token, actor: { ...actor, documents } }];
    }),
  );
}

const accessToken = (sid: string, now: Date): Promise<string> =>
  new SignJWT({ sid })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('party-work-hub')
    .setAudience('hub')
    .setIssuedAt(now)
    .setExpirationTime(new Date(now.getTime() + 600_000))
    .sign(TEST_SETTINGS.accessTokenKey);
