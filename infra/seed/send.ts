import type { Id, PersonActor } from '@hub/core';
import type { OpenSubgraph } from '@hub/graphql';

/** By the graph, under the person's own rights: what the seed makes, the person could have made. */
export async function send<T extends object>(
  subgraph: OpenSubgraph,
  actor: PersonActor,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<T> {
  const caller = { actor, requestId: 'seed', idempotencyKey: null };
  const { data, errors } = await subgraph.execute({ query, variables }, caller);
  if (errors) throw new Error(`the seed was refused: ${errors[0]?.message}: ${query}`);
  return data as T;
}

/** What a mutation answers of the thing that it made or changed. */
export interface Made {
  readonly id: Id;
  readonly version: number;
}

/** A mutation that takes one input. */
export async function act(
  subgraph: OpenSubgraph,
  actor: PersonActor,
  mutation: string,
  type: string,
  input: object,
): Promise<Made> {
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { id version } }`;
  const data = await send<Record<string, Made>>(subgraph, actor, query, { input });
  return data[mutation] as Made;
}
