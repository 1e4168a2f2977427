import type { CallSubgraph } from '../context';
import type { GatewayExecutor } from '../execution/executor.type';
import type { Generation } from './generation';

interface Serving extends Generation {
  running: number;
  /** Called when the last request has left a graph that was replaced. */
  onIdle: (() => void) | null;
}

/**
 * The graph that is served, and may be replaced while it is: a request that began on one ends on it, the next one begins
 * on the other, and what only the old one needed is closed when its last request has left.
 */
export class LiveGraph {
  #serving: Serving;
  readonly #closing = new Set<Promise<void>>();

  readonly executor: GatewayExecutor;

  constructor(first: Generation) {
    this.#serving = serve(first);
    this.executor = {
      execute: async (request, context, options) => {
        const serving = enter(this.#serving);
        try {
          return await serving.executor.execute(request, context, options);
        } finally {
          leave(serving);
        }
      },
      stream: async (request, context, options) => {
        const serving = enter(this.#serving);
        try {
          const outcome = await serving.executor.stream(request, context, options);
          return 'answers' in outcome ? { ...outcome, answers: untilEnd(outcome.answers, enter(serving)) } : outcome;
        } finally {
          leave(serving);
        }
      },
    };
  }

  /** For calls that belong to no operation, such as looking up a session. */
  readonly call: CallSubgraph = (...call) => this.#serving.call(...call);

  get current(): Generation {
    return this.#serving;
  }

  replace(next: Generation): void {
    const old = this.#serving;
    this.#serving = serve(next);
    const closing = idle(old)
      .then(() => old.close())
      .finally(() => this.#closing.delete(closing));
    this.#closing.add(closing);
  }

  async close(): Promise<void> {
    await Promise.all([this.#serving.close(), ...this.#closing]);
  }
}

function serve({ executor, call, schema, close }: Generation): Serving {
  return { executor, call, schema, close, running: 0, onIdle: null };
}

function enter(serving: Serving): Serving {
  serving.running += 1;
  return serving;
}

/** A stream holds its graph for as long as it lives: its joins go where its events come from. */
async function* untilEnd(answers: AsyncIterable<string>, serving: Serving): AsyncGenerator<string, void, undefined> {
  try {
    yield* answers;
  } finally {
    leave(serving);
  }
}

function leave(serving: Serving): void {
  serving.running -= 1;
  if (serving.running === 0) serving.onIdle?.();
}

function idle(serving: Serving): Promise<void> {
  if (serving.running === 0) return Promise.resolve();
  return new Promise((resolve) => {
    serving.onIdle = resolve;
  });
}
