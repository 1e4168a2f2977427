import type { ReadTransaction } from '@hub/persistence';

import { knownReferences } from '../data/known-references.read-model';
import { refuseProblems } from '../domain/check-values';
import { referenceProblems, referencesIn } from '../domain/field-references';
import type { FieldValues } from '../domain/field-value';
import type { TemplateField } from '../domain/template-field';

/** Throws REPORT_FIELDS_INVALID when values refer to papers, units or organisations that are not there. */
export async function assertReferencesKnown(
  tx: ReadTransaction,
  fields: readonly TemplateField[],
  values: FieldValues,
): Promise<void> {
  const named = referencesIn(values);
  if (named.documentIds.length + named.unitIds.length + named.organizationIds.length === 0) return;
  refuseProblems(referenceProblems(fields, values, await knownReferences(tx, named)));
}
