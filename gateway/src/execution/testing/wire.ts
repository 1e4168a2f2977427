import type { SubgraphRequest, SubgraphResponse } from '../../context';

/** An answer as a remote subgraph's arrives: as bytes, which are parsed only where they cannot be read. */
export function overTheWire(response: object, { readData }: Pick<SubgraphRequest, 'readData'>): SubgraphResponse {
  const bytes = Buffer.from(`${JSON.stringify(response)}\n`);
  const data = readData?.(bytes);
  return data ? { data } : (JSON.parse(bytes.toString()) as SubgraphResponse);
}
