import type { Id } from '@hub/core';

import { type FieldProblem, fieldProblem } from './field-problem';
import { type FieldValues, valueAt } from './field-value';
import type { TemplateField } from './template-field';

/** Papers, units and organisations. */
export interface ReferredIds {
  readonly documentIds: readonly Id[];
  readonly unitIds: readonly Id[];
  readonly organizationIds: readonly Id[];
}

/** Those that a version refers to. */
export function referencesIn(values: FieldValues): ReferredIds {
  const all = Object.values(values);
  return {
    documentIds: all.flatMap((value) => (value.type === 'DOCUMENT' ? [value.documentId] : [])),
    unitIds: all.flatMap((value) => (value.type === 'UNIT' ? [value.unitId] : [])),
    organizationIds: all.flatMap((value) => (value.type === 'ORGANIZATION' ? [value.organizationId] : [])),
  };
}

/** What refers to what is not `known`. */
export function referenceProblems(
  fields: readonly TemplateField[],
  values: FieldValues,
  known: ReferredIds,
): readonly FieldProblem[] {
  return fields.flatMap((field) => {
    const value = valueAt(values, field.key);
    if (value?.type === 'DOCUMENT' && !known.documentIds.includes(value.documentId)) {
      return [fieldProblem(field, 'DOCUMENT_NOT_FOUND')];
    }
    if (value?.type === 'UNIT' && !known.unitIds.includes(value.unitId)) {
      return [fieldProblem(field, 'UNIT_NOT_FOUND')];
    }
    if (value?.type === 'ORGANIZATION' && !known.organizationIds.includes(value.organizationId)) {
      return [fieldProblem(field, 'ORGANIZATION_NOT_FOUND')];
    }
    return [];
  });
}
