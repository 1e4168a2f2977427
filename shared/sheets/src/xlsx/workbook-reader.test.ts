import type { Readable } from 'node:stream';
import type { SheetLimits } from '../limits';
import { rawSheet, rawWorkbook } from '../testing/raw-workbook';
import { withFile } from '../testing/temporary-file';
import type { CellRange, ReadCell, ReadRow } from './cell';
import { WorkbookReader } from './workbook-reader';

type Book = ReturnType<typeof rawWorkbook> | Buffer;

const read = (book: Book, limits: Partial<SheetLimits> = {}) =>
  withFile(book, async (path) => {
    const reader = await WorkbookReader.open(path, limits);
    try {
      const rows: ReadRow[] = [];
      const taken = reader.rows('表');
      for (;;) {
        const { value, done } = await taken.next();
        if (done) return { rows, merged: value as readonly CellRange[] };
        rows.push(value as ReadRow);
      }
    } finally {
      reader.close();
    }
  });

const cellsOf = async (book: Book): Promise<ReadCell[]> =>
  (await read(book)).rows.flatMap(({ cells }) => [...cells.values()]);

const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="0&quot;元/day&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="14"/></cellXfs></styleSheet>';

test('what Excel keeps apart is put together: shared texts of several runs, without the readings above them', async () => {
  const texts =
    '<sst><si><r><t>机关</t></r><r><t xml:space="preserve"> 党委</t></r><rPh><t>jiguan</t></rPh></si><si><t>第_x000A_二</t></si></sst>';
  const sheet = rawSheet('<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>');
  const { rows } = await read(rawWorkbook(sheet, [['xl/sharedStrings.xml', texts]]));
  expect(rows).toEqual([
    {
      number: 2,
      cells: new Map([
        [0, { text: '机关 党委' }],
        [2, { text: '第\n二' }],
      ]),
    },
  ]);
});

test.each([
  ['<c t="inlineStr"><is><t>&lt;甲&gt;</t></is></c>', '<甲>'],
  ['<c><v>12.50</v></c>', '12.5'],
  ['<c><v>0.30000000000000004</v></c>', '0.3'],
  ['<c><v>1E-7</v></c>', '0.0000001'],
  ['<c><v>-1.25E-7</v></c>', '-0.000000125'],
  ['<c><v>1.2E+21</v></c>', '1200000000000000000000'],
  ['<c><v>1.2E+20</v></c>', '120000000000000000000'],
  ['<c t="b"><v>1</v></c>', 'TRUE'],
  ['<c s="1"><v>46296</v></c>', '2026-10-01'],
  ['<c s="3"><v>46296.75</v></c>', '2026-10-01'],
  ['<c s="2"><v>46296</v></c>', '46296'],
  ['<c t="d"><v>2026-10-01T00:00:00</v></c>', '2026-10-01'],
])('%s reads as %s', async (cell, text) => {
  const book = rawWorkbook(rawSheet(`<row>${cell}</row>`), [['xl/styles.xml', STYLES]]);
  expect(await cellsOf(book)).toEqual([{ text }]);
});

test('days of a workbook that counts from 1904 are the same days', async () => {
  const sheet = rawSheet('<row><c s="1"><v>44834</v></c></row>');
  expect(await cellsOf(rawWorkbook(sheet, [['xl/styles.xml', STYLES]], 'date1904="1"'))).toEqual([
    { text: '2026-10-01' },
  ]);
});

test('formulas and errors are faults of their cells, whatever was computed; their neighbours are read', async () => {
  const sheet = rawSheet(
    '<row><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><v>#REF!</v></c><c r="C1" t="str"><f>HYPERLINK("x")</f><v>x</v></c><c r="D1"><v>7</v></c></row>',
  );
  expect(await cellsOf(rawWorkbook(sheet))).toEqual([
    { fault: 'FORMULA' },
    { fault: 'ERROR' },
    { fault: 'FORMULA' },
    { text: '7' },
  ]);
});

test('merged cells are told after the rows', async () => {
  const sheet = rawSheet('<row><c><v>1</v></c></row>', '<mergeCells><mergeCell ref="A1:B3"/></mergeCells>');
  expect((await read(rawWorkbook(sheet))).merged).toEqual([{ rows: [1, 3], columns: [0, 1] }]);
});

test('rows that only look like something are none, and do not count', async () => {
  const styled = Array.from({ length: 50 }, (_, row) => `<row r="${row + 1}"><c r="A${row + 1}" s="1"/></row>`).join(
    '',
  );
  const sheet = rawSheet(`${styled}<row r="51"><c r="A51"><v>1</v></c><c r="XFD51" s="1"/></row>`);
  const { rows } = await read(rawWorkbook(sheet), { rows: 1 });
  expect(rows.map(({ number }) => number)).toEqual([51]);
});

const filled = (count: number) => Array.from({ length: count }, () => '<row><c><v>1</v></c></row>').join('');
const entry = (name: string, size: number): [string, string] => [name, ' '.repeat(size)];

