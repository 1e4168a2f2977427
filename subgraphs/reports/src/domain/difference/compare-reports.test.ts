import fc from 'fast-check';

import { type FieldValue, type FieldValues, figureOf, type TableRow } from '../field-value';
import { combine, type Fraction, fractionOf } from '../fraction';
import { field } from '../testing/fields';
import { compareReports } from './compare-reports';
import { compareTexts } from './compare-texts';
import type { FieldDifference, Passage, RowDifference, ValueDifference } from './difference';
import { identityOf, rowIdentity } from './value-identity';

const text = (content: string): FieldValue => ({ type: 'TEXT', text: content });
const number = (decimal: string): FieldValue => ({ type: 'NUMBER', number: decimal });
const money = (fen: number): FieldValue => ({ type: 'MONEY', fen });
const choice = (...choices: string[]): FieldValue => ({ type: 'CHOICE', choices });
const table = (...rows: TableRow[]): FieldValue => ({ type: 'TABLE', rows });

const COLUMNS = [field('TEXT', { key: 'who', label: '姓名' }), field('NUMBER', { key: 'times', label: '次数' })];
const FIELDS = [
  field('NUMBER', { key: 'held', label: '召开次数', decimals: 2 }),
  field('MONEY', { key: 'dues', label: '党费' }),
  field('TEXT', { key: 'body', label: '正文' }),
  field('CHOICE', { key: 'forms', label: '形式', multiple: true }),
  field('DATE', { key: 'on', label: '日期' }),
  field('TABLE', { key: 'visits', label: '走访', columns: COLUMNS }),
];

const compare = (from: FieldValues, to: FieldValues): FieldDifference[] =>
  compareReports({ fields: FIELDS, values: from }, { fields: FIELDS, values: to });

const visit = (who: string, times?: string): TableRow => ({
  who: text(who),
  ...(times === undefined ? {} : { times: number(times) }),
});

/** A row difference in short: its change, where it stands, and its cells. */
const rowInShort = ({ change, fromRow, toRow, cells }: RowDifference) => [
  change,
  fromRow,
  toRow,
  cells.map((cell) => `${cell.field.key} ${cell.change}`).join(),
];

describe('a figure', () => {
  test.each<[string, FieldValue, FieldValue, string, string | null]>([
    ['that grew', number('8'), number('12'), '4', '50.00'],
    ['that shrank', number('3'), number('2'), '-1', '-33.33'],
    ['with decimals', number('1.5'), number('1.25'), '-0.25', '-16.67'],
    ['of less than nothing', number('-4'), number('-2'), '2', '50.00'],
    ['that was 0 has no percent', number('0'), number('7'), '7', null],
    ['of money, in fen', money(10_000), money(12_345), '2345', '23.45'],
    ['of more digits than a float has', number('12345678901234567890'), number('12345678901234567891'), '1', '0.00'],
  ])('%s', (_, from, to, by, percent) => {
    const key = from.type === 'MONEY' ? 'dues' : 'held';
    expect(compare({ [key]: from }, { [key]: to })).toMatchObject([{ change: 'CHANGED', figure: { by, percent } }]);
  });

  test('that one side does not give is no 0', () => {
    expect(compare({}, { held: number('2') })).toMatchObject([{ change: 'ADDED', from: null, figure: null }]);
    expect(compare({ held: number('2') }, {})).toMatchObject([{ change: 'REMOVED', to: null, figure: null }]);
  });
});

test.each<[string, FieldValues, FieldValues]>([
  ['a number in another form', { held: number('12.50') }, { held: number('12.5') }],
  ['options in another order', { forms: choice('座谈', '走访') }, { forms: choice('走访', '座谈') }],
  ['the order in which a value says itself', { dues: { type: 'MONEY', fen: 1 } }, { dues: { fen: 1, type: 'MONEY' } }],
  [
    'a row whose cells come in another order',
    { visits: table({ who: text('甲'), times: number('1') }) },
    {
      visits: table({ times: number('1.0'), who: text('甲') }),
    },
  ],
])('%s is no difference', (_, from, to) => {
  expect(compare(from, to)).toEqual([]);
});

