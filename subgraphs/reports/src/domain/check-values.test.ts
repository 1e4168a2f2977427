import { assertValues, CONTENT_LIMIT, checkValues, PROBLEM_LIMIT } from './check-values';
import type { FieldValue, FieldValues } from './field-value';
import { FIELD_TYPE_NAMES, type FieldType, type TemplateField } from './template-field';
import { field } from './testing/fields';
import { tidyValues } from './tidy-values';

const ID = '0189abcd-0000-7000-8000-000000000001';

const VALUES: Readonly<Record<FieldType, FieldValue>> = {
  TEXT: { type: 'TEXT', text: '召开支部党员大会' },
  NUMBER: { type: 'NUMBER', number: '12' },
  MONEY: { type: 'MONEY', fen: 1250 },
  DATE: { type: 'DATE', date: '2026-02-28' },
  CHOICE: { type: 'CHOICE', choices: ['是'] },
  TABLE: { type: 'TABLE', rows: [{ place: { type: 'TEXT', text: '第一社区' } }] },
  FILE: { type: 'FILE', fileIds: [ID] },
  DOCUMENT: { type: 'DOCUMENT', documentId: ID },
  UNIT: { type: 'UNIT', unitId: ID },
  ORGANIZATION: { type: 'ORGANIZATION', organizationId: ID },
};

const types = Object.keys(FIELD_TYPE_NAMES) as FieldType[];
const ofType = (type: FieldType, change: Partial<TemplateField> = {}): TemplateField =>
  field(type, {
    options: ['是', '否'],
    columns: [
      field('TEXT', { key: 'place', label: '地点', maxLength: 10 }),
      field('NUMBER', { key: 'count', label: '人数', min: 0, required: true }),
    ],
    ...change,
  });

const reasonsOf = (fields: readonly TemplateField[], values: FieldValues, complete = false) =>
  checkValues(fields, tidyValues(values), { complete }).map(({ reason }) => reason);

describe.each(types)('a field of type %s', (type) => {
  test('takes a value of its own', () => {
    expect(reasonsOf([ofType(type)], { it: VALUES[type] })).toEqual([]);
  });

  test.each(types.filter((other) => other !== type))('takes no %s', (other) => {
    expect(reasonsOf([ofType(type)], { it: VALUES[other] })).toEqual(['FIELD_TYPE']);
  });

  test('is missed only when it is handed in, and only where it is required', () => {
    expect(reasonsOf([ofType(type, { required: true })], {})).toEqual([]);
    expect(reasonsOf([ofType(type, { required: true })], {}, true)).toEqual(['FIELD_REQUIRED']);
    expect(reasonsOf([ofType(type)], {}, true)).toEqual([]);
  });

  test.each([
    { by: 'PREFILLED', fact: 'receipts.acknowledged' },
    { by: 'DERIVED', formula: 'a + b' },
  ] as const)('that is not asked for is locked, and its absence is nobody’s fault: %j', (origin) => {
    const locked = ofType(type, { origin, required: true });
    expect(reasonsOf([locked], { it: VALUES[type] })).toEqual(['FIELD_LOCKED']);
    expect(reasonsOf([locked], {}, true)).toEqual([]);
  });
});

const HUGE = '字'.repeat(10_000_000);

test.each<[string, Partial<TemplateField>, string, string[]]>([
  ['as long as it may be', { maxLength: 3 }, '一二𠮷', []],
  ['one character longer', { maxLength: 3 }, '一二三四', ['TEXT_TOO_LONG']],
  ['without a limit of its own', {}, '字'.repeat(5001), ['TEXT_TOO_LONG']],
  ['of ten megabytes', { maxLength: 20_000 }, HUGE, ['CONTENT_TOO_LONG', 'TEXT_TOO_LONG']],
  ['with NUL', {}, '甲\u0000乙', ['CONTROL_CHARACTERS']],
  ['with half a surrogate pair', {}, '甲\ud800乙', ['CONTROL_CHARACTERS']],
  ['with a direction override', {}, '甲\u202e乙', ['CONTROL_CHARACTERS']],
])('a text %s', (_, change, text, reasons) => {
  expect(reasonsOf([field('TEXT', change)], { it: { type: 'TEXT', text } })).toEqual(reasons);
});

test('a text may be short until it is handed in', () => {
  const info = field('TEXT', { minLength: 3 });
  expect(reasonsOf([info], { it: { type: 'TEXT', text: '一二' } })).toEqual([]);
  expect(reasonsOf([info], { it: { type: 'TEXT', text: '一二' } }, true)).toEqual(['TEXT_TOO_SHORT']);
  expect(reasonsOf([info], { it: { type: 'TEXT', text: '一二三' } }, true)).toEqual([]);
});

