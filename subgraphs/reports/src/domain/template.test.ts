import { DomainError } from '@hub/core';

import { factOfLabel } from './fact-catalogue';
import { REPORT_KIND_NAMES } from './report-kind';
import { STARTER_TEMPLATES } from './starter-templates';
import { assertChanged, templateContent, templateName } from './template';
import { type FieldType, isAsked, type TemplateField } from './template-field';
import type { TemplateProblem } from './template-problem';
import { derived, field } from './testing/fields';

const problemsOf = (fields: readonly TemplateField[], earlier?: ReadonlyMap<string, FieldType>): TemplateProblem[] => {
  try {
    templateContent({ fields, minutes: 10 }, earlier);
    return [];
  } catch (error) {
    if (error instanceof DomainError && error.reason === 'TEMPLATE_FIELDS_INVALID') {
      return error.details.problems as TemplateProblem[];
    }
    throw error;
  }
};

const reasonsOf = (...fields: TemplateField[]): string[] => problemsOf(fields).map(({ reason }) => reason);

const refused = (reason: string) => expect.objectContaining({ reason });

describe('fields', () => {
  test('there is one at least, and a hundred at most', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => field('TEXT', { key: `k${index}`, label: `项目${index}` }));
    expect(reasonsOf()).toEqual(['FIELDS_REQUIRED']);
    expect(reasonsOf(...many(100))).toEqual([]);
    expect(reasonsOf(...many(101))).toEqual(['FIELDS_TOO_MANY']);
  });

  test.each(['a', 'meetings_held_2', 'k'.repeat(40), 'constructor'])('%s is a key', (key) => {
    expect(reasonsOf(field('TEXT', { key }))).toEqual([]);
  });

  test.each(['', 'A', '1a', '_a', 'a-b', 'a b', '会议', 'a.b', '__proto__', 'k'.repeat(41), 'k'.repeat(1_000_000)])(
    'what is no key is refused: %#',
    (key) => {
      const [problem, ...others] = problemsOf([field('TEXT', { key })]);
      expect([problem?.reason, others]).toEqual(['KEY_FORM', []]);
      expect((problem?.key ?? '').length).toBeLessThanOrEqual(40);
    },
  );

  test.each(['', ' ', '长'.repeat(61), '长'.repeat(1_000_000), '甲\u0000', '甲\n乙', '（）', '。'])(
    'what is no label is refused: %#',
    (label) => {
      expect(reasonsOf(field('TEXT', { label }))).toEqual(['LABEL_FORM']);
    },
  );

  test('keys and labels are there once, labels without what is only form', () => {
    const first = field('NUMBER', { key: 'a', label: '参会人数' });
    expect(reasonsOf(first, field('NUMBER', { key: 'a', label: '次数' }))).toEqual(['KEY_TAKEN']);
    expect(reasonsOf(first, field('NUMBER', { key: 'b', label: '参会人数（人）' }))).toEqual(['LABEL_TAKEN']);
    expect(reasonsOf(first, field('NUMBER', { key: 'b', label: '参会次数' }))).toEqual([]);
  });

  test('a key keeps its type over all versions', () => {
    const earlier = new Map<string, FieldType>([['it', 'NUMBER']]);
    expect(problemsOf([field('NUMBER')], earlier)).toEqual([]);
    expect(problemsOf([field('TEXT')], earlier)).toEqual([
      expect.objectContaining({ reason: 'KEY_TYPE_CHANGED', message: '“某项”的项目代码以前用于数字，请换一个代码。' }),
    ]);
  });
});

const column = (change: Partial<TemplateField> = {}) => field('TEXT', { key: 'c', label: '栏', ...change });

