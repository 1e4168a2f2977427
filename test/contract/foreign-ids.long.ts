import type { ReaderActor } from '@hub/core';
import type { LocalResponse } from '@hub/graphql';
import fc from 'fast-check';
import { type GraphQLArgument, type GraphQLInputType, getNamedType, isInputObjectType } from 'graphql';

import { plausibleArguments } from '../faults/hostile/call-arguments';
import { openCommitteeWithSecrets } from '../faults/hostile/committee-with-secrets';
import { ID_KINDS } from '../faults/hostile/plausible-values';
import { type IdKind, KINDS, type RealIds } from '../faults/hostile/real-ids';
import { entityDoorsOf, publicFieldsOf } from '../faults/walls/doors';
import { foreignKeys } from '../faults/walls/foreign-keys';
import { MARKS, plantForeignRows } from '../faults/walls/planted-rows';
import { createTestWorld, personActor, SUBGRAPHS, serviceActor, someId, type TestWorld, testSeed } from '../support';
import { statementsOf } from '../support/count-statements';
import { type Operation, operationsOf } from '../support/operations';
import { absentIds, foreignIds, type OneOfEach } from './foreign-ids/one-of-each';

// Whoever names what is not his is told what he is told of what does not exist: not a word more, and at the same cost.

/** How often an operation is asked with each kind of id. */
const DRAWS = 2;

let world: TestWorld;
let viewers: Readonly<Record<Viewer, ReaderActor>>;
let foreign: OneOfEach;
let keys: ReadonlyMap<string, readonly string[]>;

const VIEWERS = ['a clerk of another unit', 'a registrar of another committee', 'a program of a subtree'] as const;
type Viewer = (typeof VIEWERS)[number];

/** Units, areas and templates are there for all people of the committee: theirs are no secret ids. */
const OPEN_TO_CLERKS = new Set(['unit', 'zone', 'reporttemplate']);

beforeAll(async () => {
  const { hub, strangerId } = await openCommitteeWithSecrets();
  const database = await hub.leaveDatabase();
  const ground = await plantForeignRows(database, strangerId);
  world = await createTestWorld({ subgraphs: SUBGRAPHS.map(({ name }) => name), database });
  const { committeeId, stranger, first } = ground;
  viewers = {
    'a clerk of another unit': personActor('UNIT_CLERK', { committeeId, ...stranger }),
    'a registrar of another committee': personActor('OFFICE_REGISTRAR', { committeeId: someId(), ...first }),
    'a program of a subtree': serviceActor(committeeId, stranger.organizationId),
  };
  foreign = await foreignIds(database, ground);
  keys = await foreignKeys(database, ground);
}, 300_000);

afterAll(() => world?.close());

/** Names of the fields that take ids, at any depth. */
function idsIn(type: GraphQLInputType, name: string): string[] {
  const named = getNamedType(type);
  if (isInputObjectType(named)) return Object.values(named.getFields()).flatMap((each) => idsIn(each.type, each.name));
  return named.name === 'ID' ? [name] : [];
}

const idArguments = (args: readonly GraphQLArgument[]) => args.flatMap(({ type, name }) => idsIn(type, name));

interface Asked {
  readonly subgraph: string;
  readonly operation: Operation;
  /** An `id` may be of anything: it is asked for as an id of each kind. */
  readonly anything: boolean;
}

const asked = (open = publicFieldsOf(world)): Asked[] =>
  SUBGRAPHS.flatMap(({ name }) =>
    operationsOf(world.subgraph(name).schema)
      .filter((operation) => !operation.name.startsWith('_') && !open.has(operation.name))
      .filter(({ args }) => idArguments(args).length > 0)
      .map((operation) => ({
        subgraph: name,
        operation,
        anything: idArguments(operation.args).some((argument) => !(argument in ID_KINDS)),
      })),
  );

/** The answer with the ids it was asked with taken out, and what is new with every request. */
function neutral(answer: unknown, ids: OneOfEach): string {
  const text = JSON.stringify(answer).replaceAll(/"requestId":"[^"]*"/g, '');
  return KINDS.reduce((left, kind) => left.replaceAll(ids[kind], '*'), text);
}