test('a text is told word by word', () => {
  const from = text('召开党员大会三次，讨论学习计划。');
  expect(compare({ body: from }, { body: text('召开党员大会五次，讨论整改计划。') })[0]?.passages).toEqual([
    { change: null, text: '召开党员大会' },
    { change: 'REMOVED', text: '三次' },
    { change: 'ADDED', text: '五次' },
    { change: null, text: '，讨论' },
    { change: 'REMOVED', text: '学习' },
    { change: 'ADDED', text: '整改' },
    { change: null, text: '计划。' },
  ]);
});

test('a text of which too much changed is told by lines, and then as a whole', () => {
  const line = (prefix: string) => Array.from({ length: 600 }, (_, index) => `${prefix}${index}`).join('，');
  const kept = '结尾相同';
  expect(compareTexts(`${line('旧')}\n${kept}`, `${line('新')}\n${kept}`)).toEqual([
    { change: 'REMOVED', text: `${line('旧')}\n` },
    { change: 'ADDED', text: `${line('新')}\n` },
    { change: null, text: kept },
  ]);
  const lines = (prefix: string) => line(prefix).replaceAll('，', '\n');
  expect(compareTexts(lines('旧'), lines('新'))).toEqual([
    { change: 'REMOVED', text: lines('旧') },
    { change: 'ADDED', text: lines('新') },
  ]);
});

describe('a table', () => {
  const rowsOf = (from: TableRow[], to: TableRow[]) =>
    compare({ visits: table(...from) }, { visits: table(...to) })[0]?.rows?.map(rowInShort);
  const [a, b, c] = [visit('甲', '1'), visit('乙', '2'), visit('丙', '3')];

  test.each<[string, TableRow[], TableRow[], unknown[]]>([
    ['gets a row between others', [a, c], [a, b, c], [['ADDED', null, 2, 'who ADDED,times ADDED']]],
    ['loses its first row', [a, b, c], [b, c], [['REMOVED', 1, null, 'who REMOVED,times REMOVED']]],
    ['has a cell changed', [a, b, c], [a, visit('乙', '5'), c], [['CHANGED', 2, 2, 'times CHANGED']]],
    ['has a cell emptied', [a], [visit('甲')], [['CHANGED', 1, 1, 'times REMOVED']]],
    [
      'has one row changed and one added in the same place',
      [a, c],
      [visit('甲', '9'), b, c],
      [
        ['CHANGED', 1, 1, 'times CHANGED'],
        ['ADDED', null, 2, 'who ADDED,times ADDED'],
      ],
    ],
    [
      'has rows that changed places',
      [a, b],
      [b, a],
      [
        ['REMOVED', 1, null, 'who REMOVED,times REMOVED'],
        ['ADDED', null, 2, 'who ADDED,times ADDED'],
      ],
    ],
  ])('%s', (_, from, to, rows) => {
    expect(rowsOf(from, to)).toEqual(rows);
  });

  test('that is new or gone is told with its rows', () => {
    expect(compare({}, { visits: table(a) })).toMatchObject([
      { change: 'ADDED', rows: [{ change: 'ADDED', toRow: 1 }] },
    ]);
    expect(compare({ visits: table(a) }, {})).toMatchObject([
      { change: 'REMOVED', rows: [{ change: 'REMOVED', fromRow: 1 }] },
    ]);
  });
});

test('fields of both versions of a template are compared, those of the later one first', () => {
  const gone = field('TEXT', { key: 'gone', label: '旧项' });
  const renamed = field('NUMBER', { key: 'held', label: '开会次数' });
  const visits = field('TABLE', { key: 'visits', columns: [field('TEXT', { key: 'who' })] });
  const earlier = { gone: text('旧'), held: number('1'), visits: table(visit('甲', '2')) };
  const later = { held: number('2'), visits: table(visit('甲')) };
  const differences = compareReports(
    { fields: [gone, ...FIELDS], values: earlier },
    { fields: [renamed, visits], values: later },
  );
  expect(differences.map(({ field: { label }, change }) => `${label} ${change}`)).toEqual([
    '开会次数 CHANGED',
    `${visits.label} CHANGED`,
    '旧项 REMOVED',
  ]);
  expect(differences[1]?.rows?.map(rowInShort)).toEqual([['CHANGED', 1, 1, 'times REMOVED']]);
});