test.each<[string, Partial<TemplateField>, string[]]>([
  ['0', {}, []],
  ['-3', {}, []],
  ['12.50', { decimals: 2 }, []],
  ['999999999999999', {}, []],
  ['1', { min: 1, max: 1 }, []],
  ['NaN', {}, ['NUMBER_FORM']],
  ['Infinity', {}, ['NUMBER_FORM']],
  ['1e400', {}, ['NUMBER_FORM']],
  ['0x10', {}, ['NUMBER_FORM']],
  ['1,234', {}, ['NUMBER_FORM']],
  ['.5', { decimals: 1 }, ['NUMBER_FORM']],
  ['5.', { decimals: 1 }, ['NUMBER_FORM']],
  ['十二', {}, ['NUMBER_FORM']],
  ['1 2', {}, ['NUMBER_FORM']],
  ['--1', {}, ['NUMBER_FORM']],
  ['1\n', {}, []],
  ['1000000000000000', {}, ['NUMBER_DIGITS']],
  ['12.5', {}, ['NUMBER_DECIMALS']],
  ['12.555', { decimals: 2 }, ['NUMBER_DECIMALS']],
  ['-1', { min: 0 }, ['NUMBER_BELOW']],
  ['101', { max: 100 }, ['NUMBER_ABOVE']],
  ['100.01', { max: 100, decimals: 2 }, ['NUMBER_ABOVE']],
])('the number %j with %j: %j', (number, change, reasons) => {
  expect(reasonsOf([field('NUMBER', change)], { it: { type: 'NUMBER', number } })).toEqual(reasons);
});

test('a number of a hundred thousand digits is none', () => {
  const values: FieldValues = { it: { type: 'NUMBER', number: '9'.repeat(100_000) } };
  expect(reasonsOf([field('NUMBER')], values)).toEqual(['NUMBER_FORM']);
});

test.each<[number, Partial<TemplateField>, string[]]>([
  [0, {}, []],
  [Number.MAX_SAFE_INTEGER, {}, []],
  [-5, { min: 0 }, ['NUMBER_BELOW']],
  [501, { max: 500 }, ['NUMBER_ABOVE']],
  [0.5, {}, ['MONEY_FORM']],
  [Number.NaN, {}, ['MONEY_FORM']],
  [Number.POSITIVE_INFINITY, {}, ['MONEY_FORM']],
  [2 ** 53, {}, ['MONEY_FORM']],
])('%d fen with %j: %j', (fen, change, reasons) => {
  expect(reasonsOf([field('MONEY', change)], { it: { type: 'MONEY', fen } })).toEqual(reasons);
});

test('limits of money are told in yuan', () => {
  const values: FieldValues = { it: { type: 'MONEY', fen: 501 } };
  const [problem] = checkValues([field('MONEY', { max: 500 })], values, { complete: false });
  expect(problem?.message).toBe('“某项”不得大于 5.00 元。');
});

test.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-1-5', '2026-10-15T00:00:00Z', '今天', ''])(
  'the date %j does not exist',
  (date) => {
    expect(reasonsOf([field('DATE')], { it: { type: 'DATE', date } })).toEqual(['DATE_INVALID']);
  },
);

test.each<[string[], Partial<TemplateField>, string[]]>([
  [['是'], {}, []],
  [['是', '否'], { multiple: true }, []],
  [['是', '是'], {}, []],
  [['也许'], {}, ['CHOICE_UNKNOWN']],
  [['是', '否'], {}, ['CHOICE_SINGLE']],
  [['也许', '否'], {}, ['CHOICE_UNKNOWN', 'CHOICE_SINGLE']],
  [['constructor'], {}, ['CHOICE_UNKNOWN']],
])('the choices %j with %j: %j', (choices, change, reasons) => {
  expect(reasonsOf([ofType('CHOICE', change)], { it: { type: 'CHOICE', choices } })).toEqual(reasons);
});

test.each<[string, Partial<TemplateField>, readonly string[], string[]]>([
  ['as many as it may be', { maxFiles: 1 }, [ID], []],
  ['the same twice', { maxFiles: 1 }, [ID, ID], []],
  ['too many', { maxFiles: 1 }, [ID, ID.replace(/1$/, '2')], ['FILE_TOO_MANY']],
  ['no id', {}, ['../../etc/passwd'], ['ID_INVALID']],
])('files: %s', (_, change, fileIds, reasons) => {
  expect(reasonsOf([field('FILE', change)], { it: { type: 'FILE', fileIds } })).toEqual(reasons);
});

test.each<FieldValue>([
  { type: 'DOCUMENT', documentId: '1' },
  { type: 'UNIT', unitId: ID.toUpperCase() },
  { type: 'ORGANIZATION', organizationId: '' },
])('%j names nothing', (value) => {
  expect(reasonsOf([field(value.type)], { it: value })).toEqual(['ID_INVALID']);
});