async function difference(viewer: Viewer, { subgraph, operation, anything }: Asked): Promise<string[]> {
  const open = viewer === 'a clerk of another unit' ? OPEN_TO_CLERKS : new Set<string>();
  const absent = absentIds();
  // What is open to him is absent on both sides, so that it makes no difference.
  const named = Object.fromEntries(
    Object.entries(foreign).map(([kind, id]) => [kind, open.has(kind.toLowerCase()) ? absent[kind as IdKind] : id]),
  ) as OneOfEach;
  const kinds = anything ? KINDS : [null];
  const found: string[] = [];
  for (const kind of kinds) {
    const drawn = (ids: OneOfEach) => {
      const all = [ids[kind ?? 'document']];
      const real: RealIds = { of: (each) => [ids[each]], all };
      return fc.sample(plausibleArguments(operation.args, real), { numRuns: DRAWS, seed: testSeed() });
    };
    const [theirs, nobodys] = [drawn(named), drawn(absent)];
    for (const [index, variables] of theirs.entries()) {
      const ask = (given: Readonly<Record<string, unknown>>) =>
        world.graphql(subgraph, viewers[viewer], operation.text, { ...given });
      const ofTheirs = neutral(await ask(variables), named);
      const ofNobodys = neutral(await ask(nobodys[index] ?? {}), absent);
      if (ofTheirs !== ofNobodys) {
        found.push(`${operation.name} ${JSON.stringify(variables)}: ${ofTheirs} instead of ${ofNobodys}`);
      }
    }
  }
  return found;
}

describe.each(VIEWERS)('%s', (viewer) => {
  test('is told of foreign ids what he is told of absent ones, in every argument of every operation', async () => {
    const operations = asked();
    const found: string[] = [];
    for (const each of operations) found.push(...(await difference(viewer, each)));
    expect(found).toEqual([]);
    expect(operations.length).toBeGreaterThan(60);
  });

  test('finds no foreign entity, at the cost of an absent one', async () => {
    for (const door of entityDoorsOf(world)) {
      if (viewer === 'a clerk of another unit' && OPEN_TO_CLERKS.has(door.type.toLowerCase())) continue;
      const theirs = keys.get(door.type) ?? [];
      const nobodys = theirs.map((key) => (key.includes('.') ? `${someId()}.${someId()}` : someId()));
      const asks = async (ids: readonly string[]) => {
        let entities: readonly unknown[] = [];
        const statements = await statementsOf(async () => {
          ({ entities } = await door.ask({ actor: viewers[viewer] }, ids));
        });
        return { type: door.type, entities, statements };
      };
      const answer = await asks(theirs);
      expect(answer).toEqual(await asks(nobodys));
      expect(answer.entities).toEqual(theirs.map(() => null));
    }
  });

  test('learns nothing by searching for words that only others have written', async () => {
    const searched = searchable();
    for (const { subgraph, operation, argument } of searched) {
      const ask = async (word: string) =>
        JSON.stringify(
          await world.graphql(subgraph, viewers[viewer], operation.text, { [argument]: { search: word } }),
        ).replaceAll(/"requestId":"[^"]*"/g, '');
      const marks = viewer === 'a clerk of another unit' ? [MARKS.business, MARKS.structure] : Object.values(MARKS);
      for (const mark of marks)
        expect([operation.name, await ask(mark)]).toEqual([operation.name, await ask('没有此词')]);
    }
    expect(searched.length).toBeGreaterThan(2);
  });
});

test('without a signed actor no subgraph finds an entity', async () => {
  for (const door of entityDoorsOf(world)) {
    const asked = keys.get(door.type) ?? [];
    const { entities, all } = await door.ask({ actor: null }, asked);
    const { errors = [] } = all as LocalResponse;
    expect([door.type, entities.filter((entity) => entity !== null)]).toEqual([door.type, []]);
    expect(errors.map(({ extensions }) => extensions?.reason)).toEqual(asked.map(() => 'SIGN_IN_REQUIRED'));
  }
});

/** Operations with a filter in which words are searched for. */
function searchable() {
  return SUBGRAPHS.flatMap(({ name }) =>
    operationsOf(world.subgraph(name).schema, ['query']).flatMap((operation) =>
      operation.args
        .filter(({ type }) => {
          const named = getNamedType(type);
          return isInputObjectType(named) && 'search' in named.getFields();
        })
        .map((argument) => ({ subgraph: name, operation, argument: argument.name })),
    ),
  );
}
