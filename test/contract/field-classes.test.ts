import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ClassifiedColumn } from '@hub/persistence';
import { buildSchema, type FieldNode, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

import { createTestDatabase, SUBGRAPHS, type TestDatabase } from '../support';
import { graphFields } from './field-classes/graph-fields';
import { saysPersonalData } from './field-classes/personal-names';

/** The one kind of type that shows a value of level 4 of somebody else: what a reveal with a purpose answers. */
const REVEALED = /^Revealed\w+$/;

/** Credentials that are made when they are asked for, and given to whom they are for this once; what is kept of them says nothing. */
const HANDED_OVER = {
  'SignIn.accessToken': 'signed, good for 15 minutes, names a session that can be ended',
  'SecondFactorEnrolment.secret': 'for the authenticator of whoever proves the password; kept encrypted',
  'SecondFactorEnrolment.uri': 'the same secret as a picture says it',
  'SecondFactorConfirmation.recoveryCodes': 'for paper; kept as keyed hashes',
  'DownloadLinkType.token': 'signed, good for a minute and for the session that asked',
};

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

const classified = new Map<string, ClassifiedColumn>(
  SUBGRAPHS.flatMap(({ database }) =>
    (database.classified ?? []).map((each): [string, ClassifiedColumn] => [`${database.schema}.${each.column}`, each]),
  ),
);
const sensitive = [...classified].flatMap(([name, each]) => (each.level === 4 ? [{ name, ...each }] : []));
const fields = graphFields();
/** Root fields are verbs: `resetPassword` is no password. */
const isVerb = (name: string) => /^(Query|Mutation|Subscription)\./.test(name);
const levels = new Map(fields.map(({ name, level }) => [name, level]));

let database: TestDatabase;
let columns: Column[];

beforeAll(async () => {
  database = await createTestDatabase();
  columns = await database.query<Column>(
    `select n.nspname || '.' || c.relname as table, a.attname as column, format_type(a.atttypid, null) as type
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0
       and not a.attisdropped`,
    [SUBGRAPHS.map((subgraph) => subgraph.database.schema)],
  );
});

afterAll(() => database.drop());

const nameOf = ({ table, column }: Column) => `${table}.${column}`;

describe('columns', () => {
  test('each that is classified is there', () => {
    const there = new Set(columns.map(nameOf));
    expect([...classified.keys()].filter((name) => !there.has(name))).toEqual([]);
    expect(classified.size).toBeGreaterThan(7);
  });

  test('each whose name says personal data, and each amount of one person, has a level', () => {
    const ofOnePerson = new Set(columns.filter(({ column }) => column === 'member_id').map(({ table }) => table));
    const unmarked = columns.filter(
      ({ table, column, type }) =>
        saysPersonalData(column, type === 'text') || (ofOnePerson.has(table) && column.endsWith('_fen')),
    );
    expect(unmarked.map(nameOf).filter((name) => !classified.has(name))).toEqual([]);
  });

  test('each of level 4 is encrypted or a digest, or it is said why it is neither', () => {
    const types = new Map(columns.map((column) => [nameOf(column), column.type]));
    const wrong = sensitive.filter(({ name, kept }) =>
      kept.as === 'ENCRYPTED' ? types.get(name) !== 'bytea' : kept.because.length < 20,
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
    const clear = sensitive.filter(({ kept }) => kept.as === 'CLEAR').map(({ name }) => name);
    expect(clear.sort()).toEqual(['dues.dues_charge.amount_fen', 'dues.dues_charge.paid_fen']);
  });

  test('each encrypted one is bound to the key of its row', async () => {
    const bound = sensitive.flatMap(({ name, kept }) => {
      const [schema = '', table = ''] = name.split('.');
      return kept.as === 'ENCRYPTED' ? [{ table: `${schema}.${table}`, key: ['committee_id', kept.rowId] }] : [];
    });
    for (const { table, key } of bound) {
      const [primary] = await database.query<{ columns: string[] }>(
        `select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum)) as columns
         from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
         where i.indrelid = $1::regclass and i.indisprimary`,
        [table],
      );
      expect([table, primary?.columns]).toEqual([table, key]);
    }
  });
});

describe('fields', () => {
  test('each whose name says personal data has a level, in objects and in inputs', () => {
    const unmarked = fields.filter(
      ({ name, field, type, level }) => level < 3 && !isVerb(name) && saysPersonalData(field, type === 'String'),
    );
    expect(unmarked.map(({ subgraph, name }) => `${subgraph} ${name}`)).toEqual([]);
  });

  test('each that shows a classified column carries the same level', () => {
    const wrong = [...classified.values()].flatMap(({ level, shownBy }) =>
      shownBy.filter((name) => levels.get(name) !== level).map((name) => `${name} should be ${level}`),
    );
    expect(wrong).toEqual([]);
  });

  test('each of level 3 and 4 shows a column that says so, or hands over what is kept nowhere', () => {
    const known = new Set([...[...classified.values()].flatMap(({ shownBy }) => shownBy), ...Object.keys(HANDED_OVER)]);
    const strangers = fields.filter(({ name, level, isInput }) => !isInput && level > 2 && !known.has(name as never));
    expect(strangers.map(({ name }) => name)).toEqual([]);
    expect(Object.keys(HANDED_OVER).filter((name) => levels.get(name) !== 4)).toEqual([]);
  });

  test('what is encrypted leaves through a reveal and nowhere else', () => {
    const open = sensitive
      .filter(({ kept }) => kept.as === 'ENCRYPTED')
      .flatMap(({ shownBy }) => shownBy)
      .filter((name) => !REVEALED.test(name.split('.')[0] ?? ''));
    expect(open).toEqual([]);
  });

  test('a reveal is answered by mutations alone, which leave a trail', () => {
    const answered = fields.filter(({ type, name }) => REVEALED.test(type) && !name.startsWith('Mutation.'));
    expect(answered.map(({ name }) => name)).toEqual([]);
  });

  test('no document of a dashboard asks for level 4', () => {
    const asked = dashboardFields().filter((name) => levels.get(name.split(' ')[1] ?? '') === 4);
    expect(asked).toEqual([]);
  });
});

/** `DuesRows.graphql DuesRow.paidFen`: what each document of a dashboard selects. */
function dashboardFields(): string[] {
  const gateway = join(__dirname, '..', '..', 'gateway');
  const graph = buildSchema(readFileSync(join(gateway, 'supergraph.graphql'), 'utf8'), { assumeValid: true });
  const folder = join(gateway, 'documents', 'dashboards');
  return readdirSync(folder).flatMap((file) => {
    const names: string[] = [];
    const types = new TypeInfo(graph);
    const visitor = {
      Field: (node: FieldNode) => void names.push(`${types.getParentType()?.name}.${node.name.value}`),
    };
    visit(parse(readFileSync(join(folder, file), 'utf8')), visitWithTypeInfo(types, visitor));
    return names.map((name) => `${file} ${name}`);
  });
}
