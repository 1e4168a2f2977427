import type { PersonActor } from '@hub/core';
import { type CallSubgraph, createExecutor, loadSupergraph } from '@hub/gateway';
import type { GraphQLSchema } from 'graphql';

import { demoPerson } from '../../support/demo-person';
import { createTestHub } from '../../support/hub';
import { peersSupergraph } from '../../support/peers-supergraph';
import { SUBGRAPHS } from '../../support/subgraphs';
import { createTestWorld, SEED_MORNING, type TestWorld } from '../../support/world';
import { openApolloInProcess, type PeerError, type PeerGateway } from './apollo';

export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly PeerError[];
}

/** One committee's hub, asked through our executor and through @apollo/gateway, over the same subgraphs. */
export interface HubBesidePeer {
  readonly schema: GraphQLSchema;
  readonly world: TestWorld;
  actor(loginName: string): Promise<PersonActor>;
  ours(query: string, actor: PersonActor): Promise<Answer>;
  theirs(query: string, actor: PersonActor): Promise<Answer>;
  close(): Promise<void>;
}

export async function openHubBesidePeer(): Promise<HubBesidePeer> {
  const hub = await createTestHub({ committee: true });
  const database = await hub.leaveDatabase();
  const world = await createTestWorld({ subgraphs: SUBGRAPHS.map(({ name }) => name), database, at: SEED_MORNING });
  const sdl = peersSupergraph((name) => `http://${name}.test/graphql`);
  const supergraph = loadSupergraph(sdl);
  const callSubgraph: CallSubgraph = async (name, { query, variables, operationName }, { actor, requestId }) => {
    const caller = { actor, requestId, idempotencyKey: null };
    const answer = await world.subgraph(name).execute({ query, variables, operationName }, caller);
    return JSON.parse(JSON.stringify(answer));
  };
  const executor = createExecutor({
    supergraph,
    callSubgraph,
    introspection: false,
    onInternalError: (error) => {
      world.faults.push(error);
    },
  });
  let asking: PersonActor | null = null;
  const peer: PeerGateway = await openApolloInProcess(sdl, (name, { request }) =>
    world
      .subgraph(name)
      .execute(
        { query: request.query, variables: request.variables ?? {} },
        { actor: asking, requestId: 'peer', idempotencyKey: null },
      ),
  );
  return {
    schema: supergraph.publicSchema,
    world,
    actor: (loginName) =>
      demoPerson((query, variables) => world.graphql('organization', null, query, variables), loginName),
    async ours(query, actor) {
      const context = { requestId: 'ours', actor, idempotencyKey: null, signal: new AbortController().signal };
      const { body } = await executor.execute({ query }, context, { allowMutations: false });
      return JSON.parse(String(body)) as Answer;
    },
    theirs(query, actor) {
      asking = actor;
      return peer.ask(query, {});
    },
    async close() {
      await peer.stop();
      await world.close();
    },
  };
}
