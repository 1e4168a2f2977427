import { DomainError, type ImportedRecord, type ImportProblem } from '@hub/core';
import { type WrittenSheet, writeWorkbook } from '@hub/sheets';

import { CLERK, Harness } from '../../testing/harness';
import { rowsOfSheet } from '../../testing/sheet-cells';
import { StubExportLog } from '../../testing/stub-export-log';
import { XLSX } from '../http/files/office-types';
import type { Asked, Subject, WorkbookPlan, Workbooks } from './workbooks.type';

const TASK = '01980000-0000-7000-8000-0000000000f1';
const PATH = `/workbooks/report-tasks/${TASK}`;

const COLUMNS = [
  { key: 'no', title: '序号', format: 'TEXT', locked: false, hidden: false },
  { key: 'f.count', title: '次数', format: 'NUMBER', locked: false, hidden: false },
  { key: 'f.note', title: '说明', format: 'TEXT', locked: false, hidden: false },
] as const;

const ROWS_ALONE = 20;

const PLAN: WorkbookPlan = {
  name: '十月月报',
  mark: `report-task ${TASK} 2`,
  rows: 2,
  sheets: [
    { key: 'main', name: '填报表', form: true, protected: true, columns: COLUMNS },
    { key: 'f.visits', name: '走访', form: true, protected: false, columns: COLUMNS.slice(0, 2) },
  ],
};

/** A subgraph that gives two pages of two rows and notes what comes in. */
class StubWorkbooks implements Workbooks {
  readonly begun: { subject: Subject; name: string; mark: string; actor: string }[] = [];
  readonly batches: (readonly ImportedRecord[])[] = [];
  refusal: Error | null = null;
  problems: readonly ImportProblem[] = [];
  pages = 0;
  /** What the plan says, and how many the first page has. */
  rows: readonly [said: number, real: number] = [2, 1];

  get records() {
    return this.batches.flat();
  }

  plan = async () => ({ ...PLAN, rows: this.rows[0] });

  page = async ({ actor }: Asked, _: Subject, sheet: string, after: string | null) => {
    this.pages += 1;
    if (this.refusal) throw this.refusal;
    expect(actor.postId).toBe(CLERK.postId);
    if (sheet !== 'main') return { rows: [], endCursor: null };
    const cells = after === null ? ['1', '3', '=1+1'] : ['2', null, '乙'];
    const rows = Array.from({ length: after === null ? this.rows[1] : 1 }, () => ({ cells }));
    return { rows, endCursor: after === null ? 'next' : null };
  };

  beginImport = async ({ actor }: Asked, subject: Subject, file: { name: string; mark: string }) => {
    if (this.refusal) throw this.refusal;
    this.begun.push({ subject, ...file, actor: actor.displayName });
    return 'import-1';
  };

  importRecords = async (_: Asked, __: string, records: readonly ImportedRecord[]) => {
    this.batches.push(records);
    return this.problems;
  };

  finishImport = async (_: Asked, importId: string) => ({
    importId,
    records: this.records.length,
    saved: this.records.length - this.problems.length,
    unchanged: 0,
    refused: this.problems.length,
  });
}

let stub: StubWorkbooks;
const log = new StubExportLog();
const h = new Harness();

beforeAll(async () => {
  const through: Workbooks = {
    plan: () => stub.plan(),
    page: (...given) => stub.page(...given),
    beginImport: (...given) => stub.beginImport(...given),
    importRecords: (...given) => stub.importRecords(...given),
    finishImport: (...given) => stub.finishImport(...given),
  };
  await h.start({ workbooks: { workbooks: through, log }, limits: { exportRowsAlone: ROWS_ALONE } });
});
afterAll(() => h.stop());
beforeEach(() => {
  stub = new StubWorkbooks();
  log.reset();
});

const get = async (path = PATH) => h.get(path, await h.bearer());
const post = async (body: Buffer, { path = `${PATH}?name=月报.xlsx`, type = XLSX, accept = '*/*' } = {}) =>
  h.send({
    method: 'POST',
    path: encodeURI(path),
    body,
    headers: { ...(await h.bearer()), 'content-type': type, accept },
  });

