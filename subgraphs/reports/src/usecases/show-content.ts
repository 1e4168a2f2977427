import { type Id, rowsBy } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { type ContentRow, contentsOf } from '../data/report-content.read-model';
import type { FieldValues } from '../domain/field-value';
import { filledValues } from '../domain/filled-values';
import type { TemplateField } from '../domain/template-field';
import { knownValues } from './known-values';

export interface ShownContent {
  readonly fields: readonly TemplateField[];
  readonly values: FieldValues;
}

/**
 * What reports say. A version that is worked on shows what the hub knows and computes today; a frozen one what was stamped
 * into it. One round for each template version, however many reports there are.
 */
export async function showContents(tx: ReadTransaction, ids: readonly Id[]): Promise<ReadonlyMap<Id, ShownContent>> {
  const rows = await contentsOf(tx, ids);
  const shown = new Map<Id, ShownContent>();
  for (const row of rows.filter(({ frozen }) => frozen)) shown.set(row.reportId, stamped(row));
  const working = rowsBy(
    rows.filter(({ frozen }) => !frozen),
    ({ templateId, templateVersion }) => `${templateId}.${templateVersion}`,
  );
  for (const group of working.values()) {
    const contents = await filled(tx, group);
    for (const [index, { reportId }] of group.entries()) shown.set(reportId, contents[index] as ShownContent);
  }
  return shown;
}

/** The same for one of them. */
export async function shownContent(tx: ReadTransaction, row: ContentRow): Promise<ShownContent> {
  if (row.frozen) return stamped(row);
  const [content] = await filled(tx, [row]);
  return content as ShownContent;
}

const stamped = ({ fields, values }: ContentRow): ShownContent => ({ fields, values: values ?? {} });

/** Of reports of one template version. */
async function filled(tx: ReadTransaction, group: readonly ContentRow[]): Promise<readonly ShownContent[]> {
  const known = await knownValues(tx, group[0]?.fields ?? [], group);
  return group.map(({ fields, values }, index) => ({
    fields,
    values: filledValues(fields, values ?? {}, known[index]),
  }));
}
