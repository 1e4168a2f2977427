import type { PersonActor } from '@hub/core';
import { subgraphPapers, subgraphWorkbooks } from '@hub/gateway';
import { writeWorkbook } from '@hub/sheets';

import { Harness } from '../../../gateway/testing/harness';
import { paragraphsOf } from '../../../gateway/testing/package-part';
import { StubExportLog } from '../../../gateway/testing/stub-export-log';
import type { FieldValues } from '../../../subgraphs/reports/src/domain/field-value';
import type { TemplateField } from '../../../subgraphs/reports/src/domain/template-field';
import { createTestWorld, someId, type TestWorld } from '../../support';
import { rowsOfSheet } from './sheet-rows';
import { WorkbookWorld } from './workbook-world';

const asked = { origin: { by: 'ASKED' }, required: false } as const;
const FIELDS: readonly TemplateField[] = [
  { ...asked, key: 'held', label: '召开次数', type: 'NUMBER' },
  { key: 'twice', label: '两倍', type: 'NUMBER', required: false, origin: { by: 'DERIVED', formula: 'held + held' } },
  {
    key: 'signed',
    label: '签收',
    type: 'NUMBER',
    required: false,
    origin: { by: 'PREFILLED', fact: 'receipts.acknowledged' },
  },
  {
    ...asked,
    key: 'visits',
    label: '走访',
    type: 'TABLE',
    columns: [{ ...asked, key: 'on', label: '日期', type: 'DATE' }],
  },
];
const VALUES: FieldValues = {
  held: { type: 'NUMBER', number: '3' },
  visits: { type: 'TABLE', rows: [{ on: { type: 'DATE', date: '2020-10-08' } }] },
};

let world: TestWorld;
let task: WorkbookWorld;
const gateway = new Harness();
const log = new StubExportLog();

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['reports'] });
  task = await WorkbookWorld.open(world, FIELDS, [0, 1, 2, 3, 3, 3, 3, 3]);
  const papers = { papers: subgraphPapers(task.call), log };
  await gateway.start({ workbooks: { workbooks: subgraphWorkbooks(task.call), log }, papers });
  await task.write(0, VALUES);
  await task.write(1, { held: { type: 'NUMBER', number: '9' } });
});

afterEach(() => expect(world.faults).toEqual([]));

afterAll(async () => {
  await gateway.stop();
  await world.close();
});

/** Each with a session of its own: the gateway keeps whom it recognised for some seconds. */
const bearerOf = (as: PersonActor) => {
  gateway.session = as;
  return gateway.bearer({ sid: someId() });
};
const get = async (as: PersonActor, path = `/workbooks/report-tasks/${task.taskId}`) =>
  gateway.get(path, await bearerOf(as));

const sheet = async (as: PersonActor, name: string) => {
  const { status, bytes } = await get(as);
  expect(status).toBe(200);
  return rowsOfSheet(bytes, name);
};

test('a unit gets its own report to fill in, with what it wrote, what the hub knows and what is computed', async () => {
  const [keys, titles, , ...rows] = await sheet(task.clerk(0), '填报表');
  expect(keys?.[0]).toBe('main#no');
  expect(titles).toEqual(['序号', '报送标识', '版本', '党组织', '状态', '召开次数', '两倍', '签收']);
  expect(rows).toEqual([['1', task.unit(0).reportId, '2', '机关党委', '填报中', '3', '6', '0']]);
  expect((await sheet(task.clerk(0), '走访')).slice(3)).toEqual([['1', '2020-10-08']]);
});

test('the office gets what was handed in, and no word that was not', async () => {
  expect((await sheet(task.office(), '汇总表')).slice(1, 4).map((row) => row.slice(2))).toEqual([
    ['填报中'],
    ['填报中'],
    ['填报中'],
  ]);
  await task.handIn(0, '2020-11-01T09:00:00+08:00');
  const [titles, ...rows] = await sheet(task.office(), '汇总表');
  expect(titles?.slice(2)).toEqual(['状态', '首次报送时间', '按时情况', '优秀', '召开次数', '两倍', '签收']);
  expect(rows.map((row) => row.slice(2))).toContainEqual(['已报送待审', '2020-11-01 09:00', '迟报', null, '3']);
  expect(rows.flat().filter((cell) => cell === '9')).toEqual([]);
  expect(rows.flat().join()).toContain('导出人：');
  expect((await sheet(task.office(), '走访')).slice(1, 2).map((row) => row.slice(2))).toEqual([['2020-10-08']]);
});

