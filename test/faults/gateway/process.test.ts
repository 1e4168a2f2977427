import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { composeSupergraph } from '@hub/gateway';

import { type HubProcess, isReady, startGatewayProcess } from '../../support/hub-process';
import { StubSubgraph } from '../../support/stub-subgraph';
import { ask, SteadyLoad } from './steady-load';

const folder = mkdtempSync(join(tmpdir(), 'hub-gateway-process-'));
const file = join(folder, 'supergraph.graphql');
const SLOW_MS = 1_000;

let greeter: StubSubgraph;
let gateway: HubProcess;
let load: SteadyLoad;

const sdl = (fields: string) =>
  composeSupergraph([{ name: 'greeter', url: greeter.url, sdl: `type Query { ${fields} }` }]);

beforeEach(async () => {
  greeter = await StubSubgraph.listen(async ({ query }) => {
    await pause(query.includes('slow') ? SLOW_MS : 20 * Math.random());
    return { data: { hello: '你好', slow: '慢', added: '新' } };
  });
  writeFileSync(file, sdl('hello: String slow: String'));
  gateway = await startGatewayProcess({
    HUB_GATEWAY_ONLY: '1',
    HUB_SUPERGRAPH: file,
    HUB_SUPERGRAPH_POLL_MS: '0',
    HUB_DRAIN_GRACE_MS: '1500',
    HUB_LOG_LEVEL: 'fatal',
  });
  load = new SteadyLoad(gateway.url, { keeping: 12, opening: 4 });
  await load.more(200);
});

afterEach(async () => {
  await load.stop();
  if (gateway.child.exitCode === null) await gateway.end('SIGKILL');
  await greeter.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a gateway that is told to end drops no request', async () => {
  const slow = ask(gateway.url, new Agent(), JSON.stringify({ query: '{ slow }' }));
  const half = halfSent(JSON.stringify({ query: '{ hello }' }));
  await half.sent;
  const ended = gateway.end('SIGTERM');
  await until(async () => !(await isReady(gateway.url)));
  half.finish();
  await load.ended();
  expect(await slow).toMatchObject({ status: 200, body: '{"data":{"slow":"慢"}}' });
  expect(await half.answer).toMatch(/^HTTP\/1.1 200 .*"hello":"你好"/s);
  expect(await ended).toBe(0);
  expect(load.failures).toEqual([]);
});

test('a supergraph is replaced twenty times under load, and no request fails', async () => {
  for (let round = 1; round <= 20; round += 1) {
    const added = `added${round}`;
    writeFileSync(file, sdl(`hello: String slow: String ${added}: String`));
    gateway.child.kill('SIGHUP');
    await until(() => isKnown(added));
    await load.more(20);
  }
  expect(load.failures).toEqual([]);
  writeFileSync(file, 'type Query { broken');
  gateway.child.kill('SIGHUP');
  await load.more(100);
  expect(await isKnown('added20')).toBe(true);
  expect(load.failures).toEqual([]);
});

async function isKnown(field: string): Promise<boolean> {
  const { body } = await ask(gateway.url, new Agent(), JSON.stringify({ query: `{ ${field} }` }));
  return !body.includes('GRAPHQL_VALIDATION_FAILED');
}

/** A client whose body stops half way, and goes on when it is told to. */
function halfSent(body: string) {
  const bytes = Buffer.from(body);
  const head = `POST /graphql HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\nContent-Length: ${bytes.length}\r\n\r\n`;
  const socket = connect(gateway.port, '127.0.0.1');
  const sent = new Promise<void>((resolve) => {
    socket.write(head);
    socket.write(bytes.subarray(0, 5), () => resolve());
  });
  let received = '';
  socket.setEncoding('utf8').on('data', (text) => {
    received += text;
  });
  const answer = new Promise<string>((resolve, reject) => {
    socket.once('close', () => resolve(received)).once('error', reject);
  });
  return { sent, answer, finish: () => void socket.write(bytes.subarray(5)) };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(10);
}
