import type { Id, Role } from '@hub/core';
import { isObjectType } from 'graphql';

import { createTestWorld, personActor, SUBGRAPHS, someId, type TestWorld } from '../support';
import { statementsOf } from '../support/count-statements';

const KEYS = 40;

let world: TestWorld;
let committeeId: Id;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: SUBGRAPHS.map(({ name }) => name) });
  committeeId = someId();
});

afterAll(() => world.close());

const entities = SUBGRAPHS.flatMap(({ name, graphql }) =>
  Object.keys(graphql.references).map((type): [string, string] => [name, type]),
);

const ENTITIES = 'query ($keys: [_Any!]!) { _entities(representations: $keys) { __typename } }';

/** Who may read a type that an office clerk may not. */
const READERS: Readonly<Record<string, Role>> = { DuesCharge: 'UNIT_TREASURER' };

test('the graph has entities to resolve', () => {
  expect(entities.length).toBeGreaterThan(8);
});

test.each(entities)('%s resolves many %s with one statement, unknown ones as null', async (subgraph, type) => {
  const actor = personActor(READERS[type] ?? 'OFFICE_CLERK', { committeeId });
  const composite = type === 'Receipt';
  const keys = Array.from({ length: KEYS }, () => ({
    __typename: type,
    id: composite ? `${someId()}.${someId()}` : someId(),
  }));
  let answer: Awaited<ReturnType<TestWorld['graphql']>> = {};
  const statements = await statementsOf(async () => {
    answer = await world.graphql(subgraph, actor, ENTITIES, { keys });
  });
  expect(answer.errors).toBeUndefined();
  expect(answer.data?._entities).toEqual(keys.map(() => null));
  expect(statements).toHaveLength(1);
});

test.each(entities)(
  '%s answers a %s key that is no id with null or a refusal, never with a fault',
  async (subgraph, type) => {
    const actor = personActor(READERS[type] ?? 'OFFICE_CLERK', { committeeId });
    for (const id of ['', 'x', "' or 1=1 --", '00000000-0000-0000-0000-00000000000g', 7, null]) {
      const { data, errors } = await world.graphql(subgraph, actor, ENTITIES, { keys: [{ __typename: type, id }] });
      const codes = (errors ?? []).map(({ extensions }) => extensions?.code);
      expect(codes.filter((code) => code !== 'BAD_USER_INPUT')).toEqual([]);
      expect(errors ?? data?._entities).toBeTruthy();
    }
    expect(world.faults).toEqual([]);
  },
);

test('every type with a resolvable key has a reference resolver', () => {
  const missing = SUBGRAPHS.flatMap(({ name, graphql }) => {
    const { sdl, schema } = world.subgraph(name);
    return Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter((type) => new RegExp(`type ${type.name} [^{]*@key\\(fields: "[^"]+"\\)`).test(sdl))
      .filter((type) => !graphql.references[type.name] && !graphql.wholeReferences?.[type.name])
      .map((type) => `${name}.${type.name}`);
  });
  expect(missing).toEqual([]);
});