test('rows of tables count, before they leave and in the log', async () => {
  const subject = { kind: 'report-tasks', id: task.taskId } as const;
  const plan = await subgraphWorkbooks(task.call).plan({ actor: task.office(), requestId: 'r' }, subject);
  expect(plan.rows).toBe(8 + 1);
  log.reset();
  await get(task.office());
  expect(await log.outcome()).toEqual(['COMPLETE', plan.rows]);
});

describe('papers', () => {
  const paper = async (as: PersonActor, path: string) => {
    const { status, bytes, json } = await get(as, `/papers/${path}`);
    return status === 200 ? paragraphsOf(bytes) : json.errors[0].extensions.reason;
  };

  test('a unit has its own report as a paper before it is handed in, and nobody else has it', async () => {
    const path = `reports/${task.unit(1).reportId}`;
    expect(await paper(task.clerk(1), path)).toEqual([
      '月度报送',
      expect.stringContaining('2020年10月'),
      '一、填报事项',
      ...['项目', '内容', '召开次数', '9', '两倍', '18', '签收', '0'],
      '二、走访',
      '（未填）',
      expect.stringContaining('机关党委'),
      '（尚未报送）',
      expect.stringMatching(/^导出人：/),
    ]);
    for (const other of [task.office(), task.clerk(2)])
      expect(await paper(other, path)).toBe('PAPER_SUBJECT_NOT_FOUND');
  });

  test('the office has the paper of what was handed in, and of the whole task', async () => {
    const report = await paper(task.office(), `reports/${task.unit(0).reportId}`);
    expect(report).toEqual(expect.arrayContaining(['召开次数', '3', '2020-10-08', '报送时间：2020年11月1日']));
    log.reset();
    const results = (await paper(task.office(), `report-tasks/${task.taskId}`)) as string[];
    expect(results[3]).toMatch(/^应报8个，已报1个（按时0个、迟报1个）/);
    expect(results).toEqual(expect.arrayContaining(['已报送待审', '2020-11-01 09:00', '迟报']));
    expect(results.filter((text) => text === '填报中')).toHaveLength(7);
    expect([log.entries[0]?.facts.format, await log.outcome()]).toEqual(['DOCX', ['COMPLETE', 8]]);
  });

  test('a unit has of a task what is its own', async () => {
    const results = (await paper(task.clerk(0), `report-tasks/${task.taskId}`)) as string[];
    expect(results[3]).toMatch(/^应报1个，已报1个/);
    expect(await paper({ ...task.clerk(0), unitId: task.committeeId }, `report-tasks/${task.taskId}`)).toBe(
      'PAPER_SUBJECT_NOT_FOUND',
    );
  });
});

test('a task that asks nothing of a unit, and one that is not there, have no workbook', async () => {
  const stranger = { ...task.clerk(0), unitId: task.committeeId, organizationId: task.committeeId };
  for (const [as, path] of [
    [stranger, undefined],
    [task.office(), `/workbooks/report-tasks/${task.committeeId}`],
    [task.clerk(0), `/workbooks/report-imports/${task.committeeId}`],
  ] as const) {
    const { status, json } = await get(as, path);
    expect([status, json.errors[0].extensions.reason]).toEqual([404, 'WORKBOOK_SUBJECT_NOT_FOUND']);
  }
});

