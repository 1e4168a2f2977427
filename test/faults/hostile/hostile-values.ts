import fc from 'fast-check';

import { someId } from '../../support';
import type { RealIds } from './real-ids';

/** Fragments that something may take for its own syntax, or count, cut or compare wrongly. */
const FRAGMENTS = [
  '',
  ' ',
  '\u3000',
  '\u0000',
  '关于\u0000的通知',
  '关于\u0007\u001b[31m的通知',
  '\u202e知通的于关\u202c',
  '\u200b\u200d\ufeff',
  '\ud800',
  '关\udc00于\ud83d',
  '👨‍👩‍👧‍👦'.repeat(40),
  `a${'\u0301'.repeat(300)}`,
  "'; drop table dispatch.document; --",
  "' or '1'='1",
  '%_\\%',
  '$1 $$ $body$',
  '\\',
  '\\u0000',
  '{"a":{"b":[null,1e999]}}',
  '{"__proto__":{"admin":true}}',
  ']}"',
  '__proto__',
  'constructor',
  '(\\w+)+$',
  '../../../etc/passwd',
  '<script>alert(1)</script>',
  '焦直文［２０２０］１号',
  '焦直文〔2020〕99999999999999999999号',
  '＇　ｏｒ　１＝１',
  '机密★10年',
  '\r\n\r\n',
  '\u2028\u2029',
];

const LONG = [10_000, 10_001, 20_001, 70_000].flatMap((length) => ['关'.repeat(length), '\n'.repeat(length)]);

const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...FRAGMENTS) },
  { weight: 1, arbitrary: fc.constantFrom(...LONG) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 2, arbitrary: fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 5 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...FRAGMENTS), fc.string()).map(([a, b]) => `关于${a}${b}的通知`) },
);

const INTEGERS = [0, -1, -2_147_483_648, 2_147_483_647, 32_768, 1_000_000, 9_999, 10_000, 294_277];

const DATES = [
  '0000-01-01',
  '0001-01-01',
  '1582-10-10',
  '1900-01-01',
  '2020-02-30',
  '2021-02-29',
  '2020-13-01',
  '9999-12-31',
  '275760-09-14',
  '-000001-01-01',
  '2020-10-15T00:00:00Z',
  '２０２０-10-15',
  '2020-10-15\u0000',
];

const INSTANTS = [
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59.999999999-12:00',
  '2020-10-15T24:00:00Z',
  '2020-10-15T23:59:60Z',
  '2020-10-15T00:00:00+99:99',
  '2020-02-30T00:00:00Z',
  '2020-10-15',
  'infinity',
];

/** What no field of the graph takes, and null, which some do. */
const WRONG_SHAPES: readonly unknown[] = [
  null,
  true,
  1.5,
  1e308,
  -0,
  2 ** 53,
  4_294_967_296,
  [],
  [[]],
  {},
  [null],
  '1',
  { a: 1 },
];

const orWrongShape = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 7, arbitrary: values }, { weight: 1, arbitrary: fc.constantFrom(...WRONG_SHAPES) });

/** Ids that are none, that name nothing, or that name something of another kind, whole or put together. */
function hostileIds(real: RealIds): fc.Arbitrary<unknown> {
  const some = fc.constantFrom(...real.all);
  return fc.oneof(
    fc.constant(null).map(() => someId()),
    some,
    some.map((id) => id.toUpperCase()),
    some.map((id) => `{${id}}`),
    some.map((id) => id.replaceAll('-', '')),
    fc.tuple(some, fc.constantFrom(...FRAGMENTS)).map(([id, fragment]) => id + fragment),
    fc.tuple(some, some).map(([a, b]) => `${a}.${b}`),
    fc.tuple(some, text).map(([id, tail]) => `${id}.${tail}`),
    fc.constantFrom('.', '..', '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 0, -1),
    text,
  );
}

/** Values that a field of that type should survive. */
export function hostileLeaf(typeName: string, real: RealIds): fc.Arbitrary<unknown> {
  switch (typeName) {
    case 'ID':
      return orWrongShape(hostileIds(real));
    case 'Int':
    case 'Fen':
      return orWrongShape(fc.oneof(fc.constantFrom(...INTEGERS), fc.integer()));
    case 'Date':
      return orWrongShape(
        fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...DATES) }, { weight: 1, arbitrary: text }),
      );
    case 'DateTime':
      return orWrongShape(
        fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...INSTANTS) }, { weight: 1, arbitrary: text }),
      );
    case 'Boolean':
      return fc.constantFrom('true', 1, null, [], {});
    case 'String':
      return orWrongShape(text);
    default:
      return orWrongShape(fc.constantFrom('', 'draft', 'toString', '__proto__', "'; --", 'DRAFT\u0000', 'Ｄ'));
  }
}

/** In place of a list: none, far too many, the same again and again, holes, and no list at all. */
export function hostileList(items: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const many = (length: number) => items.map((item) => Array.from({ length }, () => item));
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: many(2) },
    { weight: 1, arbitrary: many(1_001) },
    { weight: 1, arbitrary: fc.array(items, { minLength: 5, maxLength: 40 }) },
    { weight: 2, arbitrary: items },
    { weight: 1, arbitrary: fc.constantFrom(null, [null], [[]], {}, '[]') },
  );
}

/** In place of an input object. */
export const hostileObject: fc.Arbitrary<unknown> = fc.constantFrom(null, {}, [], [{}], '{}', { nothing: 1 }, 0);