// Any report against any other.

const decimal = fc
  .tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 0, max: 99 }))
  .map(([whole, part]) => `${whole}.${String(part).padStart(2, '0')}`);
const someText = fc
  .array(fc.constantFrom('召开', '支部', '大会', '，', '三次', '\n', 'a'), { minLength: 1 })
  .map((parts) => text(parts.join('')));
const row = fc.record(
  { who: fc.constantFrom('甲', '乙', '丙').map(text), times: fc.constantFrom('1', '2').map(number) },
  { requiredKeys: ['who'] },
) as fc.Arbitrary<TableRow>;
const report: fc.Arbitrary<FieldValues> = fc.record(
  {
    held: decimal.map(number),
    dues: fc.integer({ min: 0, max: 10_000 }).map(money),
    body: someText,
    forms: fc
      .uniqueArray(fc.constantFrom('座谈', '走访', '宣讲'), { minLength: 1 })
      .map((choices) => choice(...choices)),
    on: fc.constantFrom('2026-10-01', '2026-10-02').map((date): FieldValue => ({ type: 'DATE', date })),
    visits: fc.array(row, { minLength: 1, maxLength: 8 }).map((rows) => table(...rows)),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<FieldValues>;

const sideOf = (passages: readonly Passage[], without: Passage['change']): string =>
  passages
    .filter(({ change }) => change !== without)
    .map((passage) => passage.text)
    .join('');

const asFraction = (value: string): Fraction => fractionOf(value) as Fraction;

/** The later value out of the earlier one and what is told beside the two; itself where nothing finer is told. */
function later(from: FieldValue | null, difference: ValueDifference): FieldValue | null {
  const { to, figure, passages } = difference;
  if (passages) {
    expect(from).toEqual(text(sideOf(passages, 'ADDED')));
    return text(sideOf(passages, 'REMOVED'));
  }
  if (figure && from) {
    const sum = combine('+', asFraction(figureOf(from) ?? ''), asFraction(figure.by)) as Fraction;
    expect(combine('-', sum, asFraction(figureOf(to as FieldValue) ?? ''))?.over).toBe(0n);
  }
  return to;
}

function applied(values: FieldValues, differences: readonly ValueDifference[]): FieldValues {
  const result: Record<string, FieldValue> = { ...values };
  for (const difference of differences) {
    const { key } = difference.field;
    const value = later(values[key] ?? null, difference);
    if (value === null) delete result[key];
    else result[key] = value;
  }
  return result;
}

/** The rows of the later side, from the earlier ones and their differences alone. */
function appliedRows(from: readonly TableRow[], differences: readonly RowDifference[]): TableRow[] {
  const gone = new Set(differences.map(({ fromRow }) => fromRow));
  const stayed = from.filter((_, index) => !gone.has(index + 1));
  const placed = new Map(
    differences.flatMap(({ fromRow, toRow, cells }) =>
      toRow === null ? [] : [[toRow, applied(fromRow === null ? {} : (from[fromRow - 1] ?? {}), cells)] as const],
    ),
  );
  return Array.from(
    { length: stayed.length + placed.size },
    (_, index) => placed.get(index + 1) ?? (stayed.shift() as TableRow),
  );
}

const rowsOf = (value: FieldValue | undefined): readonly TableRow[] => (value?.type === 'TABLE' ? value.rows : []);

test('between a report and itself there is no difference', () => {
  fc.assert(fc.property(report, (values) => expect(compare(values, structuredClone(values))).toEqual([])));
});

test('what is told of two reports makes the later one of the earlier one', () => {
  fc.assert(
    fc.property(report, report, (from, to) => {
      const differences = compare(from, to);
      expect(rowIdentity(applied(from, differences))).toBe(rowIdentity(to));
      const visits = differences.find(({ field: { key } }) => key === 'visits');
      const rows = appliedRows(rowsOf(from.visits), visits?.rows ?? []);
      expect(identityOf(table(...rows))).toBe(identityOf(table(...rowsOf(to.visits))));
    }),
  );
});