describe('a table', () => {
  const rows = (...given: FieldValues[]): FieldValues => ({ it: { type: 'TABLE', rows: given } });
  const place = (text: string): FieldValue => ({ type: 'TEXT', text });
  const count = (number: string): FieldValue => ({ type: 'NUMBER', number });

  test('names the row and the column of what is wrong', () => {
    const values = rows(
      { place: place('第一社区'), count: count('3') },
      { place: place('第二社区'), count: count('-3') },
    );
    expect(checkValues([ofType('TABLE', { label: '走访' })], values, { complete: true })).toEqual([
      {
        key: 'it[2].count',
        label: '走访（第2行 人数）',
        reason: 'NUMBER_BELOW',
        message: '“走访（第2行 人数）”不得小于 0。',
      },
    ]);
  });

  test.each<[string, FieldValues, boolean, string[]]>([
    ['a column that it does not have', rows({ colour: place('红') }), false, ['FIELD_UNKNOWN']],
    ['a text in a column of numbers', rows({ count: place('三') }), false, ['FIELD_TYPE']],
    ['a table in a table', rows({ place: { type: 'TABLE', rows: [{ place: place('一') }] } }), false, ['FIELD_TYPE']],
    ['a row without what is required', rows({ place: place('一') }), true, ['FIELD_REQUIRED']],
    ['the same before it is handed in', rows({ place: place('一') }), false, []],
    ['blank rows only', rows({}, { place: place(' ') }), true, []],
  ])('%s', (_, values, complete, reasons) => {
    expect(reasonsOf([ofType('TABLE')], values, complete)).toEqual(reasons);
  });

  test('has so many rows and no more, and what is beyond is not looked at', () => {
    const many = rows(...Array.from({ length: 4 }, () => ({ count: count('x') })));
    expect(reasonsOf([ofType('TABLE', { maxRows: 3 })], many)).toEqual([
      'TABLE_TOO_LONG',
      'NUMBER_FORM',
      'NUMBER_FORM',
      'NUMBER_FORM',
    ]);
  });

  test('of a hundred thousand wrong rows is answered with a list that a person reads', () => {
    const many = rows(...Array.from({ length: 100_000 }, () => ({ count: count('x') })));
    expect(reasonsOf([ofType('TABLE', { maxRows: 1000 })], many)).toHaveLength(PROBLEM_LIMIT);
  });
});

test.each(['colour', '__proto__', 'constructor', 'toString'])('a key %s that no field has is unknown', (key) => {
  const values = Object.fromEntries([[key, VALUES.TEXT]]);
  expect(reasonsOf([field('TEXT')], values)).toEqual(['FIELD_UNKNOWN']);
});

test('a field called constructor has no value of its own accord', () => {
  expect(reasonsOf([field('TEXT', { key: 'constructor', required: true })], {}, true)).toEqual(['FIELD_REQUIRED']);
});

test('an unknown key is not echoed at length', () => {
  const [problem] = checkValues([], { ['k'.repeat(1_000_000)]: VALUES.TEXT }, { complete: false });
  expect(problem?.key).toHaveLength(40);
});

test('texts have a limit together', () => {
  const fields = Array.from({ length: 16 }, (_, index) => field('TEXT', { key: `t${index}`, maxLength: 20_000 }));
  const values = Object.fromEntries(
    fields.map(({ key }): [string, FieldValue] => [key, { type: 'TEXT', text: '字'.repeat(CONTENT_LIMIT / 16) }]),
  );
  expect(reasonsOf(fields, values)).toEqual([]);
  expect(reasonsOf(fields, { ...values, t0: { type: 'TEXT', text: '字'.repeat(CONTENT_LIMIT / 16 + 1) } })).toEqual([
    'CONTENT_TOO_LONG',
  ]);
});

test('what is right is handed on as the hub keeps it, what is wrong is refused with every problem', () => {
  const fields = [field('TEXT', { key: 'text', label: '问题' }), field('NUMBER', { key: 'number', label: '次数' })];
  const given: FieldValues = {
    text: { type: 'TEXT', text: ' \r\n一、e\u0301\r\n' },
    number: { type: 'NUMBER', number: ' +００7 ' },
  };
  expect(assertValues(fields, given, { complete: true })).toEqual({
    text: { type: 'TEXT', text: '一、\u00e9' },
    number: { type: 'NUMBER', number: '7' },
  });
  expect(() => assertValues(fields, { number: VALUES.TEXT, other: VALUES.TEXT }, { complete: false })).toThrow(
    expect.objectContaining({
      reason: 'REPORT_FIELDS_INVALID',
      message: '填报内容有 2 处不正确：“次数”须填数字。',
      details: expect.objectContaining({
        problems: [
          { key: 'number', label: '次数', reason: 'FIELD_TYPE', message: '“次数”须填数字。' },
          { key: 'other', label: 'other', reason: 'FIELD_UNKNOWN', message: '“other”不是本模板的项目。' },
        ],
      }),
    }),
  );
});
