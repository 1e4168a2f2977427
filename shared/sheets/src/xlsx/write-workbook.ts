import type { Readable } from 'node:stream';

import { XML_HEAD, xmlText } from '../xml-text';
import { type Part, writePackage } from '../zip/package-writer';
import type { WrittenSheet } from './sheet.type';
import { sheetPart } from './sheet-part';
import { STYLES_PART } from './styles-part';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** An xlsx file as a stream: the rows of a sheet are asked for as the reader takes them, one sheet after the other. */
export function writeWorkbook(sheets: readonly WrittenSheet[], writtenAt: Date): Readable {
  const numbered = sheets.map((sheet, index) => ({ sheet, number: index + 1 }));
  const parts: Part[] = [
    ['[Content_Types].xml', contentTypes(numbered.map(({ number }) => number))],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...numbered.map(({ number }) => ['worksheet', `worksheets/sheet${number}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', STYLES_PART],
    ...numbered.map(({ sheet, number }): Part => [`xl/worksheets/sheet${number}.xml`, sheetPart(sheet)]),
  ];
  return writePackage(parts, writtenAt);
}

const contentTypes = (numbers: readonly number[]): string =>
  `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${numbers.map((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPES}.worksheet+xml"/>`).join('')}</Types>`;

const relations = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `${XML_HEAD}<Relationships xmlns="${RELATIONS}">${targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

const workbook = (sheets: readonly WrittenSheet[]): string =>
  `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name, hidden }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}"${hidden ? ' state="veryHidden"' : ''} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`;