test.each<[FieldType, Partial<TemplateField>, string[]]>([
  ['TEXT', { minLength: 300, maxLength: 800, hint: '分条写明' }, []],
  ['TEXT', { maxLength: 20_000 }, []],
  ['TEXT', { maxLength: 20_001 }, ['LENGTH_RANGE']],
  ['TEXT', { maxLength: 0 }, ['LENGTH_RANGE']],
  ['TEXT', { minLength: -1 }, ['LENGTH_RANGE']],
  ['TEXT', { minLength: 2, maxLength: 1 }, ['LENGTH_RANGE']],
  ['TEXT', { maxLength: Number.NaN }, ['LENGTH_RANGE']],
  ['TEXT', { hint: '长'.repeat(501) }, ['TEXT_FORM']],
  ['TEXT', { hint: '甲\u202e乙' }, ['TEXT_FORM']],
  ['TEXT', { options: ['一', '二'] }, ['SETTING_OF_OTHER_TYPE']],
  ['TEXT', { columns: [column()] }, ['SETTING_OF_OTHER_TYPE']],
  ['TEXT', { decimals: 0 }, ['SETTING_OF_OTHER_TYPE']],
  ['NUMBER', { decimals: 6, min: -1.5, max: 1.5, measure: '%' }, []],
  ['NUMBER', { decimals: 7 }, ['DECIMALS_RANGE']],
  ['NUMBER', { decimals: 0.5 }, ['DECIMALS_RANGE']],
  ['NUMBER', { min: 2, max: 1 }, ['LIMITS_RANGE']],
  ['NUMBER', { max: Number.NaN }, ['LIMITS_RANGE']],
  ['NUMBER', { max: Number.POSITIVE_INFINITY }, ['LIMITS_RANGE']],
  ['NUMBER', { measure: '长'.repeat(11) }, ['TEXT_FORM']],
  ['NUMBER', { maxLength: 5 }, ['SETTING_OF_OTHER_TYPE']],
  ['MONEY', { min: 0, max: 5_000_000_000 }, []],
  ['MONEY', { min: 0.5 }, ['LIMITS_RANGE']],
  ['MONEY', { decimals: 2 }, ['SETTING_OF_OTHER_TYPE']],
  ['DATE', {}, []],
  ['DATE', { min: 1 }, ['SETTING_OF_OTHER_TYPE']],
  ['CHOICE', { options: ['是', '否'], multiple: true }, []],
  ['CHOICE', {}, ['OPTIONS_FORM']],
  ['CHOICE', { options: ['是'] }, ['OPTIONS_FORM']],
  ['CHOICE', { options: ['是', '是'] }, ['OPTIONS_FORM']],
  ['CHOICE', { options: ['是', ''] }, ['OPTIONS_FORM']],
  ['CHOICE', { options: Array.from({ length: 51 }, (_, index) => `选项${index}`) }, ['OPTIONS_FORM']],
  ['CHOICE', { options: ['是', '长'.repeat(61)] }, ['TEXT_FORM']],
  ['TABLE', { columns: [column(), column({ key: 'd', label: '另一栏', type: 'MONEY' })], maxRows: 1000 }, []],
  ['TABLE', {}, ['COLUMNS_FORM']],
  ['TABLE', { columns: [] }, ['COLUMNS_FORM']],
  [
    'TABLE',
    { columns: Array.from({ length: 21 }, (_, index) => column({ key: `c${index}`, label: `栏${index}` })) },
    ['COLUMNS_FORM'],
  ],
  ['TABLE', { columns: [column()], maxRows: 1001 }, ['ROWS_RANGE']],
  ['TABLE', { columns: [column()], maxRows: 0 }, ['ROWS_RANGE']],
  ['TABLE', { columns: [column(), column()] }, ['KEY_TAKEN', 'LABEL_TAKEN']],
  ['TABLE', { columns: [column({ type: 'FILE' })] }, ['COLUMN_TYPE']],
  ['TABLE', { columns: [column({ type: 'TABLE', columns: [column()] })] }, ['COLUMN_TYPE']],
  ['TABLE', { columns: [column({ type: 'UNIT' })] }, ['COLUMN_TYPE']],
  ['TABLE', { columns: [column({ type: 'CHOICE' })] }, ['OPTIONS_FORM']],
  ['TABLE', { columns: [column({ origin: { by: 'PREFILLED', fact: 'unit.name' } })] }, ['COLUMN_NOT_ASKED']],
  ['FILE', { maxFiles: 20 }, []],
  ['FILE', { maxFiles: 21 }, ['FILES_RANGE']],
  ['DOCUMENT', {}, []],
  ['UNIT', {}, []],
  ['ORGANIZATION', {}, []],
])('a field of type %s with %j: %j', (type, change, reasons) => {
  expect(reasonsOf(field(type, change))).toEqual(reasons);
});

describe('what the hub holds', () => {
  test.each<[FieldType, string, string[]]>([
    ['NUMBER', 'members.total', []],
    ['TEXT', 'unit.name', []],
    ['TEXT', 'members.total', ['FACT_TYPE']],
    ['NUMBER', 'members', ['FACT_UNKNOWN']],
    ['NUMBER', '', ['FACT_UNKNOWN']],
    ['NUMBER', 'constructor', ['FACT_UNKNOWN']],
  ])('a %s from %s: %j', (type, fact, reasons) => {
    expect(reasonsOf(field(type, { origin: { by: 'PREFILLED', fact } }))).toEqual(reasons);
  });
});

