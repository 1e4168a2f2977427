import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Harness } from '../../testing/harness';
import { RawClient } from '../../testing/raw-client';
import { DEFAULT_LIMITS } from './limits';
import { readBody } from './read-body';

const HEAD = 'POST /graphql HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\n';

describe('the body of a GraphQL request', () => {
  const hub = new Harness();
  beforeAll(() => hub.start({ limits: { bodyBytes: 100_000, bodyTimeoutMs: 60 } }));
  afterAll(() => hub.stop());

  const bodyOf = (bytes: number) => {
    const frame = JSON.stringify({ query: '{ hello }', pad: '' });
    return JSON.stringify({ query: '{ hello }', pad: 'x'.repeat(bytes - frame.length) });
  };

  it('may be exactly as long as the limit', async () => {
    expect((await hub.post(bodyOf(100_000))).status).toBe(200);
  });

  it('is refused with 413 when it says it is longer, and the connection lives on', async () => {
    const answer = await hub.post(bodyOf(100_001));
    expect([answer.status, answer.json.errors[0].extensions.reason]).toEqual([413, 'BODY_TOO_LARGE']);
    expect(answer.json.errors[0].extensions.details).toEqual({ limit: 100_000 });
    expect((await hub.query('{ hello }')).status).toBe(200);
  });

  it('is refused with 413 when it turns out longer without having said so', async () => {
    const client = await RawClient.open(hub.port);
    client.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`);
    for (let i = 0; i < 3; i += 1) client.write(`c350\r\n${'x'.repeat(50_000)}\r\n`);
    expect(await client.until('BODY_TOO_LARGE')).toContain('HTTP/1.1 413');
    client.hangUp();
  });

  it('is refused with 408 when it dribbles in', async () => {
    const client = await RawClient.open(hub.port);
    client.write(`${HEAD}Content-Length: 50\r\n\r\n{"query":`);
    expect(await client.until('BODY_TIMEOUT')).toContain('HTTP/1.1 408');
    client.hangUp();
  });

  it('never reaches the executor when the client hangs up in the middle', async () => {
    const before = hub.executor.contexts.length;
    const client = await RawClient.open(hub.port);
    client.write(`${HEAD}X-Request-Id: cut\r\nContent-Length: 50\r\n\r\n{"query":"{ hello`);
    client.hangUp();
    expect(await hub.requestLine('cut')).toMatchObject({ aborted: true });
    expect(hub.executor.contexts).toHaveLength(before);
    expect(hub.log.filter(({ msg }) => msg === 'internal error')).toEqual([]);
  });

  it('is given up at once, not after its time, when the client hangs up', async () => {
    let client: RawClient | null = null;
    const read = new Promise((resolve) => {
      const server = createServer((request) => {
        resolve(readBody(request, DEFAULT_LIMITS).finally(() => server.close()));
        client?.hangUp();
      });
      server.listen(0, '127.0.0.1', async () => {
        client = await RawClient.open((server.address() as AddressInfo).port);
        client.write(`${HEAD}Content-Length: 50\r\n\r\n{"query":`);
      });
    });
    await expect(read).rejects.toMatchObject({ reason: 'BODY_INCOMPLETE' });
  });
});
