import type { PersonActor } from '@hub/core';
import { loadSupergraph } from '@hub/gateway';
import { schemaFiles } from '@hub/infra/local/supergraph';
import { DEMO_PASSWORD } from '@hub/infra/seed/organization';
import fc from 'fast-check';

import {
  type ClientAnswer,
  createTestWorld,
  type HubClient,
  malformedCalls,
  SUBGRAPHS,
  someId,
  type TestHub,
  type TestWorld,
  testSeed,
} from '../support';
import { type Operation, operationsOf } from '../support/operations';
import { codeOf, faultsIn } from './hostile/answer-rules';
import { type BareGraph, openBareGraph } from './hostile/bare-graph';
import { callArguments } from './hostile/call-arguments';
import { actorsOf, CALLER_NAMES, CALLERS, type Caller } from './hostile/callers';
import { hiddenReceiptIds, openCommitteeWithSecrets } from './hostile/committee-with-secrets';
import type { Drawn } from './hostile/drawn';
import { type RealIds, readRealIds } from './hostile/real-ids';
import { Tally } from './hostile/tally';
import { WrittenRows } from './hostile/written-rows';

// Whatever is sent, to whatever field, by whomever: a clear refusal or a proper answer, and nothing half done.

const { supergraph } = schemaFiles();
const OPERATIONS = operationsOf(loadSupergraph(supergraph).publicSchema);
const WITH_INPUT = OPERATIONS.filter(({ args }) => args.length > 0);

const MALFORMED = malformedCalls();
const WAVE = 100;
const WAVES = Math.ceil((MALFORMED * 1.15) / WITH_INPUT.length / WAVE);
const OVER_HTTP = 5;
/** What the door lets through, in UTF-16 units of at most three bytes each. */
const BODY_LIMIT = (1024 * 1024) / 3;

interface Call {
  readonly caller: Caller;
  readonly input: Drawn;
}

type Answer = ClientAnswer<Readonly<Record<string, unknown>>>;

let hub: TestHub;
let real: RealIds;
let hidden: readonly string[];
const tally = new Tally();

const callsOf = ({ args }: Operation, count: number): fc.Arbitrary<Call[]> => {
  const input = callArguments(args, real).filter(({ value }) => JSON.stringify(value).length < BODY_LIMIT);
  const call = fc.record({ caller: fc.constantFrom(...CALLER_NAMES), input });
  return fc.array(call, { minLength: count, maxLength: count });
};

const variablesOf = ({ input }: Call) => input.value as Readonly<Record<string, unknown>>;

/** What is wrong with the answer, and all that is needed to ask again. */
function faultsOf(operation: Operation, call: Call, answer: Answer): string[] {
  tally.count(operation.name, codeOf(answer), call.input.hostile);
  const { restricted } = CALLERS[call.caller];
  const faults = faultsIn(operation.name, answer, restricted);
  const data = restricted && answer.data ? JSON.stringify(answer.data) : '';
  if (hidden.some((id) => data.includes(id))) faults.push('names a receipt of another unit');
  const asked = `${call.caller}: ${operation.text}\n${JSON.stringify(call.input.value).slice(0, 2_000)}`;
  return faults.map((fault) => `${fault}\n${asked}`);
}

beforeAll(async () => {
  process.stdout.write(`HUB_TEST_SEED=${testSeed()}\n`);
  const committee = await openCommitteeWithSecrets();
  hub = committee.hub;
  real = await readRealIds(hub.database, committee.strangerId);
  hidden = await hiddenReceiptIds(hub.database, committee.strangerId);
}, 300_000);

afterAll(() => process.stdout.write(`${tally.report}\n`));

describe('over HTTP', () => {
  const clients = new Map<Caller, HubClient>();

  beforeAll(async () => {
    for (const caller of CALLER_NAMES) {
      const { loginName } = CALLERS[caller];
      clients.set(caller, loginName === null ? hub.visitor : await hub.signIn(loginName, DEMO_PASSWORD));
    }
  });

  test.each(WITH_INPUT.map((operation) => [operation.name, operation] as const))('%s', (_, operation) =>
    fc.assert(
      fc.asyncProperty(callsOf(operation, OVER_HTTP), async (calls) => {
        const faults = calls.map(async (call) => {
          const client = clients.get(call.caller) as HubClient;
          return faultsOf(operation, call, await client.call(operation.text, variablesOf(call)));
        });
        expect((await Promise.all(faults)).flat()).toEqual([]);
      }),
      { numRuns: 1, seed: testSeed(), endOnFailure: true },
    ),
  );
});

describe('in process', () => {
  let world: TestWorld;
  let graph: BareGraph;
  let actors: Readonly<Record<Caller, PersonActor | null>>;
  let written: WrittenRows;

  beforeAll(async () => {
    const database = await hub.leaveDatabase();
    world = await createTestWorld({ subgraphs: SUBGRAPHS.map(({ name }) => name), database });
    graph = openBareGraph(world, supergraph);
    actors = await actorsOf(world);
    written = await WrittenRows.watch(database);
  });

  afterAll(() => world.close());

  /** All at once, so that they also meet each other. */
  async function faultsOfWave(operation: Operation, calls: readonly Call[]): Promise<string[]> {
    const succeeded = new Set<string>();
    const faults = calls.map(async (call) => {
      const requestId = someId();
      const answer = await graph.call(operation.text, variablesOf(call), actors[call.caller], requestId);
      if (operation.kind === 'mutation' && answer.data) succeeded.add(requestId);
      return faultsOf(operation, call, answer);
    });
    const found = (await Promise.all(faults)).flat();
    const masked = [...world.faults.splice(0), ...graph.masked.splice(0)].map((fault) => `masked: ${String(fault)}`);
    return [...found, ...masked, ...(await written.faults(succeeded))];
  }

  test.each(OPERATIONS.map((operation) => [operation.name, operation] as const))(
    '%s',
    (_, operation) =>
      fc.assert(
        fc.asyncProperty(callsOf(operation, WAVE), async (calls) =>
          expect(await faultsOfWave(operation, calls)).toEqual([]),
        ),
        { numRuns: operation.args.length === 0 ? 1 : WAVES, seed: testSeed(), endOnFailure: true },
      ),
    120_000,
  );

  test('all of this were as many malformed inputs as asked for', () => {
    expect(tally.malformed).toBeGreaterThanOrEqual(MALFORMED);
  });
});
