import fc from 'fast-check';
import { type ExecutionResult, execute, type GraphQLSchema, parse, validate } from 'graphql';

import { formatError } from '../../errors';
import { decideExecution } from '../decide-execution';
import { anyQuery, drawFrom } from './any-query';
import { attachResolvers } from './any-resolvers';
import { anySchema } from './any-schema';
import { anyVariables } from './any-variables';
import { AnyWorld } from './any-world';
import { QuietPromise, quietly } from './quiet-promise';

/** Fixed, so that a red run is red again. */
const SEED = 20201010;
const NUMBERS = fc.array(fc.nat(255), { minLength: 20, maxLength: 200, size: 'max' });
/** All fields with resolvers, half of them, hardly any. */
const SCHEMAS = [1, 2, 5].map((everyNth) => {
  const schema = anySchema();
  attachResolvers(schema, everyNth);
  return schema;
});

/** What one way of running says and does: data, errors as they leave a subgraph and in their order, resolvers called. */
async function observe(world: AnyWorld, run: () => ExecutionResult | Promise<ExecutionResult>) {
  const faults: string[] = [];
  const { data, errors } = await run();
  const told = (errors ?? []).map((error) => ({
    raw: error.toString(),
    left: formatError(error, 'request', (fault) => faults.push(String(fault))),
  }));
  return { data: data === undefined ? 'none' : JSON.stringify(data), told, faults, asked: [...world.asked] };
}

/** How often each way was drawn, so that a property that never tested anything cannot pass. */
export interface Tally {
  compiled: number;
  withErrors: number;
  withData: number;
  refused: number;
  reference: number;
}

async function compare(
  schema: GraphQLSchema,
  query: string,
  variables: Record<string, unknown>,
  world: (promises: PromiseConstructor) => AnyWorld,
  tally: Tally,
) {
  const document = parse(query);
  const decision = decideExecution(schema, document, null);
  if (decision.kind === 'reference') {
    tally.reference += 1;
    return;
  }
  const first = world(QuietPromise as PromiseConstructor);
  const expected = await quietly(() =>
    observe(first, () => execute({ schema, document, variableValues: variables, contextValue: first })),
  );
  const second = world(Promise);
  const actual = await observe(second, () => decision.query.execute(variables, second));
  expect({ query, variables, ...actual }).toEqual({ query, variables, ...expected });
  const third = world(Promise);
  const again = await observe(third, () => decision.query.execute(variables, third));
  expect(again).toEqual(actual);
  tally.compiled += 1;
  if (expected.told.length > 0) tally.withErrors += 1;
  if (expected.data === 'none') tally.refused += 1;
  else if (expected.data !== 'null') tally.withData += 1;
}

/** Runs that many random operations compiled and with graphql-js. */
export async function expectSameAsReference(runs: number): Promise<Tally> {
  const tally: Tally = { compiled: 0, withErrors: 0, withData: 0, refused: 0, reference: 0 };
  await fc.assert(
    fc.asyncProperty(
      NUMBERS,
      fc.nat(),
      fc.constantFrom(...SCHEMAS),
      fc.constantFrom(0, 3, 12, 40),
      async (numbers, seed, schema, failures) => {
        const draw = drawFrom(numbers);
        const variables = anyVariables(draw);
        const query = anyQuery(schema, draw);
        fc.pre(validate(schema, parse(query)).length === 0);
        await compare(
          schema,
          query,
          variables,
          (promises) => new AnyWorld(schema, { seed, failuresPercent: failures, promises }),
          tally,
        );
      },
    ),
    { numRuns: runs, seed: SEED, maxSkipsPerRun: 1000 },
  );
  return tally;
}
