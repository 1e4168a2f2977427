import fc from 'fast-check';
import { buildSchema } from 'graphql';

import { answerReader } from './compile-reader';
import type { Shape } from './shape.type';
import { Shapes } from './shapes';
import { opened, Verbatim } from './verbatim';

const schema = buildSchema(`
  type Query { units: [Unit!]! unit: Unit page: Page }
  type Unit { id: ID! name: String! rank: Int share: Float open: Boolean! nature: Nature grid: [[Int!]!] extra: Extra inbox: Inbox! }
  type Inbox { due: Int! rate: Float note: String }
  enum Nature { OFFICE FIRM }
  scalar Extra
  interface Page { title: String! }
`);
const UNIT = 'id name rank share open nature grid extra inbox { due rate note }';
const OPERATION = `{ units { __typename ${UNIT} } page { title } }`;

/** Wants whole inboxes, lists of lists and every leaf, as a client does that asks for all of it. */
function wanting(): Shapes {
  const shapes = new Shapes();
  const leaf = (name: string) => shapes.leaf(schema.getType(name) as never);
  const field = (key: string, type: string, nullable: boolean) => ({ key, place: { shape: leaf(type), nullable } });
  for (const name of ['ID', 'String', 'Int', 'Float', 'Boolean', 'Nature', 'Extra']) shapes.want(leaf(name));
  shapes.want(shapes.list({ shape: shapes.list({ shape: leaf('Int'), nullable: false }), nullable: false }));
  const inbox = [field('due', 'Int', false), field('rate', 'Float', true), field('note', 'String', true)];
  shapes.want(shapes.object(inbox) as Shape);
  return shapes;
}

const read = (text: string | Buffer, operation = OPERATION, shapes = wanting()) =>
  answerReader(operation, { schema, shapes })(Buffer.from(text));

/** With everything that is verbatim made a value. */
function whole(value: unknown): unknown {
  const inner = opened(value);
  if (Array.isArray(inner)) return inner.map(whole);
  if (typeof inner !== 'object' || inner === null) return inner;
  return Object.fromEntries(Object.entries(inner).map(([key, each]) => [key, whole(each)]));
}

const unit = (changes: object = {}) => ({
  __typename: 'Unit',
  id: 'unit-1',
  name: '焦作市第1号机关',
  rank: 3,
  share: 0.25,
  open: true,
  nature: 'OFFICE',
  grid: [[1, 2], []],
  extra: { any: ['thing', 1e3] },
  inbox: { due: 12, rate: null, note: 'a "b" \\ 中' },
  ...changes,
});
const answer = (...units: unknown[]) => ({ data: { units, page: { title: '一' } } });

it('reads what JSON.parse does', () => {
  const text = JSON.stringify(answer(unit(), unit({ rank: null, nature: null, grid: null, extra: null })));
  expect(whole(read(text))).toEqual(JSON.parse(text).data);
  expect(whole(read(`${text}\n`))).toEqual(JSON.parse(text).data);
});

it('makes no values of what is wanted as it is, and all of what is not', () => {
  const data = read(JSON.stringify(answer(unit()))) as { units: Record<string, unknown>[]; page: unknown };
  const verbatim = Object.entries(data.units[0] ?? {}).filter(([, value]) => value instanceof Verbatim);
  expect(verbatim.map(([key]) => key)).toEqual('id name rank share open nature grid extra inbox'.split(' '));
  expect(data.page).toEqual({ title: '一' });
  const unwanted = read(JSON.stringify(answer(unit())), OPERATION, new Shapes());
  expect(unwanted).toEqual(answer(unit()).data);
});

it('knows more wishes when they come later', () => {
  const shapes = new Shapes();
  const reader = answerReader('{ unit { name } }', { schema, shapes });
  const body = Buffer.from('{"data":{"unit":{"name":"一"}}}');
  expect(reader(body)).toEqual({ unit: { name: '一' } });
  shapes.want(shapes.leaf(schema.getType('String') as never));
  expect(reader(body)?.unit).toMatchObject({ name: expect.any(Verbatim) });
});

