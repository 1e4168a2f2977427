import { randomBytes } from 'node:crypto';

import { DEFAULT_SHEET_LIMITS } from '../limits';
import { withFile } from '../testing/temporary-file';
import { PackageReader } from '../zip/package-reader';
import type { ReadRow } from './cell';
import type { SheetColumn, SheetRow, WrittenSheet } from './sheet.type';
import { sheetNames } from './sheet-names';
import { WorkbookReader } from './workbook-reader';
import { writeWorkbook } from './write-workbook';

const AT = new Date('2026-11-02T09:00:00+08:00');
const COLUMNS: readonly SheetColumn[] = [
  { key: 'name', title: '党组织', format: 'TEXT', locked: true },
  { key: 'count', title: '次数', format: 'NUMBER', decimals: 2 },
  { key: 'held_on', title: '日期', format: 'DATE' },
];

const sheetOf = (rows: readonly SheetRow['cells'][], rest: Partial<WrittenSheet> = {}): WrittenSheet => ({
  name: '填报',
  columns: COLUMNS,
  rows: rows.map((cells) => ({ cells })),
  ...rest,
});

const readBack = (sheets: readonly WrittenSheet[], name = '填报') =>
  withFile(writeWorkbook(sheets, AT), async (path) => {
    const reader = await WorkbookReader.open(path, { rows: 200_000 });
    const rows: ReadRow[] = [];
    for await (const row of reader.rows(name)) rows.push(row);
    reader.close();
    return rows.map(({ number, cells }) => [number, ...[0, 1, 2].map((column) => cells.get(column))]);
  });

const text = (...texts: (string | null)[]) => texts.map((value) => (value === null ? undefined : { text: value }));

test('what is written is read back as it was', async () => {
  const rows = [
    ['市财政局机关党委', '12.5', '2026-10-01'],
    ['', null, null],
    ['  两端有空格 \n换行\t', '0', '1900-03-01'],
    ['=HYPERLINK("http://x")', '-3', '9999-12-31'],
    ['_x0041_ <b>&amp;"', '999999999999999', null],
  ];
  expect(await readBack([sheetOf(rows)])).toEqual([
    [1, ...text('党组织', '次数', '日期')],
    [2, ...text('市财政局机关党委', '12.5', '2026-10-01')],
    [4, ...text('  两端有空格 \n换行\t', '0', '1900-03-01')],
    [5, ...text('=HYPERLINK("http://x")', '-3', '9999-12-31')],
    [6, ...text('_x0041_ <b>&amp;"', '999999999999999', null)],
  ]);
});

/** The styles and the sheet as they are stored. */
const parts = (sheet: WrittenSheet) =>
  withFile(writeWorkbook([sheet], AT), async (path) => {
    const file = await PackageReader.open(path, DEFAULT_SHEET_LIMITS);
    const partOf = async (name: string) => {
      const pieces: string[] = [];
      for await (const piece of file.text(name)) pieces.push(piece);
      return pieces.join('');
    };
    const [styles, cells] = [await partOf('xl/styles.xml'), await partOf('xl/worksheets/sheet1.xml')];
    file.close();
    return { styles, cells };
  });

/** The cells of a sheet: what a program computes with, and the form in which it is shown. */
async function stored(sheet: WrittenSheet) {
  const { styles, cells } = await parts(sheet);
  const codes = new Map(
    [...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id, code]),
  );
  const [, list = ''] = /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(styles) ?? [];
  const ids = [...list.matchAll(/<xf numFmtId="(\d+)"/g)].map(([, id]) => id);
  return [...cells.matchAll(/<c r="[A-Z]+2" s="(\d+)"><v>([^<]*)<\/v>/g)].map(([, style, value]) => [
    value,
    codes.get(ids[Number(style)]),
  ]);
}

