import { posix } from 'node:path';

import { sheetError } from '../sheet.errors';
import type { PackageReader } from '../zip/package-reader';
import { readXml } from '../zip/xml-reader';

export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetEntry[];
  readonly since1904: boolean;
  readonly sharedTexts: string;
  readonly styles: string;
}

const WORKBOOK = 'xl/workbook.xml';

/** Where the sheets of a workbook stand in its package. */
export async function workbookParts(file: PackageReader): Promise<WorkbookParts> {
  const relations = await relationsOf(file);
  const sheets: SheetEntry[] = [];
  let since1904 = false;
  await readXml(file.text(WORKBOOK), {
    open(element, attributes) {
      if (element === 'workbookPr') since1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (element !== 'sheet') return;
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
      const part = relations.get(id ?? '')?.part;
      if (part === undefined) throw sheetError('SHEET_BROKEN');
      sheets.push({ name: attributes.name ?? '', hidden: (attributes.state ?? 'visible') !== 'visible', part });
    },
  });
  const partOf = (type: string, usual: string): string =>
    [...relations.values()].find((relation) => relation.type.endsWith(type))?.part ?? usual;
  return {
    sheets,
    since1904,
    sharedTexts: partOf('/sharedStrings', 'xl/sharedStrings.xml'),
    styles: partOf('/styles', 'xl/styles.xml'),
  };
}

async function relationsOf(file: PackageReader) {
  const relations = new Map<string, { readonly type: string; readonly part: string }>();
  await readXml(file.text('xl/_rels/workbook.xml.rels'), {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name !== 'Relationship') return;
      const part = Target.startsWith('/') ? Target.slice(1) : posix.normalize(`xl/${Target}`);
      relations.set(Id, { type: Type, part });
    },
  });
  return relations;
}