/** The form of unit 3 as a clerk fills it in: rows of the main sheet as downloaded, changed by their number. */
async function filledForm(change: (no: number, cells: (string | null)[]) => void, visits: (string | null)[][] = []) {
  const { bytes } = await get(task.clerk(3));
  const [keys = [], titles = [], , ...rows] = await rowsOfSheet(bytes, '填报表');
  for (const row of rows) change(Number(row[0]), row);
  const columns = keys.map((key, index) => ({ key: key ?? '', title: titles[index] ?? '', format: 'TEXT' as const }));
  const mark = (await rowsOfSheet(bytes, '_hub'))[1]?.[0] ?? '';
  return workbook(columns, rows, visits, mark);
}

const VISIT_COLUMNS = [
  { key: 'f.visits#no', title: '序号', format: 'TEXT' },
  { key: 'f.on', title: '日期', format: 'TEXT' },
] as const;

async function workbook(
  columns: readonly { key: string; title: string; format: 'TEXT' }[],
  rows: (string | null)[][],
  visits: (string | null)[][],
  mark: string,
): Promise<Buffer> {
  const form = (name: string, of: typeof columns, cells: (string | null)[][]) => ({
    name,
    columns: of,
    rows: cells.map((each) => ({ cells: each })),
    form: true,
  });
  const sheets = [
    form('填报表', columns, rows),
    form('走访', VISIT_COLUMNS, visits),
    { name: '_hub', columns: [{ key: 'm', title: 'm', format: 'TEXT' as const }], rows: [{ cells: [mark] }] },
  ];
  return Buffer.concat(await writeWorkbook(sheets, new Date(0)).toArray());
}

const post = async (as: PersonActor, body: Buffer) => {
  const headers = { ...(await bearerOf(as)), 'content-type': XLSX };
  const { json } = await gateway.send({
    method: 'POST',
    path: `/workbooks/report-tasks/${task.taskId}`,
    body,
    headers,
  });
  return json?.errors ? { reason: json.errors[0].extensions.reason } : json;
};
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What of a file was refused, as the workbook that comes back. */
const refusedOf = async (as: PersonActor, body: Buffer) => {
  const headers = { ...(await bearerOf(as)), 'content-type': XLSX, accept: XLSX };
  const path = `/workbooks/report-tasks/${task.taskId}`;
  const { bytes, headers: answered } = await gateway.send({ method: 'POST', path, body, headers });
  expect(answered['content-type']).toBe(XLSX);
  return bytes;
};

const READ = `query ($id: ID!) { reportImport(id: $id) { records saved unchanged refused finishedAt
  problems { sheetName rowNumber label reason } } }`;
interface Problem {
  readonly sheetName: string;
  readonly rowNumber: number;
  readonly label: string;
  readonly reason: string;
}

const problemsOf = async (importId: string) => {
  const { data } = await world.graphql('reports', task.clerk(3), READ, { id: importId });
  const { reportImport } = data as { reportImport: { problems: Problem[] } };
  return reportImport.problems;
};
const wordsOf = async (index: number) => {
  const [row] = await world.database.query<{ values: FieldValues }>(
    `select v."values" from reports.report r join reports.report_version v using (committee_id, report_id)
     where r.committee_id = $1 and r.report_id = $2 and v.number = r.content_number`,
    [task.committeeId, task.unit(index).reportId],
  );
  return row?.values ?? null;
};
const HELD = 5;

/** Versions of the task's reports, as acts go by them. */
const versions = () =>
  world.database.query<{ id: string; version: number }>(
    `select report_id as id, version from reports.report where committee_id = $1 order by report_id`,
    [task.committeeId],
  );
const changedIn = (before: { id: string; version: number }[], after: { id: string; version: number }[]) =>
  after.filter(({ version }, index) => version !== before[index]?.version).map(({ id }) => id);

