import { Pool } from 'undici';

import type { SubgraphResponse, SubscribeSubgraph } from '../context';
import { readEvents } from './event-source';
import { type Signing, signedPost } from './signed-post';

export interface RemoteSubscriptionsOptions extends Signing {
  /** Subgraph by name → where it answers. */
  readonly urls: ReadonlyMap<string, string>;
  /** Silence after which a subgraph is taken for lost; subgraphs of the hub say something every ten seconds. */
  readonly silenceMs?: number;
  readonly maxEventBytes?: number;
}

export interface RemoteSubscriptions {
  readonly subscribe: SubscribeSubgraph;
  /** Cuts what still runs. */
  close(): Promise<void>;
}

const CONNECT_MS = 5_000;
const HEADERS_MS = 30_000;
const DEFAULT_SILENCE_MS = 30_000;
const DEFAULT_MAX_BYTES = 4 * 1024 * 1024;

/**
 * Subscriptions of subgraphs in other processes, over server-sent events. A stream keeps its connection for as long as
 * it lives, so streams have connections of their own and take none from calls.
 */
export function remoteSubscriptions(options: RemoteSubscriptionsOptions): RemoteSubscriptions {
  const { silenceMs = DEFAULT_SILENCE_MS, maxEventBytes = DEFAULT_MAX_BYTES } = options;
  const doors = new Map([...options.urls].map(([name, url]) => [name, openDoor(url, silenceMs)]));
  return {
    async *subscribe(name, request, context) {
      const door = doors.get(name);
      if (!door) throw new Error(`no address for subgraph ${name}`);
      const post = signedPost(name, request, context, options);
      const { statusCode, headers, body } = await door.pool.request({
        method: 'POST',
        path: door.path,
        headers: { ...post.headers, accept: 'text/event-stream' },
        body: post.body,
        signal: context.signal,
      });
      if (!String(headers['content-type']).startsWith('text/event-stream')) {
        body.destroy();
        throw new Error(`subgraph ${name} answered a subscription with status ${statusCode} and no stream`);
      }
      for await (const { event, data } of readEvents(body, maxEventBytes)) {
        if (event === 'complete') return;
        if (event === 'next') yield JSON.parse(data) as SubgraphResponse;
      }
      throw new Error(`subgraph ${name} ended a stream that was not complete`);
    },
    close: async () => {
      await Promise.all([...doors.values()].map(({ pool }) => pool.destroy()));
    },
  };
}

function openDoor(url: string, silenceMs: number): { pool: Pool; path: string } {
  const { origin, pathname, search } = new URL(url);
  const connect = { timeout: CONNECT_MS };
  const pool = new Pool(origin, { connections: null, connect, headersTimeout: HEADERS_MS, bodyTimeout: silenceMs });
  return { pool, path: pathname + search };
}
