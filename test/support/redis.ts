import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Redis } from 'ioredis';

export interface RedisServer {
  readonly url: string;
  /** Kills the server and starts it again on the same port, over what it wrote down. */
  crash(): Promise<void>;
  /** Takes away all that is in it. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

export interface RedisOptions {
  /** Writes each change down, as the hub's own does; without it a crash loses all. */
  readonly appendOnly?: boolean;
}

export function redisInstalled(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0;
}

/** A throwaway Redis on a private port, set up as the hub needs it: never evicting. */
export async function startRedis({ appendOnly = false }: RedisOptions = {}): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'party-work-hub-redis-'));
  const port = await freePort();
  const settings = {
    port,
    bind: '127.0.0.1',
    dir: folder,
    save: '',
    appendonly: appendOnly ? 'yes' : 'no',
    'maxmemory-policy': 'noeviction',
  };
  const args = Object.entries(settings).flatMap(([key, value]) => [`--${key}`, String(value)]);
  const start = () => spawn('redis-server', args, { stdio: 'ignore' });
  let server = start();
  const url = `redis://127.0.0.1:${port}`;
  const kill = async (): Promise<void> => {
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  };
  await answering(url);
  return {
    url,
    async crash() {
      await kill();
      server = start();
      await answering(url);
    },
    flush: () => withClient(url, (client) => client.flushall()),
    stop: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answering(url: string): Promise<void> {
  await withClient(url, (client) => client.ping());
}

async function withClient(url: string, ask: (client: Redis) => Promise<unknown>): Promise<void> {
  const client = new Redis(url, { retryStrategy: () => 20, maxRetriesPerRequest: 500 });
  // While it starts, refused connections are what is waited out; the question fails when it is never answered.
  client.on('error', () => undefined);
  try {
    await ask(client);
  } finally {
    client.disconnect();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('the probe has no port');
  return address.port;
}