it.each([
  ['with errors', JSON.stringify({ errors: [{ message: 'no' }], data: answer(unit()).data })],
  ['with errors behind', JSON.stringify({ ...answer(unit()), errors: [] })],
  ['without data', '{"data":null}'],
  ['with spaces', JSON.stringify(answer(unit()), null, 1)],
  ['with fields in another order', '{"data":{"page":{"title":"一"},"units":[]}}'],
  ['with a field more', '{"data":{"units":[],"page":{"title":"一"},"more":1}}'],
  ['with a field less', '{"data":{"units":[]}}'],
  ['that is cut off', JSON.stringify(answer(unit())).slice(0, -9)],
  ['with more behind it', `${JSON.stringify(answer(unit()))}{}`],
  ['of another type', JSON.stringify(answer(unit({ __typename: 'Firm' })))],
  ['with a null in a list of none', JSON.stringify(answer(unit({ grid: [[null]] })))],
  [
    'with a null where none may be, deeper',
    JSON.stringify(answer(unit({ inbox: { due: null, rate: 1, note: null } }))),
  ],
  ['with a value of no enum', JSON.stringify(answer(unit({ nature: 'NONE' })))],
  ['with a number for an ID', JSON.stringify(answer(unit({ id: 1 })))],
  ['with a string for a Boolean', JSON.stringify(answer(unit({ open: 'true' })))],
  ['with an Int that is too large', JSON.stringify(answer(unit({ rank: 2 ** 31 })))],
])('leaves an answer %s to the parser', (_, text) => expect(read(text)).toBeUndefined());

it('leaves bytes that are no UTF-8 to the parser', () => {
  const bytes = Buffer.from(JSON.stringify(answer(unit({ name: 'xy' }))));
  bytes[bytes.indexOf('xy')] = 0xff;
  expect(read(bytes)).toBeUndefined();
});

it('reads what a fragment selects', () => {
  const text = '{"data":{"unit":{"name":"一","rank":1}}}';
  const data = read(text, '{ unit { ...F rank } } fragment F on Unit { name }');
  expect(data).toEqual({ unit: { name: expect.any(Verbatim), rank: expect.any(Verbatim) } });
  expect(whole(data)).toEqual(JSON.parse(text).data);
});

it('hands a null on to whoever judges it', () => {
  expect(whole(read(JSON.stringify(answer(null, unit({ name: null })))))).toEqual(
    answer(null, unit({ name: null })).data,
  );
});

it('reads the entities of one type', () => {
  const entities = (fields: string) => `query ($r: [_Any!]!) { _entities(representations: $r) { ${fields} } }`;
  const text = '{"data":{"_entities":[{"__typename":"Unit","name":"一"},null]}}';
  const of = (fields: string) => read(text, entities(fields));
  expect(whole(of('__typename ... on Unit { name }'))).toEqual(JSON.parse(text).data);
  expect(of('__typename ... on Unit { name }')).toMatchObject({ _entities: [{ name: expect.any(Verbatim) }, null] });
  expect(of('__typename ... on Unit { name } ... on Inbox { due }')).toEqual(JSON.parse(text).data);
});

it.each([
  ['a condition', '{ unit { name rank @include(if: true) } }', '{"name":"一"}'],
  ['an object merged of two', '{ unit { inbox { due } inbox { note } } }', '{"inbox":{"due":1,"note":"一"}}'],
  ['another type', '{ unit { name ... on Page { title } } }', '{"name":"一"}'],
])('reads as any JSON what stands in no fixed order: %s', (_, operation, unit) => {
  const text = `{"data":{"unit":${unit}}}`;
  expect(read(text, operation)).toEqual(JSON.parse(text).data);
});

it('reads as any JSON a field that clients are not shown', () => {
  const text = '{"data":{"unit":{"secret":{"a":[1]},"name":"一"}}}';
  expect(read(text, '{ unit { secret name } }')).toEqual({
    unit: { secret: { a: [1] }, name: expect.any(Verbatim) },
  });
});

it('takes no answer that JSON.parse would take otherwise', () => {
  const text = JSON.stringify(answer(unit(), unit({ rank: -1 })));
  let taken = 0;
  fc.assert(
    fc.property(
      fc.nat(text.length),
      fc.constantFrom(0, 1, 2),
      fc.constantFrom(...'{}[]",:\\0-.eE1ntu \n中'),
      (at, cut, add) => {
        const changed = text.slice(0, at) + add + text.slice(at + cut);
        const data = read(changed);
        if (data === undefined) return;
        taken += 1;
        expect(whole(data)).toEqual(JSON.parse(changed).data);
      },
    ),
    { numRuns: 10_000 },
  );
  expect(taken).toBeGreaterThan(500);
});
