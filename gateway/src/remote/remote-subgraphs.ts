import { traceHeaders } from '@hub/runtime';

import type { CallSubgraph } from '../context';
import { type Signing, signedPost } from './signed-post';
import { type DoorSettings, SubgraphDoor } from './subgraph-door';

export interface RemoteOptions extends DoorSettings, Signing {
  /** Subgraph by name → its own timeout. */
  readonly timeouts?: ReadonlyMap<string, number>;
}

export interface RemoteSubgraphs {
  readonly call: CallSubgraph;
  /** Lets running calls end, and closes the connections nobody else uses. */
  close(): Promise<void>;
}

/** The gateway's door to subgraphs in other processes: one pool each, every call signed for its receiver. */
export function remoteSubgraphs(
  options: RemoteOptions & {
    /** Subgraph by name → where it answers. */
    readonly urls: ReadonlyMap<string, string>;
  },
): RemoteSubgraphs {
  return new SubgraphDoors(options).open(options.urls);
}

interface SharedDoor {
  readonly door: SubgraphDoor;
  users: number;
}

/** The doors of one supergraph after the other: a subgraph that stays where it was keeps its connections and its breaker. */
export class SubgraphDoors {
  readonly #doors = new Map<string, SharedDoor>();

  constructor(private readonly options: RemoteOptions) {}

  open(urls: ReadonlyMap<string, string>): RemoteSubgraphs {
    const doors = new Map([...urls].map(([name, url]) => [name, this.#take(name, url)]));
    let closed: Promise<void> | null = null;
    return {
      call: this.#callThrough(doors),
      close: () => {
        closed ??= Promise.all([...doors.values()].map((door) => this.#release(door))).then(() => undefined);
        return closed;
      },
    };
  }

  #take(name: string, url: string): SubgraphDoor {
    const key = keyOf(name, url);
    const timeoutMs = this.options.timeouts?.get(name) ?? this.options.timeoutMs;
    const shared = this.#doors.get(key) ?? {
      door: new SubgraphDoor(name, url, { ...this.options, timeoutMs }),
      users: 0,
    };
    shared.users += 1;
    this.#doors.set(key, shared);
    return shared.door;
  }

  async #release({ subgraph, url }: SubgraphDoor): Promise<void> {
    const key = keyOf(subgraph, url);
    const shared = this.#doors.get(key);
    if (!shared) return;
    shared.users -= 1;
    if (shared.users > 0) return;
    this.#doors.delete(key);
    await shared.door.close();
  }

  #callThrough(doors: ReadonlyMap<string, SubgraphDoor>): CallSubgraph {
    return async (name, request, context) => {
      const door = doors.get(name);
      if (!door) throw new Error(`no address for subgraph ${name}`);
      const { signal, deadline } = context;
      const { headers, body } = signedPost(name, request, context, this.options);
      return door.ask({
        kind: request.kind,
        headers: { ...headers, accept: 'application/json', ...traceHeaders() },
        body,
        readData: request.readData,
        signal,
        deadline,
      });
    };
  }
}

const keyOf = (name: string, url: string): string => `${name} ${url}`;
