import { composeSupergraph } from '@hub/gateway';
import { buildSubgraph } from '@hub/graphql';

import { SUBGRAPHS } from './subgraphs';

export interface SchemaFiles {
  /** SDL by subgraph name. */
  readonly subgraphs: ReadonlyMap<string, string>;
  readonly supergraph: string;
}

/** Where a subgraph answers when it runs alone; the names are those of docker-compose.yml. */
const subgraphUrl = (name: string): string => `http://${name}:4001/graphql`;

/** The schema files as the code says they are: written by `npm run schema`, compared by `npm run check`. */
export function schemaFiles(): SchemaFiles {
  const subgraphs = new Map(SUBGRAPHS.map(({ name, graphql }) => [name, buildSubgraph(graphql).sdl]));
  const supergraph = composeSupergraph([...subgraphs].map(([name, sdl]) => ({ name, url: subgraphUrl(name), sdl })));
  return { subgraphs, supergraph };
}
