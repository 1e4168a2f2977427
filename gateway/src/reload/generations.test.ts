import { createLogger } from '@hub/runtime';
import { buildSchema } from 'graphql';

import type { RequestContext } from '../context';
import type { ExecutionOutcome, WarmableExecutor } from '../execution/executor.type';
import type { Generation } from './generation';
import { LiveGraph } from './live-graph';
import { SupergraphReload } from './supergraph-reload';

// When a graph is built, and when the one before is closed: with graphs that do nothing but say so.

const schema = buildSchema('type Query { a: Int }');
const logger = createLogger({ name: 'test', level: 'silent' });
const context: RequestContext = {
  requestId: 'r',
  actor: null,
  idempotencyKey: null,
  signal: new AbortController().signal,
};

let events: string[];
beforeEach(() => {
  events = [];
});

/** Answers when it is let go. */
class Gate {
  open!: () => void;
  readonly opened = new Promise<void>((resolve) => {
    this.open = resolve;
  });
}

function generation(name: string, gate?: Gate): Generation {
  const outcome: ExecutionOutcome = { body: name, requestError: false };
  const executor: WarmableExecutor = {
    execute: async () => {
      await gate?.opened;
      return outcome;
    },
    stream: async () => ({
      operationName: null,
      answers: (async function* () {
        yield name;
        await gate?.opened;
      })(),
    }),
    mostUsed: () => [],
    warm: async () => undefined,
  };
  const close = async () => void events.push(`${name} closed`);
  return { executor, call: async () => ({ data: {} }), schema, close };
}

const turns = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe('a graph that was replaced', () => {
  const gate = () => new Gate();

  it('is closed at once when nobody is on it, and the new one answers', async () => {
    const graph = new LiveGraph(generation('old'));
    graph.replace(generation('new'));
    await turns();
    expect(events).toEqual(['old closed']);
    expect((await graph.executor.execute({ query: '' }, context, { allowMutations: true })).body).toBe('new');
  });

  it('is closed when its last request has left, and the end waits for that', async () => {
    const held = gate();
    const graph = new LiveGraph(generation('old', held));
    const running = graph.executor.execute({ query: '' }, context, { allowMutations: true });
    graph.replace(generation('new'));
    const closing = graph.close().then(() => events.push('all closed'));
    await turns();
    expect(events).toEqual(['new closed']);
    held.open();
    expect((await running).body).toBe('old');
    await closing;
    expect(events).toEqual(['new closed', 'old closed', 'all closed']);
  });

  it('is closed when its last stream has ended', async () => {
    const held = gate();
    const graph = new LiveGraph(generation('old', held));
    const renew = async () => context;
    const outcome = await graph.executor.stream({ query: '' }, context, { allowMutations: true, renew });
    if (!('answers' in outcome)) throw new Error('no stream');
    const answers = outcome.answers[Symbol.asyncIterator]();
    expect(await answers.next()).toMatchObject({ value: 'old' });
    graph.replace(generation('new'));
    await turns();
    expect(events).toEqual([]);
    held.open();
    expect(await answers.next()).toMatchObject({ done: true });
    await turns();
    expect(events).toEqual(['old closed']);
  });
});

describe('a supergraph that changes', () => {
  /** What is there, look after look; the last one stays. */
  async function openOn(texts: string[], pollMs: number): Promise<SupergraphReload> {
    const read = async () => (texts.length > 1 ? texts.shift() : texts[0]) as string;
    return SupergraphReload.open({
      read,
      pollMs,
      logger,
      build: async (text) => {
        events.push(`${text} begins`);
        await turns();
        events.push(`${text} is built`);
        return generation(text);
      },
    });
  }

  it.each([
    ['seen once', ['a', 'half', 'whole']],
    ['seen once more later', ['a', 'half', 'a', 'half', 'whole']],
  ])('is not taken over when it was %s', async (_, texts) => {
    const served = await openOn(texts, 1);
    while (!events.includes('whole is built')) await turns();
    await served.close();
    expect(events.filter((event) => event.endsWith('begins'))).toEqual(['a begins', 'whole begins']);
  });

  it('is taken over one text after the other, and none twice', async () => {
    const served = await openOn(['a', 'b', 'c', 'c'], 0);
    await Promise.all([served.reload(), served.reload(), served.reload()]);
    const built = events.filter((event) => !event.endsWith('closed'));
    await served.close();
    expect(built).toEqual(['a', 'b', 'c'].flatMap((text) => [`${text} begins`, `${text} is built`]));
  });
});
