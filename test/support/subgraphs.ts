import type { Subgraph } from '@hub/graphql';
import { SUBGRAPHS } from '@hub/infra/local/subgraphs';

export { SUBGRAPHS };

export function subgraphNamed(name: string): Subgraph {
  const found = SUBGRAPHS.find((subgraph) => subgraph.name === name);
  if (!found) throw new Error(`no subgraph named ${name}`);
  return found;
}