test('what a clerk filled in is saved, a bad row spoils none, and the mended file takes the rest alone', async () => {
  const numbers = new Map([
    [1, '11'],
    [2, '很多'],
    [3, '13'],
    [4, '14'],
    [5, null],
  ]);
  const fill = (no: number, cells: (string | null)[]) => {
    cells[HELD] = numbers.get(no) ?? null;
  };
  const visits = [
    ['1', '2020年10月8日'],
    ['3', '2020-02-30'],
    ['9', '2020-10-09'],
  ];
  const first = await post(task.clerk(3), await filledForm(fill, visits));
  // The fifth was empty and is; the ninth is in no line of the main sheet.
  expect(first).toMatchObject({ records: 6, saved: 2, unchanged: 1, refused: 3 });
  expect(
    (await problemsOf(first.importId)).map(({ sheetName, rowNumber, reason }) => [sheetName, rowNumber, reason]),
  ).toEqual([
    ['填报表', 5, 'NUMBER_FORM'],
    ['填报表', 6, 'DATE_INVALID'],
    ['走访', 6, 'ROW_ORPHANED'],
  ]);
  const words = await Promise.all([3, 4, 5, 6, 7].map(wordsOf));
  expect(words.filter((each) => each !== null)).toHaveLength(2);
  expect(words).toContainEqual({
    held: { type: 'NUMBER', number: '11' },
    visits: { type: 'TABLE', rows: [{ on: { type: 'DATE', date: '2020-10-08' } }] },
  });
  const errors = await get(task.clerk(3), `/workbooks/report-imports/${first.importId}`);
  expect((await rowsOfSheet(errors.bytes, '导入问题'))[1]).toEqual([
    '填报表',
    '5',
    '召开次数',
    expect.any(String),
    'NUMBER_FORM',
  ]);
});

test('what was refused comes back with its own words, and mended only that is written', async () => {
  const fill = (no: number, cells: (string | null)[]) => {
    cells[HELD] = no === 2 ? '很多' : no === 4 ? '若干' : String(40 + no);
  };
  const bytes = await refusedOf(task.clerk(3), await filledForm(fill, [['2', '2020年10月12日']]));
  const [keys = [], titles = [], , ...rows] = await rowsOfSheet(bytes, '填报表');
  expect(titles.slice(-2)).toEqual(['问题位置', '问题说明']);
  expect(rows.map((row) => [row[0], row[HELD], row[8]])).toEqual([
    ['2', '很多', '“填报表”第5行 召开次数'],
    ['4', '若干', '“填报表”第7行 召开次数'],
  ]);
  const visits = (await rowsOfSheet(bytes, '走访')).slice(3);
  expect(visits).toEqual([['2', '2020年10月12日']]);

  const before = await versions();
  for (const row of rows) if (row[0] === '2') row[HELD] = '42';
  const columns = keys.map((key, index) => ({ key: key ?? '', title: titles[index] ?? '', format: 'TEXT' as const }));
  const mark = (await rowsOfSheet(bytes, '_hub'))[1]?.[0] ?? '';
  const again = await post(task.clerk(3), await workbook(columns, rows, visits, mark));
  expect(again).toMatchObject({ records: 2, saved: 1, unchanged: 0, refused: 1 });
  const mended = rows.find(([no]) => no === '2')?.[1];
  expect(changedIn(before, await versions())).toEqual([mended]);
  const words = await Promise.all([3, 4, 5, 6, 7].map(wordsOf));
  expect(words).toContainEqual({
    held: { type: 'NUMBER', number: '42' },
    visits: { type: 'TABLE', rows: [{ on: { type: 'DATE', date: '2020-10-12' } }] },
  });
});

test('of two imports at once each record is saved by one, and each tells its own', async () => {
  const file = await filledForm((no, cells) => {
    cells[HELD] = String(60 + no);
  });
  const as = task.clerk(3);
  // Sessions are told apart before they go on together.
  const headers = [await bearerOf(as), await bearerOf(as)];
  const path = `/workbooks/report-tasks/${task.taskId}`;
  const answers = await Promise.all(
    headers.map((bearer) =>
      gateway.send({ method: 'POST', path, body: file, headers: { ...bearer, 'content-type': XLSX } }),
    ),
  );
  const summaries = answers.map(({ json }) => json);
  for (const { records, saved, unchanged, refused } of summaries) {
    expect([records, saved + unchanged + refused]).toEqual([5, 5]);
  }
  expect(summaries.reduce((sum, { saved }) => sum + saved, 0)).toBe(5);
});

