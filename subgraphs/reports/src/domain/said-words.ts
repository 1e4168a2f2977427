import type { FieldValue, FieldValues } from './field-value';
import { isAsked, type TemplateField } from './template-field';

/** What a report says in words of the unit's own, field by field. */
export const saidWords = (values: FieldValues): readonly string[] => Object.values(values).flatMap(wordsOf);

export function wordsOf(value: FieldValue): readonly string[] {
  if (value.type === 'TEXT') return [value.text];
  if (value.type === 'CHOICE') return value.choices;
  return value.type === 'TABLE' ? value.rows.flatMap(saidWords) : [];
}

/** What the unit gave; the rest is the hub's, and was stamped into what it handed in before. */
export function askedValues(fields: readonly TemplateField[], values: FieldValues): FieldValues {
  const asked = new Set(fields.filter(isAsked).map(({ key }) => key));
  return Object.fromEntries(Object.entries(values).filter(([key]) => asked.has(key)));
}