type Row = readonly (string | null)[];
const form = (rows: readonly Row[], rest: Partial<WrittenSheet> = {}): WrittenSheet => ({
  name: '填报表',
  columns: [{ ...COLUMNS[0], key: 'main#no' }, ...COLUMNS.slice(1)],
  rows: rows.map((cells) => ({ cells })),
  form: true,
  ...rest,
});
const mark = (text: string | null): WrittenSheet => ({
  name: '_hub',
  columns: [{ key: 'mark', title: 'mark', format: 'TEXT' }],
  rows: [{ cells: [text] }],
});
const bytesOf = async (...sheets: WrittenSheet[]): Promise<Buffer> =>
  Buffer.concat(await writeWorkbook(sheets, new Date(0)).toArray());

test('what is downloaded comes back as it was, sheet by sheet and page by page', async () => {
  const file = await get();
  expect(file.status).toBe(200);
  expect(file.headers).toMatchObject({ 'content-type': XLSX, 'cache-control': 'private, no-store' });
  expect(file.headers['content-disposition']).toContain(encodeURIComponent('十月月报.xlsx'));
  const answer = await post(file.bytes);
  expect(answer.json).toEqual({ importId: 'import-1', records: 2, saved: 2, unchanged: 0, refused: 0 });
  expect(stub.begun).toEqual([
    { subject: { kind: 'report-tasks', id: TASK }, name: '月报.xlsx', mark: PLAN.mark, actor: CLERK.displayName },
  ]);
  const place = { sheet: 'main', sheetName: '填报表' };
  expect(stub.records).toEqual([
    { no: '1', rows: [{ ...place, number: 4, cells: { no: '1', 'f.count': '3', 'f.note': '=1+1' } }] },
    { no: '2', rows: [{ ...place, number: 5, cells: { no: '2', 'f.note': '乙' } }] },
  ]);
});

test('rows of one number are one record, in whichever sheet and order they stand', async () => {
  const visits = form(
    [
      ['1', '7'],
      ['1', '8'],
      [null, '9'],
    ],
    {
      name: '走访记录',
      columns: [{ ...COLUMNS[0], key: 'f.visits#no' }, ...COLUMNS.slice(1, 2)],
    },
  );
  const scratch: WrittenSheet = { name: '草稿', columns: COLUMNS, rows: [{ cells: ['1', '5', '与导入无关'] }] };
  await post(await bytesOf(visits, form([['1', '3', null]]), scratch, mark('m')));
  expect(stub.records.map(({ no, rows }) => [no, rows.map(({ sheet, cells }) => [sheet, cells['f.count']])])).toEqual([
    [
      '1',
      [
        ['f.visits', '7'],
        ['f.visits', '8'],
        ['main', '3'],
      ],
    ],
    ['', [['f.visits', '9']]],
  ]);
});

test('a call carries fifty records at most', async () => {
  const rows = Array.from({ length: 120 }, (_, index): Row => [String(index), '1', null]);
  await post(await bytesOf(form(rows), mark('m')));
  expect(stub.batches.map((batch) => batch.length)).toEqual([50, 50, 20]);
});

const rows = (count: number) => form(Array.from({ length: count }, (_, index): Row => [String(index), '1', null]));
const renamed = (keys: readonly string[]) =>
  form([['1', '2', '3']], { columns: COLUMNS.map((column, index) => ({ ...column, key: keys[index] ?? '' })) });

test.each<[string, () => Promise<Buffer>, string]>([
  ['no workbook', async () => Buffer.from('序号,次数'), 'SHEET_BROKEN'],
  ['an empty body', async () => Buffer.alloc(0), 'SHEET_BROKEN'],
  ['a workbook of somebody else', () => bytesOf(rows(1)), 'WORKBOOK_FOREIGN'],
  ['a workbook whose mark was wiped', () => bytesOf(rows(1), mark(null)), 'WORKBOOK_FOREIGN'],
  ['a column twice', () => bytesOf(renamed(['main#no', 'f.count', 'f.count']), mark('m')), 'WORKBOOK_HEAD'],
  ['20 001 rows', () => bytesOf(rows(20_001), mark('m')), 'SHEET_TOO_MANY_ROWS'],
  [
    'more text than any round has',
    () => bytesOf(form(Array.from({ length: 200 }, (): Row => ['1', null, '长'.repeat(30_000)])), mark('m')),
    'WORKBOOK_TOO_LONG',
  ],
  ['more bytes than are taken', async () => Buffer.alloc(20 * 1024 * 1024 + 1), 'WORKBOOK_TOO_LARGE'],
])('%s is refused before anything is given on', async (_, make, reason) => {
  const answer = await post(await make());
  expect(answer.json?.errors[0].extensions.reason).toBe(reason);
  expect([stub.begun, stub.batches]).toEqual([[], []]);
});