test('rows are as high as what is in them, the head of a form as well', async () => {
  const columns = COLUMNS.map((column) => ({ ...column, hint: '只有“填报中”“已退回”的可以导入' }));
  const { cells } = await parts(sheetOf([['长'.repeat(20), '1', null]], { columns, form: true }));
  expect(cells.match(/<row [^>]*>/g)).toEqual([
    '<row r="1" hidden="1">',
    '<row r="2">',
    '<row r="3" ht="30">',
    '<row r="4" ht="45">',
  ]);
});

test('numbers, days and minutes are stored as such, and shown as people write them', async () => {
  const columns: readonly SheetColumn[] = [
    { key: 'a', title: '金额', format: 'NUMBER', decimals: 2 },
    { key: 'b', title: '年度', format: 'NUMBER', decimals: 'ANY' },
    { key: 'c', title: '日期', format: 'DATE' },
    { key: 'd', title: '时间', format: 'MINUTE' },
  ];
  expect(await stored(sheetOf([['1234.5', '2026', '2026-10-01', '2026-10-01 18:00']], { columns }))).toEqual([
    ['1234.5', '#,##0.00'],
    ['2026', 'General'],
    ['46296', 'yyyy-mm-dd'],
    ['46296.75', 'yyyy-mm-dd hh:mm'],
  ]);
});

test('numbers that a spreadsheet would round stand as texts, and what is no number or day does too', async () => {
  expect(await readBack([sheetOf([['甲', '12345678901234567890.12', '十月']])])).toContainEqual([
    2,
    ...text('甲', '12345678901234567890.12', '十月'),
  ]);
});

test('characters that XML has not are left out', async () => {
  expect(await readBack([sheetOf([['a\u0000b\u0008c\ud800d\ufffee😀', null, null]])])).toContainEqual([
    2,
    ...text('abcde😀', null, null),
  ]);
});

test('a text longer than a cell holds is cut, and says so', async () => {
  const [, [, cell] = []] = await readBack([sheetOf([['长'.repeat(40_000), null, null]])]);
  const { text: cut } = cell as { text: string };
  expect(cut).toHaveLength(32_767);
  expect(cut).toMatch(/长……（全文请在系统中查看）$/);
});

test('a form holds the keys of its columns in its first row, and hints in its third', async () => {
  const columns = COLUMNS.map((column) => ({ ...column, hint: column.key === 'count' ? '只填数字' : '' }));
  const rows = await readBack([sheetOf([['甲', '1', null]], { columns, form: true, notes: () => ['导出人：王专干'] })]);
  expect(rows).toEqual([
    [1, ...text('name', 'count', 'held_on')],
    [2, ...text('党组织', '次数', '日期')],
    [3, ...text(null, '只填数字', null)],
    [4, ...text('甲', '1', null)],
    [5, ...text('导出人：王专干', null, null)],
  ]);
});

test('rows of a sheet are asked for as they are taken', async () => {
  const rowBytes = 3000;
  let asked = 0;
  async function* endless(): AsyncGenerator<SheetRow> {
    for (;;) {
      asked += rowBytes;
      // Chance does not pack: as many bytes leave as come.
      yield { cells: [randomBytes(rowBytes).toString('base64'), null, null] };
    }
  }
  let taken = 0;
  for await (const chunk of writeWorkbook([sheetOf([], { rows: endless() })], AT)) {
    taken += chunk.length;
    if (taken > 2_000_000) break;
  }
  expect(asked).toBeLessThan(taken + 1_000_000);
});

test('a failing row fails the file', async () => {
  async function* failing(): AsyncGenerator<SheetRow> {
    yield { cells: ['甲', null, null] };
    throw new Error('the page could not be read');
  }
  await expect(readBack([sheetOf([], { rows: failing() })])).rejects.toThrow('the page could not be read');
});

test('names of sheets are what a workbook takes', () => {
  expect(sheetNames(['活动/情况*表', '活动 情况 表', '', 'A'.repeat(40), 'a'.repeat(40)])).toEqual([
    '活动 情况 表',
    '活动 情况 表(2)',
    '工作表',
    'A'.repeat(31),
    `${'a'.repeat(28)}(2)`,
  ]);
});
