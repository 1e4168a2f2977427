import { buildSubgraphSchema } from '@apollo/subgraph';
import fc from 'fast-check';
import { execute, type GraphQLSchema, parse, validate } from 'graphql';
import type { CallSubgraph, SubgraphRequest, SubgraphResponse } from '../../context';
import { composeSupergraph, loadSupergraph } from '../../supergraph';
import { createExecutor } from '../executor';
import { Verbatim } from '../verbatim/verbatim';
import { LINK, requestContext } from './graph';
import { drawFrom, randomOperation } from './random-operation';
import { overTheWire } from './wire';
import { createWorld, type World } from './world';
import { WORLD_SUBGRAPHS } from './world-subgraphs';

/** Fixed, so that a red run is red again. */
const SEED = 20201010;
export const NUMBERS = fc.array(fc.nat(255), { minLength: 20, maxLength: 150, size: 'max' });
export const VARIABLES = { id: 'User-2', level: 'HIGH', yes: true };

export const worldSdl = composeSupergraph(
  Object.entries(WORLD_SUBGRAPHS).map(([name, sdl]) => ({ name, url: `http://${name}.test`, sdl: LINK + sdl })),
);
export const supergraph = loadSupergraph(worldSdl);
export const schemas = new Map(
  Object.entries(WORLD_SUBGRAPHS).map(([name, sdl]) => [name, buildSubgraphSchema({ typeDefs: parse(LINK + sdl) })]),
);

export type Result = Awaited<ReturnType<typeof execute>>;

/** One operation on one schema, as that world answers it. */
export async function resolve(
  world: World,
  schema: GraphQLSchema,
  query: string,
  variableValues: Record<string, unknown>,
) {
  const document = parse(query);
  const invalid = validate(schema, document);
  if (invalid.length > 0) throw new Error(`${invalid[0]?.message} in ${query}`);
  const result = await execute({
    schema,
    document,
    variableValues,
    fieldResolver: world.resolveField,
    typeResolver: world.resolveType,
  });
  return JSON.parse(JSON.stringify(result)) as Result;
}

/** How subgraphs hand over their answers: as values, or as bytes. */
type Handing = (response: SubgraphResponse, request: SubgraphRequest) => SubgraphResponse;

export async function throughGateway(
  world: World,
  query: string,
  handing: Handing = (response) => response,
): Promise<Result> {
  const faults: unknown[] = [];
  const callSubgraph: CallSubgraph = async (name, request) => {
    const schema = schemas.get(name) as GraphQLSchema;
    const response = await resolve(world, schema, request.query, request.variables);
    return handing(response as SubgraphResponse, request);
  };
  const executor = createExecutor({
    supergraph,
    callSubgraph,
    introspection: true,
    onInternalError: (error) => faults.push(error),
  });
  const { body } = await executor.execute({ query, variables: VARIABLES }, requestContext(), { allowMutations: true });
  if (faults.length > 0) throw faults[0];
  return JSON.parse(String(body)) as Result;
}

/**
 * Where in the data each error left its null. Siblings under one nulled parent race each other, so only the place of the
 * null is fixed by the specification. Errors of fields the client did not select are fetched for joins.
 */
export function nulledPlaces({ data, errors = [] }: Result): string[] {
  const places = errors.flatMap(({ path = [] }) => {
    let value: unknown = data;
    let depth = 0;
    while (value !== null && value !== undefined && depth < path.length) {
      value = (value as Record<string | number, unknown>)[path[depth] as string | number];
      depth += 1;
    }
    return value === null ? [path.slice(0, depth).join('.')] : [];
  });
  return [...new Set(places)].sort();
}

/** One in so many operations may be one that the planner has no plan for: the client then gets a named error. */
const OPERATIONS_PER_REFUSAL = 2_000;

/**
 * Answers that many random operations through the gateway and as one graph, with nulls and errors anywhere. Every other
 * one is answered over the wire.
 */
export async function expectSameAsOneGraph(runs: number): Promise<void> {
  let refused = 0;
  let wired = 0;
  let verbatim = 0;
  const wire: Handing = (response, request) => {
    const handed = overTheWire(response, request);
    wired += 1;
    if (holdsVerbatim(handed.data)) verbatim += 1;
    return handed;
  };
  await fc.assert(
    fc.asyncProperty(NUMBERS, fc.nat(), fc.constantFrom(0, 3, 12), async (numbers, seed, failures) => {
      const query = randomOperation(supergraph.publicSchema, drawFrom(numbers));
      fc.pre(validate(supergraph.publicSchema, parse(query)).length === 0);
      const world = createWorld(seed, failures);
      const expected = await resolve(world, supergraph.publicSchema, query, VARIABLES);
      const handing = seed % 2 === 0 ? wire : undefined;
      const actual = await throughGateway(world, query, handing).catch((fault: Error) => {
        if (!fault.message.includes('Failed to build a plan')) throw fault;
        refused += 1;
        return fc.pre(false) as never;
      });
      expect({ query, data: actual.data, nulls: nulledPlaces(actual) }).toEqual({
        query,
        data: expected.data,
        nulls: nulledPlaces(expected),
      });
    }),
    { numRuns: runs, seed: SEED, maxSkipsPerRun: 1000 },
  );
  expect(refused).toBeLessThanOrEqual(runs / OPERATIONS_PER_REFUSAL);
  expect(verbatim).toBeGreaterThan(wired / 3);
}

function holdsVerbatim(value: unknown): boolean {
  if (value instanceof Verbatim) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsVerbatim);
}
