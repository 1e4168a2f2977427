import type { FieldValues } from './field-value';
import { derive } from './formula';
import { askedValues } from './said-words';
import type { TemplateField } from './template-field';

/** All that a report says: what the unit gave, what the hub knows beside it, and what is computed from both. */
export function filledValues(
  fields: readonly TemplateField[],
  values: FieldValues,
  known: FieldValues | undefined,
): FieldValues {
  const given = { ...askedValues(fields, values), ...known };
  return { ...given, ...derive(fields, given) };
}