test.each<[string, Book, Partial<SheetLimits>, string]>([
  ['no ZIP file', Buffer.from('序号,党组织'), {}, 'SHEET_BROKEN'],
  ['an empty file', Buffer.alloc(0), {}, 'SHEET_BROKEN'],
  ['XML that breaks off', rawWorkbook('<worksheet><sheetData><row>'), {}, 'SHEET_BROKEN'],
  ['a document type', rawWorkbook(`<!DOCTYPE a [<!ENTITY b "c">]>${rawSheet('')}`), {}, 'SHEET_BROKEN'],
  ['an entity of its own', rawWorkbook(rawSheet('<row><c><v>&b;</v></c></row>')), {}, 'SHEET_BROKEN'],
  ['deep elements', rawWorkbook(rawSheet('<a>'.repeat(100) + '</a>'.repeat(100))), {}, 'SHEET_BROKEN'],
  [
    'a text as long as a book',
    rawWorkbook(rawSheet(`<row><c t="str"><v>${'1'.repeat(3_000_000)}</v></c></row>`)),
    {},
    'SHEET_BROKEN',
  ],
  ['a comment as long as a book', rawWorkbook(rawSheet(`<!--${'<'.repeat(3_000_000)}-->`)), {}, 'SHEET_BROKEN'],
  ['a number that is none', rawWorkbook(rawSheet('<row><c><v>很多</v></c></row>')), {}, 'SHEET_BROKEN'],
  ['a shared text that is not there', rawWorkbook(rawSheet('<row><c t="s"><v>9</v></c></row>')), {}, 'SHEET_BROKEN'],
  ['rows out of order', rawWorkbook(rawSheet('<row r="2"/><row r="1"/>')), {}, 'SHEET_BROKEN'],
  ['a cell of another row', rawWorkbook(rawSheet('<row r="1"><c r="A2"><v>1</v></c></row>')), {}, 'SHEET_BROKEN'],
  ['a cell twice', rawWorkbook(rawSheet('<row r="1"><c r="A1"/><c r="A1"/></row>')), {}, 'SHEET_BROKEN'],
  ['a merged range that is none', rawWorkbook(rawSheet('', '<mergeCell ref="A0:"/>')), {}, 'SHEET_BROKEN'],
  ['too many rows', rawWorkbook(rawSheet(filled(101))), { rows: 100 }, 'SHEET_TOO_MANY_ROWS'],
  ['a cell far out', rawWorkbook(rawSheet('<row r="1"><c r="XFD1"><v>1</v></c></row>')), {}, 'SHEET_TOO_MANY_COLUMNS'],
  [
    'too many parts',
    rawWorkbook(
      rawSheet(''),
      Array.from({ length: 20 }, (_, i) => entry(`p${i}`, 1)),
    ),
    { parts: 20 },
    'SHEET_TOO_LARGE',
  ],
  [
    'parts that unpack to too much',
    rawWorkbook(rawSheet(''), [entry('bomb', 4_000_000)]),
    { unpackedBytes: 3_000_000 },
    'SHEET_TOO_LARGE',
  ],
  [
    'too many shared texts',
    rawWorkbook(rawSheet(''), [['xl/sharedStrings.xml', `<sst>${'<si/>'.repeat(11)}</sst>`]]),
    { sharedCharacters: 10 },
    'SHEET_TOO_LARGE',
  ],
  ['a part twice', rawWorkbook(rawSheet(''), [entry('a', 1), entry('a', 1)]), {}, 'SHEET_BROKEN'],
])('%s is refused with a reason', async (_, book, limits, reason) => {
  const refused = read(book, limits).then(
    () => 'NONE',
    (error) => error.reason ?? error,
  );
  expect(await refused).toBe(reason);
});

const bytesOf = async (book: Readable) => Buffer.concat(await book.toArray());
const sheetOfZeros = () => rawWorkbook(rawSheet('<row><c><v>1</v></c></row>'), [entry('a', 100_000)]);

/** What the central directory says that the part `a` unpacks to. */
async function claiming(size: number): Promise<Buffer> {
  const bytes = await bytesOf(rawWorkbook(rawSheet(' '.repeat(100_000))));
  const name = bytes.lastIndexOf('xl/worksheets/a.xml');
  bytes.writeUInt32LE(size, name - 46 + 24);
  return bytes;
}

test.each([
  ['cut in its middle', async () => (await bytesOf(sheetOfZeros())).subarray(0, 300)],
  ['without its last byte', async () => (await bytesOf(sheetOfZeros())).subarray(0, -1)],
  ['that says less than a part unpacks to', () => claiming(100)],
  ['that says more than a part unpacks to', () => claiming(200_000)],
])('a file %s is broken', async (_, make) => {
  await expect(read(await make())).rejects.toMatchObject({ reason: 'SHEET_BROKEN' });
});
