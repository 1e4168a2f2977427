import type { Logger } from '@hub/runtime';
import { assertValidSchema } from 'graphql';

import { createExecutor, type ExecutorOptions } from '../execution';
import { type RemoteOptions, SubgraphDoors } from '../remote/remote-subgraphs';
import { remoteSubscriptions } from '../remote/remote-subscriptions';
import { loadSupergraph } from '../supergraph';
import type { BuildGeneration } from './generation';
import { SupergraphReload } from './supergraph-reload';

export interface RemoteGraphOptions {
  /** The SDL as it is kept now. */
  readonly read: () => Promise<string>;
  readonly pollMs: number;
  /** Where the subgraphs of the supergraph really answer. */
  readonly place: (urls: ReadonlyMap<string, string>) => ReadonlyMap<string, string>;
  readonly remote: RemoteOptions;
  readonly executor: Omit<ExecutorOptions, 'supergraph' | 'callSubgraph' | 'subscribeSubgraph'>;
  readonly logger: Logger;
}

/** A graph whose subgraphs are other processes, and which is replaced when its supergraph is. */
export function openRemoteGraph(options: RemoteGraphOptions): Promise<SupergraphReload> {
  const doors = new SubgraphDoors(options.remote);
  const build: BuildGeneration = async (sdl) => {
    const supergraph = loadSupergraph(sdl);
    if (supergraph.urls.size === 0) throw new Error('The text is no supergraph: it names no subgraph');
    assertValidSchema(supergraph.publicSchema);
    const urls = options.place(supergraph.urls);
    const { call, close } = doors.open(urls);
    const streams = remoteSubscriptions({ ...options.remote, urls });
    const subgraphs = { callSubgraph: call, subscribeSubgraph: streams.subscribe };
    return {
      executor: createExecutor({ ...options.executor, ...subgraphs, supergraph }),
      call,
      close: async () => {
        await Promise.all([close(), streams.close()]);
      },
    };
  };
  const { read, logger, pollMs } = options;
  return SupergraphReload.open({ read, build, logger, pollMs });
}
