import type { Logger } from '@hub/runtime';
import { assertValidSchema } from 'graphql';

import type { CallSubgraph } from '../context';
import { createExecutor, type ExecutorOptions } from '../execution';
import { NO_TELEMETRY, observeCalls, type Telemetry, traceCalls, tracePlanning } from '../observability';
import { type RemoteOptions, SubgraphDoors } from '../remote/remote-subgraphs';
import { remoteSubscriptions } from '../remote/remote-subscriptions';
import { loadSupergraph, type Supergraph } from '../supergraph';
import type { BuildGeneration } from './generation';
import { SupergraphReload } from './supergraph-reload';

export interface RemoteGraphOptions {
  /** The SDL as it is kept now. */
  readonly read: () => Promise<string>;
  readonly pollMs: number;
  /** Where the subgraphs of the supergraph really answer. */
  readonly place: (urls: ReadonlyMap<string, string>) => ReadonlyMap<string, string>;
  readonly remote: Omit<RemoteOptions, 'telemetry'>;
  readonly executor: Omit<ExecutorOptions, 'supergraph' | 'callSubgraph' | 'subscribeSubgraph' | 'telemetry'>;
  readonly telemetry?: Telemetry;
  /** What stands between the executor of a graph and its subgraphs. */
  readonly door?: (call: CallSubgraph, supergraph: Supergraph) => CallSubgraph;
  readonly logger: Logger;
}

/** A graph whose subgraphs are other processes, and which is replaced when its supergraph is. */
export function openRemoteGraph(options: RemoteGraphOptions): Promise<SupergraphReload> {
  const { telemetry = NO_TELEMETRY } = options;
  const doors = new SubgraphDoors({ ...options.remote, telemetry });
  const build: BuildGeneration = async (sdl) => {
    const supergraph = tracePlanning(loadSupergraph(sdl));
    if (supergraph.urls.size === 0) throw new Error('The text is no supergraph: it names no subgraph');
    assertValidSchema(supergraph.publicSchema);
    const urls = options.place(supergraph.urls);
    const { call: callOverHttp, close } = doors.open(urls);
    const call = traceCalls(observeCalls(callOverHttp, telemetry));
    const streams = remoteSubscriptions({ ...options.remote, urls });
    const callSubgraph = options.door?.(call, supergraph) ?? call;
    const subgraphs = { callSubgraph, subscribeSubgraph: streams.subscribe };
    return {
      executor: createExecutor({ ...options.executor, ...subgraphs, telemetry, supergraph }),
      call,
      schema: supergraph.publicSchema,
      close: async () => {
        await Promise.all([close(), streams.close()]);
      },
    };
  };
  const { read, logger, pollMs } = options;
  return SupergraphReload.open({ read, build, logger, pollMs });
}
