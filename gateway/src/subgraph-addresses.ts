import { z } from 'zod';

const addresses = z.record(z.string(), z.url({ protocol: /^https?$/ }));

/** `organization=http://10.0.0.5:4001/graphql,dues=…`: where subgraphs answer, by name. */
export const subgraphAddresses = z
  .string()
  .transform((text): unknown => Object.fromEntries(text.split(',').map(nameAndValue)))
  .pipe(addresses)
  .transform((urls): ReadonlyMap<string, string> => new Map(Object.entries(urls)));

/** One `name=value` of a list. */
export function nameAndValue(entry: string): [name: string, value: string] {
  const equals = entry.indexOf('=');
  return [entry.slice(0, Math.max(equals, 0)).trim(), entry.slice(equals + 1).trim()];
}

/**
 * The addresses of the supergraph, but for those that the environment names: one composed graph serves a compose
 * network, a cluster and a desk. A name the graph does not have is a mistake that would otherwise go unnoticed.
 */
export function placeSubgraphs(
  inSupergraph: ReadonlyMap<string, string>,
  inEnvironment: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const unknown = [...inEnvironment.keys()].filter((name) => !inSupergraph.has(name));
  if (unknown.length > 0) throw new Error(`HUB_SUBGRAPH_URLS: the supergraph has no subgraph ${unknown.join(', ')}`);
  return new Map([...inSupergraph, ...inEnvironment]);
}
