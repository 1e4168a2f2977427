import type { Readable } from 'node:stream';

import { type Part, writePackage } from '../zip/package-writer';

const CONTENT_TYPES: Part = ['[Content_Types].xml', '<Types/>'];

/** A workbook of one sheet 表 as other programs may write it: its XML is given as it stands. */
export function rawWorkbook(sheet: string, others: readonly Part[] = [], properties = ''): Readable {
  const parts: Part[] = [
    CONTENT_TYPES,
    [
      'xl/workbook.xml',
      `<x:workbook xmlns:x="m" xmlns:r="r"><x:workbookPr ${properties}/><x:sheets><x:sheet name="表" sheetId="1" r:id="rId7"/></x:sheets></x:workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="rId7" Type="t/worksheet" Target="/xl/worksheets/a.xml"/></Relationships>',
    ],
    ['xl/worksheets/a.xml', sheet],
    ...others,
  ];
  return writePackage(parts, new Date(0));
}

export const rawSheet = (rows: string, after = ''): string =>
  `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`;
