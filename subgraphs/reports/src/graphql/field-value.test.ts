import { DomainError } from '@hub/core';

import type { FieldValues } from '../domain/field-value';
import { field } from '../domain/testing/fields';
import { type ReportFieldInput, toFieldValues } from './field-value.input';
import { showFields } from './field-value.type';

const ID = '0189abcd-0000-7000-8000-000000000001';

const given = (key: string, value: Omit<ReportFieldInput, 'key'>): ReportFieldInput => ({ key, ...value });

test('what a client fills in becomes a value of the type it is given as', () => {
  const inputs = [
    given('text', { text: '一' }),
    given('number', { number: '12.50' }),
    given('fen', { fen: 0 }),
    given('date', { date: '2026-10-15' }),
    given('choices', { choices: ['是'] }),
    given('rows', { rows: [{ cells: [{ key: 'place', text: '第一社区' }] }] }),
    given('files', { fileIds: [ID] }),
    given('document', { documentId: ID }),
    given('unit', { unitId: ID }),
    given('organization', { organizationId: ID }),
    given('emptied', { text: null }),
  ];
  expect(toFieldValues(inputs)).toEqual({
    text: { type: 'TEXT', text: '一' },
    number: { type: 'NUMBER', number: '12.50' },
    fen: { type: 'MONEY', fen: 0 },
    date: { type: 'DATE', date: '2026-10-15' },
    choices: { type: 'CHOICE', choices: ['是'] },
    rows: { type: 'TABLE', rows: [{ place: { type: 'TEXT', text: '第一社区' } }] },
    files: { type: 'FILE', fileIds: [ID] },
    document: { type: 'DOCUMENT', documentId: ID },
    unit: { type: 'UNIT', unitId: ID },
    organization: { type: 'ORGANIZATION', organizationId: ID },
  });
});

test.each<[string, ReportFieldInput[], string[]]>([
  ['two things at once', [given('a', { text: '1', number: '1' })], ['a']],
  ['one field twice', [given('a', { text: '1' }), given('b', {}), given('a', { text: '2' })], ['a']],
  ['one field filled and emptied', [given('a', { text: '1' }), given('a', {})], ['a']],
  ['two things in a cell', [given('t', { rows: [{ cells: [{ key: 'a', text: '1', fen: 1 }] }] })], ['a']],
  [
    'a cell twice',
    [
      given('t', {
        rows: [
          {
            cells: [
              { key: 'a', fen: 1 },
              { key: 'a', fen: 1 },
            ],
          },
        ],
      }),
    ],
    ['a'],
  ],
])('%s is refused', (_, inputs, keys) => {
  const problems = problemsOf(() => toFieldValues(inputs));
  expect(problems).toEqual(keys.map((key) => expect.objectContaining({ key, reason: 'FIELD_GIVEN_TWICE' })));
});

function problemsOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError && error.reason === 'REPORT_FIELDS_INVALID') return error.details.problems;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the fields of a report', () => {
  const fields = [
    field('TEXT', { key: 'text', label: '问题', required: true, hint: '分条写明' }),
    field('NUMBER', { key: 'known', label: '签收', measure: '件', origin: { by: 'PREFILLED', fact: 'f' } }),
    field('NUMBER', { key: 'sum', label: '合计', origin: { by: 'DERIVED', formula: 'known' } }),
    field('TABLE', {
      key: 'visits',
      label: '走访',
      columns: [
        field('TEXT', { key: 'place', label: '地点', maxLength: 2 }),
        field('MONEY', { key: 'cost', label: '支出' }),
      ],
    }),
    field('FILE', { key: 'files' }),
    field('DOCUMENT', { key: 'document' }),
    field('UNIT', { key: 'unit' }),
    field('ORGANIZATION', { key: 'organization' }),
  ];

  test('stand in the order of the template with what they hold', () => {
    const values: FieldValues = {
      known: { type: 'NUMBER', number: '12' },
      visits: { type: 'TABLE', rows: [{ place: { type: 'TEXT', text: '一社' } }] },
      files: { type: 'FILE', fileIds: [ID] },
      document: { type: 'DOCUMENT', documentId: ID },
      unit: { type: 'UNIT', unitId: ID },
      organization: { type: 'ORGANIZATION', organizationId: ID },
    };
    const shown = showFields(fields, values);
    expect(shown.map(({ key }) => key)).toEqual(fields.map(({ key }) => key));
    const [text, known, sum, visits, files, document, unit, organization] = shown;
    expect(text).toMatchObject({ label: '问题', locked: false, required: true, hint: '分条写明', text: null });
    expect(known).toMatchObject({ origin: 'PREFILLED', locked: true, number: '12', measure: '件', problems: [] });
    expect(sum).toMatchObject({ origin: 'DERIVED', locked: true, number: null, problems: [] });
    expect(visits?.rows?.[0]?.cells.map(({ label, text: held, fen }) => [label, held, fen])).toEqual([
      ['地点', '一社', null],
      ['支出', null, null],
    ]);
    expect(files?.fileIds).toEqual([ID]);
    expect([document?.document, unit?.unit, organization?.organization]).toEqual([{ id: ID }, { id: ID }, { id: ID }]);
  });

  test('say what is still wrong, each of itself and a table of its cells', () => {
    const values: FieldValues = { visits: { type: 'TABLE', rows: [{ place: { type: 'TEXT', text: '第一社区' } }] } };
    const wrong = showFields(fields, values).flatMap(({ key, problems }) =>
      problems.map(({ reason }) => [key, reason]),
    );
    expect(wrong).toEqual([
      ['text', 'FIELD_REQUIRED'],
      ['visits', 'TEXT_TOO_LONG'],
    ]);
  });
});
