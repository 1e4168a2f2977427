import { localSignals, sessionsChanged } from '@hub/runtime';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { CLERK, Harness, SESSION_ID } from '../../../../testing/harness';
import { note, type WatchedGraph, watchedGraph } from '../../../../testing/watched-graph';
import { WsClient } from '../../../../testing/ws-client';

const WATCH = 'subscription { noted { id author } }';
const LIMITS = {
  messageBytes: 2000,
  streamsPerConnection: 3,
  streamsPerSession: 4,
  connections: 5,
  recheckMs: 60_000,
};

describe('graphql-transport-ws', () => {
  let hub: Harness;
  let graph: WatchedGraph;
  let authorization: string;
  const signals = localSignals();
  const clients: WsClient[] = [];

  beforeEach(async () => {
    graph = watchedGraph();
    hub = new Harness();
    await hub.start({ executor: graph.executor, signals, streamLimits: LIMITS });
    ({ authorization } = await hub.bearer());
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.hangUp();
    await hub.stop();
  });

  async function connect(options: Parameters<typeof WsClient.open>[1] = {}): Promise<WsClient> {
    const client = await WsClient.open(hub.port, options);
    clients.push(client);
    return client;
  }

  async function ready(): Promise<WsClient> {
    const client = await connect();
    client.send({ type: 'connection_init', payload: { authorization } });
    await client.message('connection_ack');
    return client;
  }

  describe('greets', () => {
    it('who says who he is, in the first message or in the header', async () => {
      await ready();
      const program = await connect({ headers: { authorization } });
      program.send({ type: 'connection_init' });
      await program.message('connection_ack');
      program.send({ id: '1', type: 'subscribe', payload: { query: WATCH } });
      await graph.notes.heardBy(1);
    });

    it('nobody with a bad or an expired token', async () => {
      const { authorization: expired } = await hub.bearer({ lifetime: -10 });
      for (const [given, reason] of [
        ['Bearer x.y.z', 'TOKEN_INVALID'],
        [42, 'TOKEN_INVALID'],
        [expired, 'TOKEN_EXPIRED'],
      ] as const) {
        const client = await connect();
        client.send({ type: 'connection_init', payload: { authorization: given } });
        expect(await client.closed).toEqual([4403, reason]);
      }
      const program = await connect({ headers: { authorization: 'Bearer x.y.z' } });
      program.send({ type: 'connection_init' });
      expect(await program.closed).toEqual([4403, 'TOKEN_INVALID']);
    });

    it('nobody who keeps silent', async () => {
      await hub.stop();
      await hub.start({ executor: graph.executor, streamLimits: { initMs: 50 } });
      expect(await (await connect()).closed).toEqual([4408, 'Connection initialisation timeout']);
    });

    it('the next one in the place of who left before he was recognised', async () => {
      let recognise: () => void = () => undefined;
      const recognised = new Promise<void>((resolve) => {
        recognise = resolve;
      });
      const resolveSession = async () => recognised.then(() => CLERK);
      await hub.stop();
      await hub.start({ executor: graph.executor, resolveSession, streamLimits: { connections: 1 } });
      const leaving = await connect();
      leaving.send({ type: 'connection_init', payload: { authorization } });
      leaving.send({ type: 'ping' });
      await leaving.message('pong');
      leaving.hangUp();
      while (!hub.log.some(({ msg }) => msg === 'websocket closed'))
        await new Promise((resolve) => setImmediate(resolve));
      recognise();
      await ready();
    });

    it('for good who said so in time', async () => {
      await hub.stop();
      await hub.start({ executor: graph.executor, streamLimits: { initMs: 1_000 } });
      const client = await ready();
      await new Promise((resolve) => setTimeout(resolve, 1_200));
      client.send({ id: 'q', type: 'subscribe', payload: { query: '{ hello }' } });
      await client.message('complete', 'q');
    });

    it('nobody twice', async () => {
      const client = await ready();
      client.send({ type: 'connection_init' });
      expect(await client.closed).toEqual([4429, 'Too many initialisation requests']);
    });

    it('nobody who does not say that he speaks its protocol', async () => {
      expect((await (await connect({ protocols: [] })).closed)[0]).toBe(4406);
    });

    it('no page of another origin, and its own', async () => {
      const foreign: Record<string, string>[] = [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { 'sec-fetch-site': 'same-site' },
      ];
      for (const headers of foreign) {
        await expect(connect({ headers })).rejects.toThrow('403');
      }
      await connect({ headers: { origin: `http://127.0.0.1:${hub.port}`, 'sec-fetch-site': 'same-origin' } });
    });

    it('nobody at another address, and no more than there is room for', async () => {
      await expect(connect({ path: '/files' })).rejects.toThrow('404');
      for (let n = 0; n < LIMITS.connections; n += 1) await connect();
      await expect(connect()).rejects.toThrow('503');
    });
  });

  describe('hangs up on', () => {
    it.each([
      ['what is no JSON', 'nonsense'],
      ['a list', '[]'],
      ['null', 'null'],
      ['a type of its own', '{"type":"start"}'],
      ['a type that is no text', '{"type":{"toString":1}}'],
      ['an id that is none', '{"type":"subscribe","id":1,"payload":{"query":"{ hello }"}}'],
      ['an empty id', '{"type":"subscribe","id":"","payload":{"query":"{ hello }"}}'],
      ['a long id', `{"type":"subscribe","id":"${'x'.repeat(129)}","payload":{"query":"{ hello }"}}`],
      ['no payload', '{"type":"subscribe","id":"1"}'],
      ['a payload that is none', '{"type":"connection_init","payload":[]}'],
    ])('%s', async (_, text) => {
      const client = await ready();
      client.sendText(text);
      expect(await client.closed).toEqual([4400, 'Invalid message']);
    });

    it('bytes, and messages that are too long', async () => {
      const binary = await ready();
      binary.sendText(Buffer.from('{"type":"ping"}'));
      expect(await binary.closed).toEqual([4400, 'Invalid message']);
      const long = await ready();
      long.send({ type: 'ping', payload: { text: 'x'.repeat(LIMITS.messageBytes) } });
      expect((await long.closed)[0]).toBe(1009);
    });

    it('who asks before he was greeted', async () => {
      const client = await connect();
      client.send({ id: '1', type: 'subscribe', payload: { query: '{ hello }' } });
      expect(await client.closed).toEqual([4401, 'Unauthorized']);
    });

    it('who uses an id twice', async () => {
      const client = await ready();
      for (let n = 0; n < 2; n += 1) client.send({ id: 'one', type: 'subscribe', payload: { query: WATCH } });
      expect(await client.closed).toEqual([4409, 'Subscriber for one already exists']);
      await graph.notes.heardBy(0);
    });

    it('who keeps asking and does not read what he is answered', async () => {
      await hub.stop();
      await hub.start({ executor: graph.executor });
      const client = await ready();
      client.pause();
      const text = 'x'.repeat(100_000);
      while (!hub.log.some(({ msg }) => msg === 'websocket closed')) {
        client.send({ type: 'ping', payload: { text } });
        await new Promise((resolve) => setImmediate(resolve));
      }
      client.resume();
      expect((await client.closed)[0]).toBe(1006);
    });

    it('nobody who says something, though he does not answer pings', async () => {
      await hub.stop();
      await hub.start({ executor: graph.executor, streamLimits: { pingMs: 300 } });
      const client = await connect({ autoPong: false });
      client.send({ type: 'connection_init', payload: { authorization } });
      await client.message('connection_ack');
      for (let turn = 0; turn < 40; turn += 1) {
        client.send({ type: 'ping' });
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      client.send({ id: 'q', type: 'subscribe', payload: { query: '{ hello }' } });
      await client.message('complete', 'q');
    });

    it('who does not answer a ping', async () => {
      await hub.stop();
      await hub.start({ executor: graph.executor, streamLimits: { pingMs: 20 } });
      const dead = await connect({ autoPong: false });
      expect((await dead.closed)[0]).toBe(1006);
    });
  });

  describe('operates', () => {
    it('subscriptions, with the fields of every subgraph, until their client wants no more', async () => {
      const client = await ready();
      client.send({ id: 'a', type: 'subscribe', payload: { query: WATCH } });
      await graph.notes.heardBy(1);
      graph.notes.tell(note('1'));
      expect(await client.message('next')).toEqual({
        id: 'a',
        type: 'next',
        payload: { data: { noted: { id: '1', author: '作者 1' } } },
      });
      client.send({ id: 'a', type: 'complete' });
      await graph.notes.heardBy(0);
      // The id is free again, and nothing more was said under it.
      client.send({ id: 'a', type: 'subscribe', payload: { query: '{ hello }' } });
      expect(await client.message('complete')).toEqual({ id: 'a', type: 'complete' });
      expect(client.messages.map(({ type }) => type)).toEqual(['connection_ack', 'next', 'next', 'complete']);
    });

    it('what comes under an id again, while what had it before is still ending', async () => {
      const client = await ready();
      client.send({ id: 'a', type: 'subscribe', payload: { query: WATCH } });
      await graph.notes.heardBy(1);
      client.send({ id: 'a', type: 'complete' });
      client.send({ id: 'a', type: 'subscribe', payload: { query: WATCH } });
      client.send({ type: 'ping' });
      await client.message('pong');
      await graph.notes.heardBy(1);
      graph.notes.tell(note('2'));
      expect(await client.message('next', 'a')).toMatchObject({ payload: { data: { noted: { id: '2' } } } });
    });

    it('queries and mutations, as one answer and its end', async () => {
      const client = await ready();
      client.send({ id: 'q', type: 'subscribe', payload: { query: '{ hello }' } });
      await client.message('complete');
      client.send({ id: 'm', type: 'subscribe', payload: { query: 'mutation { touch }' } });
      expect(await client.message('next', 'm')).toMatchObject({ payload: { data: { touch: 'touched' } } });
    });

    it('nothing that is not valid, and goes on', async () => {
      const client = await ready();
      const payloads = [
        { query: '{ nothing }' },
        { query: '{' },
        {},
        { query: 1 },
        { query: '{ hello }', variables: [] },
      ];
      for (const [index, payload] of payloads.entries()) {
        client.send({ id: String(index), type: 'subscribe', payload });
        const { payload: errors } = await client.message('error', String(index));
        expect(errors).toMatchObject([{ extensions: { code: expect.any(String), requestId: expect.any(String) } }]);
      }
      client.send({ type: 'ping', payload: { n: 1 } });
      expect(await client.message('pong')).toEqual({ type: 'pong', payload: { n: 1 } });
    });

    it('no more at a time than a connection and a session may have', async () => {
      const [first, second] = [await ready(), await ready()];
      for (const id of ['1', '2', '3']) first.send({ id, type: 'subscribe', payload: { query: WATCH } });
      await graph.notes.heardBy(3);
      first.send({ id: '4', type: 'subscribe', payload: { query: WATCH } });
      expect(await first.message('error', '4')).toMatchObject({
        payload: [{ extensions: { reason: 'TOO_MANY_STREAMS' } }],
      });
      second.send({ id: '1', type: 'subscribe', payload: { query: WATCH } });
      await graph.notes.heardBy(4);
      second.send({ id: '2', type: 'subscribe', payload: { query: WATCH } });
      await second.message('error', '2');
      first.hangUp();
      await graph.notes.heardBy(1);
      second.send({ id: '2', type: 'subscribe', payload: { query: WATCH } });
      await graph.notes.heardBy(2);
    });

    it('for the client of graphql-ws', async () => {
      const client = createClient({
        url: `ws://127.0.0.1:${hub.port}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { authorization },
        retryAttempts: 0,
      });
      const answers = client.iterate({ query: WATCH });
      const first = answers.next();
      await graph.notes.heardBy(1);
      graph.notes.tell(note('9'));
      expect((await first).value).toEqual({ data: { noted: { id: '9', author: '作者 9' } } });
      await answers.return?.();
      await graph.notes.heardBy(0);
      await client.dispose();
    });
  });

  describe('ends', () => {
    it('at once when the session ends, and says nothing more', async () => {
      const client = await ready();
      client.send({ id: '1', type: 'subscribe', payload: { query: WATCH } });
      await graph.notes.heardBy(1);
      signals.publish(sessionsChanged, { sessions: [SESSION_ID] });
      graph.notes.tell(note('secret'));
      expect(await client.closed).toEqual([4403, 'SESSION_ENDED']);
      expect(client.messages).toHaveLength(1);
    });

    it('with its token, though nothing happens', async () => {
      ({ authorization } = await hub.bearer({ lifetime: 1 }));
      const client = await ready();
      expect(await client.closed).toEqual([4403, 'TOKEN_EXPIRED']);
    });

    it('an idle connection whose session ended without a word', async () => {
      await hub.stop();
      await hub.start({ executor: graph.executor, streamLimits: { recheckMs: 20 } });
      const client = await ready();
      hub.session = null;
      hub.clock.advance(6_000);
      expect(await client.closed).toEqual([4403, 'SESSION_ENDED']);
    });

    it('before it does something for somebody who acts under another post by now', async () => {
      const client = await ready();
      hub.session = { ...CLERK, postId: '01980000-0000-7000-8000-0000000000b2' };
      hub.clock.advance(6_000);
      client.send({ id: '1', type: 'subscribe', payload: { query: '{ hello }' } });
      expect(await client.closed).toEqual([4403, 'SESSION_ENDED']);
      expect(client.messages).toHaveLength(1);
    });

    it('a slow reader, whose events wait at their source meanwhile', async () => {
      await hub.stop();
      await hub.start({ executor: graph.executor, streamLimits: { slowReaderMs: 500 } });
      const client = await ready();
      client.send({ id: '1', type: 'subscribe', payload: { query: 'subscription { big(size: 200000) }' } });
      await graph.notes.heardBy(1);
      client.pause();
      for (let n = 0; n < 500; n += 1) graph.notes.tell({});
      await graph.notes.heardBy(0);
      client.resume();
      expect(await client.closed).toEqual([1013, 'SLOW_READER']);
      expect(client.messages.length).toBeLessThan(100);
    });

    it('when the gateway stops, after what was being said', async () => {
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
      await hub.start({ executor: graph.executor });
      const [busy, idle] = [await ready(), await ready()];
      const silent = await connect();
      for (const client of [busy, idle]) client.send({ id: '1', type: 'subscribe', payload: { query: WATCH } });
      idle.send({ id: '1', type: 'complete' });
      await graph.notes.heardBy(1);
      graph.notes.tell(note('1'));
      await asked;
      const closed = hub.gateway.close();
      expect(await Promise.all([idle.closed, silent.closed])).toEqual([
        [1012, 'SHUTTING_DOWN'],
        [1012, 'SHUTTING_DOWN'],
      ]);
      release();
      expect(await busy.closed).toEqual([1012, 'SHUTTING_DOWN']);
      expect(busy.messages.at(-1)).toMatchObject({ type: 'next', payload: { data: { noted: { author: '慢' } } } });
      await closed;
    });

    it('what does not end by itself in time', async () => {
      const asked = new Promise<void>((entered) => {
        graph = watchedGraph(() => {
          entered();
          return new Promise(() => undefined);
        });
      });
      await hub.stop();
      await hub.start({ executor: graph.executor, limits: { drainTimeoutMs: 50 } });
      const client = await ready();
      client.send({ id: '1', type: 'subscribe', payload: { query: WATCH } });
      await graph.notes.heardBy(1);
      graph.notes.tell(note('1'));
      await asked;
      await hub.gateway.close();
      expect((await client.closed)[0]).toBe(1006);
    });
  });

  it('leaves nothing behind after two hundred who came and went', async () => {
    const before = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    for (let round = 0; round < 40; round += 1) {
      const some = await Promise.all(Array.from({ length: LIMITS.connections }, () => connect()));
      for (const [index, client] of some.entries()) {
        client.send({ type: 'connection_init', payload: { authorization } });
        await client.message('connection_ack');
        if (index < 4) client.send({ id: '1', type: 'subscribe', payload: { query: WATCH } });
      }
      await graph.notes.heardBy(4);
      for (const [index, client] of some.entries()) {
        if (index % 2 === 0) client.hangUp();
        else client.close();
      }
      await Promise.all(some.map(({ closed }) => closed));
      await graph.notes.heardBy(0);
    }
    const client = await ready();
    client.send({ id: '1', type: 'subscribe', payload: { query: '{ hello }' } });
    await client.message('complete');
    client.hangUp();
    await client.closed;
    const after = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    expect(after - before).toBeLessThan(5);
  });
});