test('an import ends once, and takes nothing when it has ended', async () => {
  const as = task.clerk(3);
  const asked = { actor: as, requestId: 'r' };
  const workbooks = subgraphWorkbooks(task.call);
  const subject = { kind: 'report-tasks', id: task.taskId } as const;
  const file = { name: '月报.xlsx', mark: `report-task ${task.taskId} 1` };
  const importId = await workbooks.beginImport(asked, subject, file);
  const ended = await Promise.allSettled([1, 2, 3].map(() => workbooks.finishImport(asked, importId)));
  const refused = ended.flatMap((each) => (each.status === 'rejected' ? [each.reason.reason] : []));
  expect(refused).toEqual(['IMPORT_NOT_FOUND', 'IMPORT_NOT_FOUND']);
  await expect(workbooks.importRecords(asked, importId, [])).rejects.toMatchObject({ reason: 'IMPORT_NOT_FOUND' });
  const acts = await world.database.query(
    `select 1 from reports.audit where committee_id = $1 and action = 'finishReportImport'
       and after ->> 'importId' = $2`,
    [task.committeeId, importId],
  );
  expect(acts).toHaveLength(1);
});

test('a file that is sent again changes nothing, however old its versions are', async () => {
  const fill = (no: number, cells: (string | null)[]) => {
    cells[HELD] = String(20 + no);
  };
  const file = await filledForm(fill);
  expect(await post(task.clerk(3), file)).toMatchObject({ saved: 5, unchanged: 0, refused: 0 });
  expect(await post(task.clerk(3), file)).toMatchObject({ saved: 0, unchanged: 5, refused: 0 });
});

test('a row is refused that is stale, handed in or of another unit, and the others are saved', async () => {
  const [, , , ...rows] = await rowsOfSheet((await get(task.clerk(3))).bytes, '填报表');
  const of = (no: number) => 3 + [3, 4, 5, 6, 7].findIndex((index) => task.unit(index).reportId === rows[no - 1]?.[1]);
  await task.handIn(of(2), '2020-10-16T09:00:00+08:00');
  const file = await filledForm((no, cells) => {
    cells[HELD] = String(30 + no);
    if (no === 1) cells[2] = '1';
    if (no === 3) cells[1] = task.unit(0).reportId;
  });
  const answer = await post(task.clerk(3), file);
  expect((await problemsOf(answer.importId)).map(({ rowNumber, reason }) => [rowNumber, reason])).toEqual([
    [4, 'STALE_VERSION'],
    [5, 'REPORT_SUBMITTED'],
    [6, 'ROW_FOREIGN'],
  ]);
  expect(answer).toMatchObject({ saved: 2, refused: 3 });
});

test('the workbook of another task or version, or of who may not write, changes nothing', async () => {
  const columns = [{ key: 'main#no', title: '序号', format: 'TEXT' as const }];
  const marked = (mark: string) => workbook(columns, [['1']], [], mark);
  expect(await post(task.clerk(3), await marked(`report-task ${someId()} 1`))).toEqual({
    reason: 'WORKBOOK_OF_ANOTHER_TASK',
  });
  expect(await post(task.clerk(3), await marked(`report-task ${task.taskId} 2`))).toEqual({
    reason: 'WORKBOOK_VERSION_GONE',
  });
  expect(await post(task.office(), await marked(`report-task ${task.taskId} 1`))).toEqual({
    reason: 'ROLE_NOT_ALLOWED',
  });
  // An office may write for its own branch, which this task asks nothing of.
  expect(await post({ ...task.office(), role: 'OFFICE_CLERK' }, await marked(`report-task ${task.taskId} 1`))).toEqual({
    reason: 'WORKBOOK_SUBJECT_NOT_FOUND',
  });
  const [row] = await world.database.query<{ count: number }>(
    'select count(*)::int as count from reports.report_import where committee_id = $1 and started_by_name <> $2',
    [task.committeeId, task.clerk(3).displayName],
  );
  expect(row?.count).toBe(0);
});
