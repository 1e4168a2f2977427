import type { Readable } from 'node:stream';

import type { PaperBlock, TableRows } from '@hub/core';

import { XML_HEAD, xmlText } from '../xml-text';
import { writePackage } from '../zip/package-writer';
import { CONTENT_TYPES, DOCUMENT_RELATIONS, PACKAGE_RELATIONS, STYLES, styleId, WORD } from './paper-parts';

/** A docx file as a stream: its blocks are asked for as the reader takes them. */
export const writePaper = (blocks: AsyncIterable<PaperBlock> | Iterable<PaperBlock>, writtenAt: Date): Readable =>
  writePackage(
    [
      ['[Content_Types].xml', CONTENT_TYPES],
      ['_rels/.rels', PACKAGE_RELATIONS],
      ['word/_rels/document.xml.rels', DOCUMENT_RELATIONS],
      ['word/styles.xml', STYLES],
      ['word/document.xml', documentPart(blocks)],
    ],
    writtenAt,
  );

/** A4 with the margins of the standard, in twentieths of a point. */
const PAGE =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';

async function* documentPart(blocks: AsyncIterable<PaperBlock> | Iterable<PaperBlock>): AsyncGenerator<string> {
  yield `${XML_HEAD}<w:document xmlns:w="${WORD}"><w:body>`;
  // Columns of the table that rows may still be added to.
  let columns = 0;
  for await (const block of blocks) {
    if ('more' in block && columns > 0) {
      yield rowsText(block.more, columns);
      continue;
    }
    if (columns > 0) yield TABLE_END;
    columns = 'table' in block ? columnsOf(block.table) : 0;
    yield blockText(block);
  }
  if (columns > 0) yield TABLE_END;
  yield `${PAGE}</w:body></w:document>`;
}

function blockText(block: PaperBlock): string {
  if ('pageBreak' in block) return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
  if ('table' in block) return tableStart(block.table);
  if ('more' in block) throw new Error('rows without a table');
  return block.text
    .split(/\r?\n/)
    .map((line) => paragraph(line, styleId(block.style)))
    .join('');
}

const paragraph = (text: string, style: string | null): string =>
  `<w:p>${style === null ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r></w:p>`;

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('');

/** A paragraph stands behind it, or the next table would grow into it. */
const TABLE_END = '</w:tbl><w:p/>';

const columnsOf = (rows: TableRows): number => Math.max(1, ...rows.map(({ length }) => length));

function tableStart(rows: TableRows): string {
  const columns = columnsOf(rows);
  const [head = [], ...others] = rows;
  const grid = '<w:gridCol/>'.repeat(columns);
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${SIDES}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rowText(head, columns, '<w:trPr><w:tblHeader/></w:trPr>')}${rowsText(others, columns)}`;
}

const rowsText = (rows: TableRows, columns: number): string => rows.map((row) => rowText(row, columns, '')).join('');

function rowText(row: readonly string[], columns: number, properties: string): string {
  const width = Math.floor(5000 / columns);
  const cells = Array.from({ length: columns }, (_, column) => cellText(row[column] ?? '', width));
  return `<w:tr>${properties}${cells.join('')}</w:tr>`;
}

const cellText = (text: string, width: number): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="pct"/></w:tcPr>${text
    .split(/\r?\n/)
    .map((line) => paragraph(line, null))
    .join('')}</w:tc>`;
