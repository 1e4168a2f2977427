import { openCommitteeWithSecrets } from './hostile/committee-with-secrets';
import { Crossing } from './walls/crossing';

// The policies say yes to everything, and the queries think that everybody reads the whole committee: what is left is row
// security.

jest.mock('@hub/core', () => {
  const core = jest.requireActual<typeof import('@hub/core')>('@hub/core');
  const definePolicy = (...given: Parameters<typeof core.definePolicy>) => ({
    ...core.definePolicy(...given),
    may: () => true,
    assertMay: () => undefined,
    reachOf: () => 'COMMITTEE',
    names: () => true,
  });
  return { ...core, definePolicy };
});

jest.mock('../../shared/persistence/src/directory/units-in-sight', () => ({ unitsInSight: async () => null }));
jest.mock('../../subgraphs/organization/src/data/reading-scope', () => ({
  ...jest.requireActual<object>('../../subgraphs/organization/src/data/reading-scope'),
  readingRoot: () => null,
  directoryRoot: () => null,
}));

let crossing: Crossing;

beforeAll(async () => {
  const { hub, strangerId } = await openCommitteeWithSecrets();
  crossing = await Crossing.open(await hub.leaveDatabase(), strangerId);
}, 300_000);

afterAll(async () => {
  process.stdout.write(`first wall off: ${crossing?.tried} operations tried\n`);
  await crossing?.close();
});

test('row security alone: nobody is shown or changes what is foreign', async () => {
  const faults = await crossing.faults();
  expect(faults).toEqual([]);
}, 2_400_000);

test('whoever may see and do it finds what is marked, through the same doors', async () => {
  expect((await crossing.faultsOf(crossing.registrar)).length).toBeGreaterThan(30);
}, 300_000);