describe('formulas', () => {
  const a = field('NUMBER', { key: 'a', label: '甲' });
  const b = field('NUMBER', { key: 'b', label: '乙' });
  const dues = field('MONEY', { key: 'dues', label: '党费' });
  const text = field('TEXT', { key: 'text', label: '文字' });

  test.each<[string, TemplateField, string[]]>([
    ['of numbers', derived('x', '(a + b) / 2'), []],
    ['of numbers alone', derived('x', '1 + 1'), []],
    ['of money', derived('x', 'dues / a', { type: 'MONEY' }), []],
    ['of a share of money', derived('x', 'dues / dues * 100'), []],
    ['that is none', derived('x', 'a +'), ['FORMULA_SYNTAX']],
    ['that is code', derived('x', 'a.constructor("return 1")()'), ['FORMULA_SYNTAX']],
    ['of a field that is not there', derived('x', 'a + c'), ['FORMULA_KEY']],
    ['of what every object has', derived('x', 'a + constructor'), ['FORMULA_KEY']],
    ['of a text', derived('x', 'a + text'), ['FORMULA_KEY']],
    ['of itself', derived('x', 'x + a'), ['FORMULA_CYCLE']],
    ['in a text', derived('x', 'a', { type: 'TEXT' }), ['DERIVED_TYPE']],
    ['of money and numbers', derived('x', 'dues + a', { type: 'MONEY' }), ['FORMULA_MONEY']],
    ['of money and yuan', derived('x', 'dues + 100', { type: 'MONEY' }), ['FORMULA_MONEY']],
    ['of money as a number', derived('x', 'dues * a'), ['FORMULA_MONEY']],
    ['of a number as money', derived('x', 'a * b', { type: 'MONEY' }), ['FORMULA_MONEY']],
    ['of money by money', derived('x', 'dues * dues', { type: 'MONEY' }), ['FORMULA_MONEY']],
  ])('%s: %j', (_, formula, reasons) => {
    expect(reasonsOf(a, b, dues, text, formula)).toEqual(reasons);
  });

  test('a circle is refused for each that is in it, and not for what stands on it', () => {
    const fields = [derived('x', 'y + a'), derived('y', 'z'), derived('z', 'x'), derived('w', 'x')];
    expect(problemsOf([a, ...fields]).map(({ key, reason }) => [key, reason])).toEqual([
      ['x', 'FORMULA_CYCLE'],
      ['y', 'FORMULA_CYCLE'],
      ['z', 'FORMULA_CYCLE'],
    ]);
  });

  test('the place where it cannot be read is told', () => {
    const [problem] = problemsOf([a, derived('x', 'a $ 2')]);
    expect(problem?.message).toBe('“x”的计算公式自第 3 个字符起无法识别。');
  });
});

describe('a template', () => {
  test.each([
    [' 党建月报\n', '党建月报'],
    ['月报', '月报'],
  ])('%j is called %j', (raw, name) => {
    expect(templateName(raw)).toBe(name);
  });

  test.each(['', '月', '长'.repeat(101), '长'.repeat(10_000_000), '月\u0000报', '月\n报'])(
    'what is no name is refused: %#',
    (raw) => {
      expect(() => templateName(raw)).toThrow(refused('TEMPLATE_NAME_INVALID'));
    },
  );

  test.each([0, 10_001, 1.5, Number.NaN])('%d minutes are none', (minutes) => {
    expect(() => templateContent({ fields: [field('TEXT')], minutes })).toThrow(refused('TEMPLATE_MINUTES_INVALID'));
  });

  test('is kept tidy', () => {
    const { fields, note } = templateContent({
      fields: [field('TEXT', { label: ' 某项 ', hint: '一\r\n二 ' })],
      minutes: 1,
      note: ' ',
    });
    expect([fields[0]?.label, fields[0]?.hint, note]).toEqual(['某项', '一\n二', null]);
  });

  test('is changed by a field, its order, the minutes or the note, and by nothing else', () => {
    const [a, b] = [field('TEXT', { key: 'a', label: '甲' }), field('TEXT', { key: 'b', label: '乙' })];
    const content = { fields: [a, b], minutes: 10, note: null };
    const turned = Object.fromEntries(Object.entries(a).reverse()) as unknown as TemplateField;
    expect(() => assertChanged(content, { ...content, fields: [turned, b] })).toThrow(refused('TEMPLATE_UNCHANGED'));
    for (const change of [{ fields: [b, a] }, { fields: [a] }, { minutes: 11 }, { note: '说明' }]) {
      expect(() => assertChanged(content, { ...content, ...change })).not.toThrow();
    }
  });

  test('with a thousand problems says fifty', () => {
    const fields = Array.from({ length: 100 }, () => field('TEXT', { key: 'A', label: '' }));
    expect(problemsOf(fields)).toHaveLength(50);
  });
});

describe('the starter templates', () => {
  test('there is one for each kind of report', () => {
    expect(STARTER_TEMPLATES.map(({ kind }) => kind).sort()).toEqual(Object.keys(REPORT_KIND_NAMES).sort());
  });

  test.each(STARTER_TEMPLATES.map((each) => [each.name, each] as const))('%s can be published', (name, starter) => {
    expect(templateName(name)).toBe(name);
    expect(templateContent(starter)).toMatchObject({ fields: starter.fields, note: starter.note });
  });

  test.each(STARTER_TEMPLATES.map((each) => [each.name, each] as const))(
    '%s asks for nothing that is known',
    (_, { fields }) => {
      expect(fields.filter((each) => isAsked(each) && factOfLabel(each.label) !== undefined)).toEqual([]);
    },
  );
});
