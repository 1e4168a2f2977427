import { localSignals, sessionsChanged } from '@hub/runtime';
import { createClient } from 'graphql-sse';
import { Agent, fetch, type RequestInit } from 'undici';
import { Harness, SESSION_ID } from '../../../testing/harness';
import { RawClient } from '../../../testing/raw-client';
import { note, type WatchedGraph, watchedGraph } from '../../../testing/watched-graph';

const WATCH = 'subscription { noted { id author } }';

describe('GraphQL over server-sent events', () => {
  let hub: Harness;
  let graph: WatchedGraph;
  let authorization: string;
  const signals = localSignals();

  beforeEach(async () => {
    graph = watchedGraph();
    hub = new Harness();
    await hub.start({ executor: graph.executor, signals, streamLimits: { streamsPerSession: 3, recheckMs: 60_000 } });
    ({ authorization } = await hub.bearer());
  });
  afterEach(() => hub.stop());

  /** Opens a stream by hand. */
  async function open(query = WATCH, headers: Record<string, string> = {}): Promise<RawClient> {
    const client = await RawClient.open(hub.port);
    const body = JSON.stringify({ query });
    const lines = Object.entries({
      Host: `127.0.0.1:${hub.port}`,
      Accept: 'text/event-stream',
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(body)),
      Authorization: authorization,
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`);
    client.write(`POST /graphql HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
    return client;
  }

  const events = (text: string) =>
    text
      .split('event: ')
      .slice(1)
      .map((event) =>
        event
          .replace(/\r\n[0-9a-f]+\r\n/g, '')
          .replaceAll('\r\n0\r\n\r\n', '')
          .trim(),
      );

  it('sends each event with the fields of every subgraph, and says that the stream is open before the first', async () => {
    const client = await open();
    const head = await client.until(':\n\n');
    expect(head).toMatch(/^HTTP\/1.1 200 OK/);
    expect(head.toLowerCase()).toContain('content-type: text/event-stream');
    expect(head.toLowerCase()).toContain('cache-control: no-store');
    await graph.notes.heardBy(1);
    graph.notes.tell(note('1'));
    graph.notes.tell(note('2'));
    const text = Buffer.from(await client.until('"2"'), 'latin1').toString();
    expect(events(text)[0]).toBe('next\ndata: {"data":{"noted":{"id":"1","author":"作者 1"}}}');
    client.hangUp();
    await graph.notes.heardBy(0);
  });

  it('serves the client of graphql-sse', async () => {
    // Its own connections, since a fetch that was given up opens another one.
    const agent = new Agent();
    const client = createClient({
      fetchFn: (url: string, init: RequestInit) => fetch(url, { ...init, dispatcher: agent }),
      url: `http://127.0.0.1:${hub.port}/graphql`,
      headers: { authorization },
      retryAttempts: 0,
    });
    const answers = client.iterate({ query: WATCH });
    const first = answers.next();
    await graph.notes.heardBy(1);
    graph.notes.tell(note('7'));
    expect((await first).value).toEqual({ data: { noted: { id: '7', author: '作者 7' } } });
    await answers.return?.();
    await graph.notes.heardBy(0);
    client.dispose();
    await agent.destroy();
  });

  it('answers queries and invalid operations as a stream of one', async () => {
    const headers = { accept: 'text/event-stream', authorization };
    const answer = await hub.post({ query: '{ hello }' }, headers);
    expect(answer.text).toBe(':\n\nevent: next\ndata: {"data":{"hello":"你好"}}\n\nevent: complete\ndata:\n\n');
    const invalid = await hub.post({ query: '{ nothing }' }, headers);
    expect(invalid.text).toMatch(
      /^:\n\nevent: next\ndata: {"errors":\[.*GRAPHQL_VALIDATION_FAILED.*\]}\n\nevent: complete\ndata:\n\n$/,
    );
  });

  it('runs subscriptions and queries by GET, and neither mutations nor what another page asks', async () => {
    const get = (query: string, more: Record<string, string> = {}) =>
      hub.get(`/graphql?query=${encodeURIComponent(query)}`, { accept: 'text/event-stream', ...more });
    expect((await get('{ hello }')).text).toContain('你好');
    expect((await get('mutation { touch }')).text).toContain('MUTATION_OVER_GET');
    const foreign = await get('{ hello }', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' });
    expect([foreign.status, foreign.json.errors[0].extensions.reason]).toEqual([403, 'FOREIGN_PAGE']);
  });

  it('goes by what the client names first among what it takes alike', async () => {
    const accept = 'application/graphql-response+json, application/json, text/event-stream';
    expect((await hub.query('{ hello }', { accept })).json).toEqual({ data: { hello: '你好' } });
    const refused = await hub.query(WATCH, { accept });
    expect(refused.json.errors[0].extensions.reason).toBe('SUBSCRIPTION_NEEDS_STREAM');
  });

  it('refuses a bad token before there is a stream', async () => {
    const answer = await hub.query(WATCH, { accept: 'text/event-stream', authorization: 'Bearer x.y.z' });
    expect([answer.status, answer.json.errors[0].extensions.reason]).toEqual([401, 'TOKEN_INVALID']);
  });

  it('ends at once, with the reason, when its session ends', async () => {
    const client = await open();
    await graph.notes.heardBy(1);
    signals.publish(sessionsChanged, { sessions: ['another', SESSION_ID] });
    expect(await client.until('event: complete')).toContain('"reason":"SESSION_ENDED"');
    await graph.notes.heardBy(0);
    expect(hub.resolvedSessions).toHaveLength(1);
  });

  it('asks about its session before each event: who may not go on is told nothing more', async () => {
    const client = await open();
    await graph.notes.heardBy(1);
    hub.session = null;
    hub.clock.advance(6_000);
    graph.notes.tell(note('secret'));
    const text = await client.until('event: complete');
    expect(text).toContain('SESSION_ENDED');
    expect(text).not.toContain('secret');
  });

  it('ends when its person acts under another post', async () => {
    const client = await open();
    await graph.notes.heardBy(1);
    if (hub.session) hub.session = { ...hub.session, postId: '01980000-0000-7000-8000-0000000000b2' };
    hub.clock.advance(6_000);
    graph.notes.tell(note('secret'));
    expect(await client.until('event: complete')).not.toContain('secret');
  });

  it('asks about all sessions after a gap', async () => {
    const gaps: (() => void)[] = [];
    const own = new Harness();
    await own.start({
      executor: graph.executor,
      signals: {
        ...signals,
        listen: (_, listener) => {
          gaps.push(() => listener.onGap());
          return () => undefined;
        },
      },
    });
    ({ authorization } = await own.bearer());
    const before = hub;
    hub = own;
    const client = await open();
    await graph.notes.heardBy(1);
    own.session = null;
    for (const gap of gaps) gap();
    expect(await client.until('event: complete')).toContain('SESSION_ENDED');
    await own.stop();
    hub = before;
  });

  it('leaves its place to the next when it is over', async () => {
    await hub.stop();
    await hub.start({ executor: graph.executor, streamLimits: { connections: 1 } });
    const headers = { accept: 'text/event-stream', authorization };
    for (let turn = 0; turn < 3; turn += 1) expect((await hub.post({ query: '{ hello }' }, headers)).status).toBe(200);
  });

  it('lives no longer than its token', async () => {
    ({ authorization } = await hub.bearer({ lifetime: 1 }));
    const client = await open();
    expect(await client.until('event: complete')).toContain('"reason":"TOKEN_EXPIRED"');
  });

  it('is limited by session', async () => {
    const clients = [await open(), await open(), await open()];
    await graph.notes.heardBy(3);
    const fourth = await hub.query(WATCH, { accept: 'text/event-stream', authorization });
    expect([fourth.status, fourth.json.errors[0].extensions.reason]).toEqual([429, 'TOO_MANY_STREAMS']);
    clients[0]?.hangUp();
    await graph.notes.heardBy(2);
    const again = await open();
    await graph.notes.heardBy(3);
    for (const client of [...clients, again]) client.hangUp();
  });

  it('finishes the event it is answering when the gateway stops, and lets the client come again', async () => {
    let release: () => void = () => undefined;
    const asked = new Promise<void>((entered) => {
      graph = watchedGraph(() => {
        entered();
        return new Promise((resolve) => {
          release = () => resolve({ data: { _entities: [{ author: '慢' }] } });
        });
      });
    });
    await hub.stop();
    hub = new Harness();
    await hub.start({ executor: graph.executor });
    ({ authorization } = await hub.bearer());
    const [busy, idle] = [await open(), await open('subscription { noted { id } }')];
    await graph.notes.heardBy(2);
    graph.notes.tell(note('1'));
    await asked;
    await idle.until('"1"');
    const closed = hub.gateway.close();
    await idle.closed;
    release();
    await Promise.all([busy.closed, closed]);
    expect(Buffer.from(busy.received, 'latin1').toString()).toContain('慢');
    expect(busy.received + idle.received).not.toContain('event: complete');
  });

  it('pings while nothing happens', async () => {
    const own = new Harness();
    await own.start({ executor: graph.executor, streamLimits: { pingMs: 20 } });
    ({ authorization } = await own.bearer());
    const before = hub;
    hub = own;
    const client = await open();
    await client.until(':\n\n\r\n3\r\n:\n\n');
    client.hangUp();
    await own.stop();
    hub = before;
  });
});
