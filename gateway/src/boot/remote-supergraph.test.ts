import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createLogger } from '@hub/runtime';

import { FaultySubgraph, hangs } from '../../testing/faulty-subgraph';
import { gatewayEnv, type PlainGatewayEnv } from '../gateway.env';
import { NO_TELEMETRY } from '../observability';
import { executorLimits, NO_COST_CEILINGS } from '../security/limits';
import { composeSupergraph } from '../supergraph';
import { openRemoteSupergraph } from './remote-supergraph';

const subgraph = new FaultySubgraph();
beforeAll(() => subgraph.listen());
afterAll(() => subgraph.die());

test('a subgraph that hangs opens its breaker, whatever time an operation has', async () => {
  subgraph.behave = hangs;
  const sdl = composeSupergraph([{ name: 'shop', url: subgraph.url, sdl: 'type Query { hello: String }' }]);
  const file = join(await mkdtemp(join(tmpdir(), 'supergraph-')), 'supergraph.graphql');
  await writeFile(file, sdl);
  const env = gatewayEnv({ HUB_GATEWAY_ONLY: '1', HUB_SUPERGRAPH: file, HUB_LIMIT_OPERATION_MS: '600' });
  const states: string[] = [];
  const supergraph = await openRemoteSupergraph(env as PlainGatewayEnv, {
    callerKey: null,
    introspection: false,
    limits: executorLimits(env, NO_COST_CEILINGS),
    logger: createLogger({ name: 'test', level: 'silent' }),
    telemetry: { ...NO_TELEMETRY, breakerChanged: (name, state) => states.push(`${name} ${state}`) },
  });
  const context = { requestId: 'r', actor: null, idempotencyKey: null, signal: new AbortController().signal };
  const ask = () => supergraph.graph.executor.execute({ query: '{ hello }' }, context, { allowMutations: false });
  // More than once, as on a busy machine a call may begin too late to have its whole time.
  for (let round = 0; states.length === 0 && round < 20; round += 1) {
    await Promise.all(Array.from({ length: 25 }, ask));
  }
  await supergraph.close();
  expect(states[0]).toBe('shop open');
});
