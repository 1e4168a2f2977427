import { XML_HEAD, xmlText } from '../xml-text';
import { columnName } from './cell';
import { escapedCellText } from './cell-text';
import { isExact, serialOfDay, serialOfMinute } from './number-text';
import { DEFAULT_WIDTH, heightOf } from './row-height';
import type { SheetColumn, SheetRow, WrittenSheet } from './sheet.type';
import { dateStyle, HINT_STYLE, minuteStyle, NOTE_STYLE, numberStyle, TITLE_STYLE, textStyle } from './styles-part';

/** What a cell holds at most; the rest of a longer text is left out and said to be. */
const MAX_TEXT = 32_767;
const CUT = '……（全文请在系统中查看）';
/** What a list of choices may be long, in the only place that every program reads. */
const MAX_LIST = 255;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MINUTE = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/;

/** The text of one sheet, row by row. */
export async function* sheetPart(sheet: WrittenSheet): AsyncGenerator<string> {
  const { columns, form = false } = sheet;
  const head = headRows(sheet);
  yield `${XML_HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${view(head.length)}${widths(columns)}<sheetData>${head.join('')}`;
  let number = head.length;
  for await (const row of sheet.rows) {
    number += 1;
    yield rowText(number, row, columns);
  }
  for (const note of sheet.notes?.() ?? []) {
    number += 1;
    yield `<row r="${number}">${inline(`A${number}`, NOTE_STYLE, note)}</row>`;
  }
  yield `</sheetData>${sheet.protected ? PROTECTION : ''}${form ? validations(columns, head.length + 1) : ''}</worksheet>`;
}

const PROTECTION =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0"/>';

const view = (head: number): string =>
  `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;

const widths = (columns: readonly SheetColumn[]): string =>
  `<cols>${columns.map(({ width = DEFAULT_WIDTH, hidden }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${hidden ? ' hidden="1"' : ''}/>`).join('')}</cols>`;

function headRows({ columns, form }: WrittenSheet): string[] {
  const texts: (readonly [readonly string[], number, string])[] = [
    [columns.map(({ title }) => title), TITLE_STYLE, ''],
  ];
  if (form) texts.unshift([columns.map(({ key }) => key), 0, ' hidden="1"']);
  // A form has as many lines before its rows whatever they say: who reads it back counts them.
  if (form || columns.some(({ hint }) => hint)) texts.push([columns.map(({ hint = '' }) => hint), HINT_STYLE, '']);
  return texts.map(([cells, style, attributes], index) => {
    const number = index + 1;
    const written = cells.map((text, column) => inline(columnName(column) + number, style, text));
    return `<row r="${number}"${attributes || heightOf(cells, columns)}>${written.join('')}</row>`;
  });
}

function rowText(number: number, { cells, locked = false }: SheetRow, columns: readonly SheetColumn[]): string {
  const written = columns.map((column, index) =>
    valueCell(columnName(index) + number, cells[index] ?? null, column, locked || column.locked === true),
  );
  return `<row r="${number}"${heightOf(cells, columns)}>${written.join('')}</row>`;
}

/** Empty cells are written too: a protected sheet locks what has no style. */
function valueCell(at: string, value: string | null, { format, decimals = 0 }: SheetColumn, locked: boolean): string {
  if (format === 'NUMBER' && (value === null || isExact(value))) return plain(at, numberStyle(decimals, locked), value);
  if (format === 'DATE' && (value === null || DAY.test(value)))
    return plain(at, dateStyle(locked), value && String(serialOfDay(value)));
  if (format === 'MINUTE' && (value === null || MINUTE.test(value)))
    return plain(at, minuteStyle(locked), value && String(serialOfMinute(value)));
  return value === null ? plain(at, textStyle(locked), null) : inline(at, textStyle(locked), value);
}

const plain = (at: string, style: number, value: string | null): string =>
  `<c r="${at}" s="${style}"${value === null ? '/>' : `><v>${value}</v></c>`}`;

/** Texts stand as texts: whatever they begin with, none is a formula. */
function inline(at: string, style: number, text: string): string {
  const whole = text.length > MAX_TEXT ? text.slice(0, MAX_TEXT - CUT.length) + CUT : text;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(escapedCellText(whole))}</t></is></c>`;
}

function validations(columns: readonly SheetColumn[], firstRow: number): string {
  const lists = columns.flatMap(({ choices = [], locked }, index) => {
    const list = choices.join(',');
    if (locked || choices.length === 0 || list.length > MAX_LIST || choices.some((choice) => /[",]/.test(choice)))
      return [];
    const column = columnName(index);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${column}${firstRow}:${column}1048576"><formula1>"${xmlText(list)}"</formula1></dataValidation>`;
  });
  return lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}
