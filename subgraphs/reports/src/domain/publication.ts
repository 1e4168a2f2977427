import type { FieldValue, FieldValues } from './field-value';
import { reportError } from './report.errors';
import type { TemplateField } from './template-field';

export const PUBLICATION_READERS = ['ALL', 'CHOSEN'] as const;

export type PublicationReaders = (typeof PUBLICATION_READERS)[number];

/** A field as its readers see it: they know neither the template nor the report. */
export interface PublishedField {
  readonly field: TemplateField;
  readonly value: FieldValue;
}

/** The chosen fields with what they say, in the order of the template; files stay with the report. Throws PUBLISHED_FIELDS_INVALID. */
export function publishedFields(
  fields: readonly TemplateField[],
  values: FieldValues,
  keys: readonly string[],
): PublishedField[] {
  const chosen = fields.flatMap((field): PublishedField[] => {
    const value = values[field.key];
    return keys.includes(field.key) && value && value.type !== 'FILE' ? [{ field, value }] : [];
  });
  if (chosen.length === 0 || chosen.length < new Set(keys).size) throw reportError('PUBLISHED_FIELDS_INVALID');
  return chosen;
}
