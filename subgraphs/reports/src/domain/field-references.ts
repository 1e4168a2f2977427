import type { Id } from '@hub/core';

import { type FieldProblem, fieldProblem } from './field-problem';
import { type FieldValues, valueAt } from './field-value';
import type { TemplateField } from './template-field';

/** Units and organisations. */
export interface DirectoryIds {
  readonly unitIds: readonly Id[];
  readonly organizationIds: readonly Id[];
}

/** Those that a version refers to. Papers are not among them: whoever may not see one sees none. */
export function referencesIn(values: FieldValues): DirectoryIds {
  const all = Object.values(values);
  return {
    unitIds: all.flatMap((value) => (value.type === 'UNIT' ? [value.unitId] : [])),
    organizationIds: all.flatMap((value) => (value.type === 'ORGANIZATION' ? [value.organizationId] : [])),
  };
}

/** What refers to what is not `known`. */
export function referenceProblems(
  fields: readonly TemplateField[],
  values: FieldValues,
  known: DirectoryIds,
): readonly FieldProblem[] {
  return fields.flatMap((field) => {
    const value = valueAt(values, field.key);
    if (value?.type === 'UNIT' && !known.unitIds.includes(value.unitId)) {
      return [fieldProblem(field, 'UNIT_NOT_FOUND')];
    }
    if (value?.type === 'ORGANIZATION' && !known.organizationIds.includes(value.organizationId)) {
      return [fieldProblem(field, 'ORGANIZATION_NOT_FOUND')];
    }
    return [];
  });
}
