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
  for (const row of rows.filter(({ frozen }) => frozen)) {
    shown.set(row.reportId, { fields: row.fields, values: row.values ?? {} });
  }
  const working = rowsBy(
    rows.filter(({ frozen }) => !frozen),
    ({ templateId, templateVersion }) => `${templateId}.${templateVersion}`,
  );
  for (const group of working.values()) await showWorking(tx, group, shown);
  return shown;
}

async function showWorking(
  tx: ReadTransaction,
  group: readonly ContentRow[],
  shown: Map<Id, ShownContent>,
): Promise<void> {
  const fields = group[0]?.fields ?? [];
  const known = await knownValues(tx, fields, group);
  for (const [index, { reportId, values }] of group.entries()) {
    shown.set(reportId, { fields, values: filledValues(fields, values ?? {}, known[index]) });
  }
}