test('what the subgraph refuses is said in its words', async () => {
  stub.refusal = new DomainError('CONFLICT', 'REPORT_TASK_CLOSED', '该报送任务已经关闭。');
  const answer = await post(await bytesOf(rows(1), mark('m')));
  expect(answer.json?.errors[0]).toMatchObject({
    message: '该报送任务已经关闭。',
    extensions: { reason: 'REPORT_TASK_CLOSED' },
  });
});

test('a page that fails cuts the file off, and the log says so', async () => {
  stub.refusal = new Error('gone');
  await expect(get()).rejects.toThrow();
  expect(await log.outcome()).toEqual(['FAILED', 0]);
});

test('what leaves stands in the log of exports, with who, what, how and how many rows', async () => {
  await get();
  expect(log.entries[0]?.facts).toEqual({
    documentId: `report-tasks/${TASK}`,
    documentName: 'ReportTaskFile',
    format: 'XLSX',
    variablesDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
    isBulk: false,
  });
  expect([log.entries[0]?.actor, await log.outcome()]).toEqual(['unit', ['COMPLETE', 2]]);
});

test('nothing leaves that cannot be logged', async () => {
  log.fails = new Error('organization is down');
  expect([(await get()).status, stub.pages]).toEqual([500, 0]);
});

test('more rows than one may take alone leave when a second person agreed, and not before', async () => {
  stub.rows = [ROWS_ALONE + 1, ROWS_ALONE];
  const refused = await get();
  expect([refused.status, refused.json?.errors[0].extensions.reason]).toEqual([403, 'EXPORT_NEEDS_APPROVAL']);
  expect([log.entries, stub.pages]).toEqual([[], 0]);
  log.granted = true;
  expect((await get()).status).toBe(200);
  expect([log.entries[0]?.facts.isBulk, await log.outcome()]).toEqual([true, ['COMPLETE', ROWS_ALONE + 1]]);
});

test('rows that came after they were counted are cut off', async () => {
  stub.rows = [ROWS_ALONE, ROWS_ALONE];
  await expect(get()).rejects.toThrow();
  expect(await log.outcome()).toEqual(['FAILED', ROWS_ALONE]);
});

test.each(['/workbooks/report-tasks/x', `/workbooks/papers/${TASK}`, `${PATH}/more`, '/workbooks/'])(
  '%s is nothing',
  async (path) => {
    const answer = await get(path);
    expect([answer.status, answer.json?.errors[0].extensions.reason]).toEqual([404, 'WORKBOOK_NOT_FOUND']);
  },
);

test('what was refused comes back as a form of its own, and nothing of it is asked a second person for', async () => {
  const place = { label: '次数', reason: 'NUMBER_FORM' };
  stub.problems = [
    { ...place, sheetName: '填报表', rowNumber: 5, message: '“次数”须填数字。' },
    { ...place, sheetName: '填报表', rowNumber: 5, label: '说明', message: '“说明”过长。' },
  ];
  const file = await bytesOf(
    form([
      ['1', '3', '甲'],
      ['2', '很多', '=乙'],
      ['3', '4', null],
    ]),
    mark('m'),
  );
  const answer = await post(file, { accept: XLSX });
  expect([answer.status, answer.headers['content-type'], answer.headers['x-import-id']]).toEqual([
    200,
    XLSX,
    'import-1',
  ]);
  expect(rowsOfSheet(answer.bytes, '填报表').map((row) => row.map((cell) => Object.values(cell)[0]))).toEqual([
    ['main#no', 'f.count', 'f.note', '_place', '_reason'],
    ['序号', '次数', '说明', '问题位置', '问题说明'],
    expect.any(Array),
    ['2', '很多', '=乙', '“填报表”第5行 次数\n“填报表”第5行 说明', '“次数”须填数字。\n“说明”过长。'],
  ]);
  expect([log.entries[0]?.facts.documentName, log.entries[0]?.facts.isBulk, await log.outcome()]).toEqual([
    'ReportImportRefused',
    false,
    ['COMPLETE', 1],
  ]);
  expect((await post(file)).json).toMatchObject({ refused: 2 });
  stub.problems = [];
  expect((await post(file, { accept: XLSX })).json).toMatchObject({ refused: 0 });
});

test('nobody has workbooks without being signed in, and other content is not taken', async () => {
  expect((await h.get(PATH)).status).toBe(401);
  expect((await post(Buffer.from('{}'), { type: 'application/json' })).status).toBe(415);
});
