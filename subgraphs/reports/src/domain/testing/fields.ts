import type { FieldType, TemplateField } from '../template-field';

/** A field that is asked for and may be left out. */
export const field = (type: FieldType, change: Partial<TemplateField> = {}): TemplateField => ({
  key: 'it',
  label: '某项',
  type,
  origin: { by: 'ASKED' },
  required: false,
  ...change,
});

export const derived = (key: string, formula: string, change: Partial<TemplateField> = {}): TemplateField =>
  field('NUMBER', { key, label: key, origin: { by: 'DERIVED', formula }, ...change });
