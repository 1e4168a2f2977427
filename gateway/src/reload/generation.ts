import type { GraphQLSchema } from 'graphql';

import type { CallSubgraph } from '../context';
import type { WarmableExecutor } from '../execution/executor.type';

/** One composed graph with everything that serves it. */
export interface Generation {
  readonly executor: WarmableExecutor;
  readonly call: CallSubgraph;
  /** As clients see it. */
  readonly schema: GraphQLSchema;
  close(): Promise<void>;
}

/** Rejects when the text is no graph that could be served; nothing is left open then. */
export type BuildGeneration = (sdl: string) => Promise<Generation>;
