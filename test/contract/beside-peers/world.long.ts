import fc from 'fast-check';
import { type GraphQLSchema, parse, validate } from 'graphql';

import {
  NUMBERS,
  nulledPlaces,
  type Result,
  resolve,
  schemas,
  supergraph,
  throughGateway,
  VARIABLES,
  worldSdl,
} from '../../../gateway/src/execution/testing/differential';
import { drawFrom, randomOperation } from '../../../gateway/src/execution/testing/random-operation';
import { createWorld, type World } from '../../../gateway/src/execution/testing/world';
import { openApolloInProcess, type PeerGateway } from './apollo';
import { type Comparable, isTheirBug } from './their-bugs';

/** More by HUB_TEST_QUERIES. */
const OPERATIONS = Number(process.env.HUB_TEST_QUERIES ?? 2_000);
/** Fixed, so that a red run is red again. */
const SEED = 20201011;

let world: World;
let apollo: PeerGateway;

beforeAll(async () => {
  apollo = await openApolloInProcess(worldSdl, async (name, { request }) =>
    resolve(world, schemas.get(name) as GraphQLSchema, request.query, request.variables ?? {}),
  );
});

afterAll(() => apollo?.stop());

it(
  'a graph with everything in it is answered as @apollo/gateway does, its named bugs apart',
  () =>
    fc.assert(
      fc.asyncProperty(NUMBERS, fc.nat(), fc.constantFrom(0, 3, 12), async (numbers, seed, failures) => {
        const query = randomOperation(supergraph.publicSchema, drawFrom(numbers));
        fc.pre(validate(supergraph.publicSchema, parse(query)).length === 0);
        world = createWorld(seed, failures);
        const ours = comparable(await throughGateway(world, query));
        const theirs = comparable((await apollo.ask(query, VARIABLES)) as Result);
        const oneGraph = comparable(await resolve(world, supergraph.publicSchema, query, VARIABLES));
        // Where they have a bug, the judge is graphql-js.
        expect({ query, ...ours }).toEqual({ query, ...(isTheirBug({ query, theirs, oneGraph }) ? oneGraph : theirs) });
      }),
      { numRuns: OPERATIONS, seed: SEED, maxSkipsPerRun: 1000 },
    ),
  30 * 60_000,
);

function comparable(result: Result): Comparable {
  return { data: result.data ?? null, nulls: nulledPlaces(result) };
}
