import type { FieldValue, FieldValues } from './field-value';
import { derive } from './formula';
import { FORMULA_LIMIT, FormulaSyntaxError, parseFormula } from './formula-syntax';
import { derived, field } from './testing/fields';

const number = (text: string): FieldValue => ({ type: 'NUMBER', number: text });

const FIELDS = ['a', 'b', 'c'].map((key) => field('NUMBER', { key, decimals: 2 }));

const computed = (formula: string, values: FieldValues, decimals = 0): string | null => {
  const value = derive([...FIELDS, derived('it', formula, { decimals })], values).it;
  return value?.type === 'NUMBER' ? value.number : null;
};

test.each<[string, Readonly<Record<string, string>>, number, string | null]>([
  ['a + b', { a: '1', b: '2' }, 0, '3'],
  ['a - b - c', { a: '1', b: '2', c: '3' }, 0, '-4'],
  ['a + b * c', { a: '1', b: '2', c: '3' }, 0, '7'],
  ['(a + b) * c', { a: '1', b: '2', c: '3' }, 0, '9'],
  ['a / b / c', { a: '12', b: '2', c: '3' }, 0, '2'],
  ['a / b * 100', { a: '1', b: '3' }, 2, '33.33'],
  ['-a + -(b - c)', { a: '1', b: '2', c: '5' }, 0, '2'],
  ['2 * 0.5', {}, 2, '1.00'],
  ['0.1 + 0.2', {}, 2, '0.30'],
  ['a + b', { a: '0.10', b: '0.20' }, 1, '0.3'],
  // Halves go away from zero.
  ['a / 2', { a: '1' }, 0, '1'],
  ['a / 2', { a: '-1' }, 0, '-1'],
  ['a / 8', { a: '1' }, 2, '0.13'],
  ['a / 3', { a: '1' }, 0, '0'],
  ['-a / 3', { a: '1' }, 0, '0'],
  ['a / (0 - 4)', { a: '2' }, 1, '-0.5'],
  ['a / b', { a: '1', b: '0' }, 2, null],
  ['a / (b - c)', { a: '1', b: '2', c: '2.00' }, 2, null],
  ['a + b', { a: '1' }, 0, null],
  ['a * b', { a: '999999999999999', b: '10' }, 0, null],
  ['a * b * c', { a: '999999999999999', b: '999999999999999', c: '0' }, 0, '0'],
])('%s with %j to %d places is %j', (formula, given, decimals, result) => {
  const values = Object.fromEntries(Object.entries(given).map(([key, text]) => [key, number(text)]));
  expect(computed(formula, values, decimals)).toBe(result);
});

test('a formula may stand on others, which count as they are shown', () => {
  const with3rds = (decimals: number) => [
    derived('share', 'third * 3', { decimals }),
    derived('third', 'a / 3', { decimals: 2 }),
  ];
  const shareTo = (decimals: number) => derive([...with3rds(decimals), ...FIELDS], { a: number('1') });
  expect(shareTo(0)).toEqual({ share: number('1'), third: number('0.33') });
  expect(shareTo(2)).toEqual({ share: number('0.99'), third: number('0.33') });
});

test('money is whole fen', () => {
  const fields = [
    field('MONEY', { key: 'dues' }),
    ...FIELDS,
    derived('each', 'dues / a', { type: 'MONEY' }),
    derived('rate', 'dues / each', { decimals: 1 }),
  ];
  expect(derive(fields, { dues: { type: 'MONEY', fen: 1000 }, a: number('3') })).toEqual({
    each: { type: 'MONEY', fen: 333 },
    rate: number('3.0'),
  });
  expect(derive(fields, { dues: { type: 'MONEY', fen: Number.MAX_SAFE_INTEGER }, a: number('0.01') })).toEqual({});
});

test('what a unit puts into a derived field is not looked at', () => {
  expect(computed('a', { a: number('1'), it: number('9') })).toBe('1');
});

test('a circle, if there were one, has no value', () => {
  expect(derive([derived('x', 'y'), derived('y', 'x')], {})).toEqual({});
});

test.each([
  ['', 1],
  ['   ', 4],
  ['a +', 4],
  ['+ a', 1],
  ['a b', 3],
  ['a ** b', 4],
  ['(a', 3],
  ['a)', 2],
  ['()', 2],
  ['a % b', 3],
  ['a.b', 2],
  ['A', 1],
  ['1e3', 2],
  ['１', 1],
  ['a; b', 2],
  ['process.exit()', 8],
  ['1'.repeat(16), 16],
  ['a+'.repeat(200), FORMULA_LIMIT + 1],
])('%j is no formula from character %d on', (text, at) => {
  expect(() => parseFormula(text)).toThrow(new FormulaSyntaxError(at));
});

test('parentheses as deep as a formula is long are read', () => {
  const deep = `${'('.repeat(149)}a${')'.repeat(149)}`;
  expect(parseFormula(deep)).toEqual({ key: 'a' });
});
