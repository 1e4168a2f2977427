import { isObjectType } from 'graphql';

import { createTestWorld, SUBGRAPHS, type TestWorld } from '../support';
import { ELSEWHERE, LEAVES_TRAIL } from './permissions/asked-about';
import { type Door, doors, type OperationDoor, operationDoors } from './permissions/cells';
import { type ExportDoor, openExportDoor } from './permissions/export-door';
import { Matrix } from './permissions/matrix';
import { openMatrixWorld } from './permissions/rows';

// Every cell of every policy: each verb, for each role, about rows of its own, below, above, beside and of another
// committee, through every door that serves it. What is expected is computed from the policies and decisions themselves.

/** Named before the world is there. */
const named = doors().map(({ policyName, verb, coordinate }): [string, string, string] => [
  policyName,
  verb,
  coordinate,
]);
const at = (where: RegExp) =>
  named.filter(([, , coordinate]) => where.test(coordinate) && !ELSEWHERE.includes(coordinate));
const operations = at(/^(Query|Mutation)\./);

/** Acts that end what others act on come last. */
const ENDING = /^(recall|withdraw|close|reissue)$/;
const inOrder = [...operations].sort(([, a], [, b]) => Number(ENDING.test(a)) - Number(ENDING.test(b)));

let world: TestWorld;
let matrix: Matrix;
let operationsOf: readonly OperationDoor[];

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: SUBGRAPHS.map(({ name }) => name) });
  operationsOf = operationDoors(world);
  matrix = new Matrix(world, await openMatrixWorld(world));
}, 60_000);

afterAll(async () => {
  process.stdout.write(`${matrix?.tried ?? 0} cells of the permission matrix were tried\n`);
  await world?.close();
});

const doorOf = (policyName: string, verb: string, coordinate: string) => {
  const door = operationsOf.find(
    (each) => each.policyName === policyName && each.verb === verb && each.coordinate === coordinate,
  );
  if (!door) throw new Error(`${coordinate} is no operation`);
  return door;
};

test('every root field has a decision, and every other field that of its type or its own', () => {
  const decided = new Set(
    SUBGRAPHS.flatMap(({ name, graphql: { decisions } }) =>
      [
        ...[decisions.public, decisions.internal, decisions.signedIn].flatMap((open) => open ?? []),
        ...Object.values(decisions.policies).flatMap(({ decides }) => Object.values(decides).flat()),
      ].map((coordinate) => `${name} ${coordinate}`),
    ),
  );
  const fields = graphFields(world);
  expect(fields.filter((field) => !field.decidedBy.some((coordinate) => decided.has(coordinate)))).toEqual([]);
  expect(fields.length).toBeGreaterThan(500);
});

describe('who may not', () => {
  test.each(operations)('%s %s by %s: is refused, sees nothing and leaves no act', async (...names) => {
    const before = await matrix.acts();
    expect(await matrix.refused(doorOf(...names))).toEqual([]);
    if (!LEAVES_TRAIL.includes(names[2])) expect(await matrix.acts()).toBe(before);
  });
});

describe('who may', () => {
  test.each(inOrder)('%s %s by %s: gets as far as the row, and sees what is his', async (...names) => {
    expect(await matrix.allowed(doorOf(...names))).toEqual([]);
  });
});

/** Fields of the five graphs, and what may decide each. Of federation's own there are two, which the caller's signature guards. */
function graphFields({ subgraph }: TestWorld) {
  return SUBGRAPHS.flatMap(({ name }) =>
    Object.values(subgraph(name).schema.getTypeMap())
      .filter(isObjectType)
      .filter((type) => !type.name.startsWith('_'))
      .flatMap((type) => Object.keys(type.getFields()).map((field) => ({ type: type.name, field })))
      .filter(({ type, field }) => !(type === 'Query' && ['_entities', '_service'].includes(field)))
      .map(({ type, field }) => ({
        name: `${name} ${type}.${field}`,
        decidedBy: ROOTS.includes(type)
          ? [`${name} ${type}.${field}`]
          : [`${name} ${type}.${field}`, `${name} ${type}`],
      })),
  );
}

const ROOTS = ['Query', 'Mutation', 'Subscription'];

const doorNamed = (policyName: string, verb: string, coordinate: string): Door =>
  doors().find(
    (door) => door.policyName === policyName && door.verb === verb && door.coordinate === coordinate,
  ) as Door;

/** Types that are reached by a key, and fields of them with a decision of their own. */
const keyed = new Set(SUBGRAPHS.flatMap(({ graphql }) => Object.keys(graphql.references)));
const entities = at(/^(?!Query|Mutation|Subscription)/).filter(([, , coordinate]) =>
  keyed.has(coordinate.split('.')[0] ?? ''),
);

test.each(entities)(
  '%s %s as the entity %s: is there for whom the verb reaches it, and absent for others',
  async (...names) => {
    expect(await matrix.entities(doorNamed(...names))).toEqual([]);
  },
);

test.each(at(/^Subscription\./))(
  '%s %s by %s: is told whom the verb reaches, and refused to others',
  async (...names) => {
    expect(await matrix.streams(doorNamed(...names))).toEqual([]);
  },
);

test.each([
  ['dispatch.document', 'download', 'Query.attachmentDownload'],
  ['reports.report', 'download', 'Query.reportFileDownload'],
])('%s %s by %s: a link to a file is good for whom it was made, and for nobody else', async (...names) => {
  expect(await matrix.files(doorOf(...names))).toEqual([]);
});

describe('as files', () => {
  let exports: ExportDoor;
  beforeAll(async () => {
    exports = await openExportDoor(world, matrix.callers);
  });
  afterAll(() => exports?.close());

  test.each([
    ['dispatch.document', 'list', 'Query.documentRows', '/exports/DocumentRows'],
    ['dispatch.receipt', 'read', 'Query.receiptRows', '/exports/ReceiptRows?groupBy=UNIT'],
    ['dispatch.receipt', 'read', 'Query.receiptDetailRows', '/exports/ReceiptDetailRows?format=ndjson'],
    ['dues.dues', 'readTotals', 'Query.duesRows', '/exports/DuesRows?month=2020-10-01'],
  ])('%s %s by %s at %s: shows the rows of the places that the verb reaches', async (policy, verb, query, path) => {
    expect(await matrix.exported(doorOf(policy, verb, query), exports, path)).toEqual([]);
  });
});

test('no fault was masked', () => {
  expect(world.faults).toEqual([]);
});
