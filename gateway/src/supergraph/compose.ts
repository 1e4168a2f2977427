import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';

export interface SubgraphDefinition {
  readonly name: string;
  /** Where the subgraph answers when it runs alone; written into the supergraph for readers of it. */
  readonly url: string;
  readonly sdl: string;
}

/** Thrown when the subgraphs do not fit together; carries every reason, so that one run shows them all. */
export class CompositionError extends Error {
  override readonly name = 'CompositionError';

  constructor(readonly reasons: readonly string[]) {
    super(`The subgraphs do not compose:\n${reasons.map((reason) => `  - ${reason}`).join('\n')}`);
  }
}

/** The supergraph SDL of the given subgraphs. */
export function composeSupergraph(subgraphs: readonly SubgraphDefinition[]): string {
  const result = composeServices(subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));
  if (result.errors) throw new CompositionError(result.errors.map((error) => error.message));
  return result.supergraphSdl;
}
