import { createServer } from 'node:net';
import { PassThrough } from 'node:stream';

import { Harness } from '../../testing/harness';
import { RawClient } from '../../testing/raw-client';

const LIVE = 'GET /health/live HTTP/1.1\r\nHost: hub\r\n\r\n';

describe('closing the gateway', () => {
  let hub: Harness;
  beforeEach(() => {
    hub = new Harness();
  });
  afterEach(() => hub.stop());

  it('lets every request in flight finish, says the connection ends, and accepts no more', async () => {
    await hub.start();
    const asked = Promise.all(Array.from({ length: 20 }, () => hub.query('{ wait }')));
    while (hub.executor.contexts.length < 20) await new Promise((resolve) => setImmediate(resolve));
    const closed = hub.gateway.close();
    hub.executor.gate.open();
    for (const answer of await asked) {
      expect(answer.json).toEqual({ data: { wait: 'done' } });
      expect(answer.headers.connection).toBe('close');
    }
    await closed;
    await expect(hub.query('{ hello }')).rejects.toThrow('ECONNREFUSED');
  });

  it('is not ready from the first moment, while it still accepts', async () => {
    await hub.start({ limits: { drainGraceMs: 50 } });
    const closed = hub.gateway.close();
    const answer = await hub.get('/health/ready');
    expect([answer.status, answer.json.ready, answer.headers.connection]).toEqual([503, false, 'close']);
    await closed;
  });

  it('is not held open by idle connections', async () => {
    await hub.start();
    const client = await RawClient.open(hub.port);
    client.write(LIVE);
    await client.until('"live":true');
    await hub.gateway.close();
    await client.closed;
  });

  it('is not held open by the connection of a download that began before it', async () => {
    const stream = new PassThrough();
    const file = { name: 'a.txt', contentType: 'text/plain', size: 10, stream };
    await hub.start({ files: { upload: () => Promise.reject(new Error('unused')), open: async () => file } });
    const { authorization } = await hub.bearer();
    const client = await RawClient.open(hub.port);
    client.write(`GET /files/token HTTP/1.1\r\nHost: hub\r\nAuthorization: ${authorization}\r\n\r\n`);
    stream.write('first');
    expect(await client.until('first')).toContain('Connection: keep-alive');
    const closed = hub.gateway.close();
    stream.end('final');
    await client.until('final');
    await Promise.all([closed, client.closed]);
  });

  it('cuts off what does not finish in time, and tells it so by the signal', async () => {
    await hub.start({ limits: { drainTimeoutMs: 30 } });
    const asked = hub.query('{ wait }');
    await hub.executor.gate.entered;
    await Promise.all([expect(asked).rejects.toThrow(), hub.gateway.close()]);
    expect(hub.executor.contexts.at(-1)?.signal.aborted).toBe(true);
  });

  it('may be asked for twice', async () => {
    await hub.start();
    await Promise.all([hub.gateway.close(), hub.gateway.close()]);
  });

  it('rejects listening on a port that is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    await hub.start();
    const { port } = other.address() as { port: number };
    const second = new Harness();
    await expect(second.start({}, port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await new Promise((resolve) => other.close(resolve));
  });
});
