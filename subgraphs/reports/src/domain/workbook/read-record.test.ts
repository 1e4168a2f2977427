import type { ImportedCell, ImportedRecord, ImportedRow, ImportProblem } from '@hub/core';

import type { FieldValues } from '../field-value';
import { askedValues } from '../said-words';
import type { TemplateField } from '../template-field';
import { readRecord, withKept } from './read-record';
import { mainRow, tableRows, taskSheets } from './task-sheets';

const asked = { origin: { by: 'ASKED' }, required: false } as const;
const VISITS: TemplateField = {
  ...asked,
  key: 'visits',
  label: '走访',
  type: 'TABLE',
  columns: [
    { ...asked, key: 'on', label: '日期', type: 'DATE' },
    { ...asked, key: 'cost', label: '费用', type: 'MONEY' },
  ],
};
const FIELDS: readonly TemplateField[] = [
  { ...asked, key: 'held', label: '召开次数', type: 'NUMBER', measure: '次', required: true },
  { ...asked, key: 'spent', label: '支出', type: 'MONEY' },
  { ...asked, key: 'note', label: '说明', type: 'TEXT' },
  { ...asked, key: 'form', label: '形式', type: 'CHOICE', options: ['集中；分组', '线上', '线下'], multiple: true },
  { key: 'signed', label: '签收', type: 'NUMBER', required: false, origin: { by: 'PREFILLED', fact: 'receipts' } },
  { key: 'per', label: '均值', type: 'NUMBER', required: false, origin: { by: 'DERIVED', formula: 'held / signed' } },
  { ...asked, key: 'papers', label: '附件', type: 'FILE' },
  VISITS,
];
const REPORT_ID = '01980000-0000-7000-8000-0000000000f1';
const VALUES: FieldValues = {
  held: { type: 'NUMBER', number: '3' },
  spent: { type: 'MONEY', fen: 123450 },
  note: { type: 'TEXT', text: '=1+1\n第二行' },
  form: { type: 'CHOICE', choices: ['线上', '线下'] },
  signed: { type: 'NUMBER', number: '12' },
  papers: { type: 'FILE', fileIds: [REPORT_ID] },
  visits: { type: 'TABLE', rows: [{ on: { type: 'DATE', date: '2026-10-08' }, cost: { type: 'MONEY', fen: 5 } }, {}] },
};
const REPORT = {
  no: 2,
  reportId: REPORT_ID,
  organizationName: '机关党委',
  unitName: '市财政局',
  state: 'DRAFT',
  version: 7,
  dueAt: new Date('2026-11-05T18:00:00+08:00'),
  firstSubmittedAt: new Date('2026-11-06T09:30:00+08:00'),
  excellentAt: null,
} as const;

/** What a workbook with these rows would come back as. */
function record(): { no: string; rows: ImportedRow[] } {
  const sheets = taskSheets('FORM', FIELDS);
  const written = [mainRow('FORM', FIELDS, REPORT, VALUES), ...tableRows('FORM', VISITS, REPORT, VALUES)];
  const rows = written.map(({ cells }, index): ImportedRow => {
    const { key, name, columns } = sheets[index === 0 ? 0 : 1] ?? { key: '', name: '', columns: [] };
    const filled = columns.flatMap((column, at): [string, ImportedCell][] => {
      const cell = cells[at];
      return cell ? [[column.key, cell]] : [];
    });
    return { sheet: key, sheetName: name, number: index + 4, cells: Object.fromEntries(filled) };
  });
  return { no: '2', rows };
}

const withCell = (key: string, cell: ImportedCell, row = 0): ImportedRecord => {
  const given = record();
  const at = given.rows[row] as ImportedRow;
  given.rows[row] = { ...at, cells: { ...at.cells, [key]: cell } };
  return given;
};
const valuesIn = (given: ImportedRecord) => {
  const reading = readRecord(FIELDS, given);
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return reading.values;
};
const problemsIn = (given: ImportedRecord): readonly ImportProblem[] => {
  const reading = readRecord(FIELDS, given);
  return 'problems' in reading ? reading.problems : [];
};

test('a record that nobody changed says what the unit had written, and nothing that is locked', () => {
  const reading = readRecord(FIELDS, record());
  expect(reading).toMatchObject({ reportId: REPORT_ID, version: 7 });
  const { signed: _, ...own } = VALUES;
  const mine = askedValues(FIELDS, VALUES);
  expect(mine).toEqual(own);
  expect(withKept(FIELDS, mine, valuesIn(record()))).toEqual({
    ...own,
    visits: {
      type: 'TABLE',
      rows: [{ on: { type: 'DATE', date: '2026-10-08' }, cost: { type: 'MONEY', fen: 5 } }, {}],
    },
  });
});

test.each<[string, string, unknown]>([
  ['f.held', '１，２００', { type: 'NUMBER', number: '1200' }],
  ['f.held', ' 12.5 ', { type: 'NUMBER', number: '12.5' }],
  ['f.held', '很多', { type: 'NUMBER', number: '很多' }],
  ['f.spent', '1,234.5', { type: 'MONEY', fen: 123450 }],
  ['f.spent', '-0.01', { type: 'MONEY', fen: -1 }],
  ['f.form', '集中；分组', { type: 'CHOICE', choices: ['集中；分组'] }],
  ['f.form', '线上; 线下；', { type: 'CHOICE', choices: ['线上', '线下'] }],
])('%s written as %s is %j', (key, cell, value) => {
  expect(valuesIn(withCell(key, cell))[key.slice(2)]).toEqual(value);
});

test.each(['2026/10/8', '2026年10月8日', '2026.10.08', '２０２６-10-08'])('%s is a day', (cell) => {
  const { visits } = valuesIn(withCell('f.on', cell, 1));
  expect(visits).toMatchObject({ rows: [{ on: { date: '2026-10-08' } }, {}] });
});

test('a day that does not exist stays as it was written, to be refused', () => {
  expect(valuesIn(withCell('f.on', '2026-02-30', 1)).visits).toMatchObject({
    rows: [{ on: { date: '2026-02-30' } }, {}],
  });
});

test('an empty cell empties the field', () => {
  expect(valuesIn(withCell('f.note', ' '))).not.toHaveProperty('note');
});

test('what is locked is not read, whatever stands there', () => {
  for (const key of ['f.signed', 'f.per', 'f.papers']) {
    expect(valuesIn(withCell(key, { fault: 'FORMULA' }))).not.toHaveProperty(key.slice(2));
  }
});

const place = (sheetName: string, rowNumber: number) => ({ sheetName, rowNumber });

test.each<[string, ImportedRecord, object]>([
  [
    'a formula',
    withCell('f.held', { fault: 'FORMULA' }),
    { ...place('填报表', 4), label: '召开次数', reason: 'CELL_FORMULA' },
  ],
  ['an error of a formula', withCell('f.held', { fault: 'ERROR' }), { label: '召开次数', reason: 'CELL_ERROR' }],
  [
    'merged cells in a table',
    withCell('f.on', { fault: 'MERGED' }, 2),
    { ...place('走访', 6), label: '日期', reason: 'CELL_MERGED' },
  ],
  [
    'money with three decimals',
    withCell('f.cost', '1.005', 1),
    { ...place('走访', 5), label: '费用', reason: 'MONEY_FORM' },
  ],
  ['no number', { ...record(), no: '' }, { ...place('填报表', 4), label: '序号', reason: 'ROW_WITHOUT_NUMBER' }],
  ['rows of a table alone', { no: '9', rows: record().rows.slice(1) }, { ...place('走访', 5), reason: 'ROW_ORPHANED' }],
  ['a report twice', { no: '2', rows: [...record().rows, ...record().rows] }, { reason: 'ROW_TWICE' }],
  ['a report without an id', withCell('report_id', '2'), { ...place('填报表', 4), reason: 'ROW_FOREIGN' }],
  ['a report without a version', withCell('version', '七'), { reason: 'ROW_FOREIGN' }],
])('%s is a problem at its place, and nothing of the record is taken', (_, given, problem) => {
  const problems = problemsIn(given);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject(problem);
});

test('every fault of a record is told at once', () => {
  const given = withCell('f.held', { fault: 'FORMULA' });
  const broken = { ...given, rows: given.rows.map((row) => ({ ...row, cells: { ...row.cells, 'f.cost': '贵' } })) };
  expect(problemsIn(broken).map(({ reason, rowNumber }) => [reason, rowNumber])).toEqual([
    ['CELL_FORMULA', 4],
    ['MONEY_FORM', 5],
    ['MONEY_FORM', 6],
  ]);
});

test('a form locks what nobody fills in, and reports that may not be written as they stand', () => {
  const [main, table] = taskSheets('FORM', FIELDS);
  expect(main?.columns.filter(({ locked }) => !locked).map(({ key }) => key)).toEqual([
    'f.held',
    'f.spent',
    'f.note',
    'f.form',
  ]);
  expect(main?.columns.map(({ title }) => title)).toEqual(
    expect.arrayContaining(['召开次数（次） *', '支出（元）', '签收']),
  );
  expect([main?.protected, table?.protected]).toEqual([true, false]);
  expect(mainRow('FORM', FIELDS, REPORT, VALUES).locked).toBe(false);
  expect(mainRow('FORM', FIELDS, { ...REPORT, state: 'SUBMITTED' }, VALUES).locked).toBe(true);
});

test('results say who handed in when, and whether late', () => {
  const [main] = taskSheets('RESULTS', FIELDS);
  const { cells } = mainRow('RESULTS', FIELDS, { ...REPORT, state: 'ACCEPTED' }, VALUES);
  const shown = Object.fromEntries((main?.columns ?? []).map(({ title }, index) => [title, cells[index]]));
  expect(shown).toMatchObject({
    单位: '市财政局',
    党组织: '机关党委',
    状态: '已采纳',
    首次报送时间: '2026-11-06 09:30',
    按时情况: '迟报',
    签收: '12',
  });
  expect(tableRows('RESULTS', VISITS, REPORT, VALUES)[0]?.cells).toEqual([
    '市财政局',
    '机关党委',
    '2026-10-08',
    '0.05',
  ]);
});
