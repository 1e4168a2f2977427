import type { FactCode } from './fact-catalogue';
import type { TemplateField } from './template-field';

type More = Partial<Omit<TemplateField, 'key' | 'label' | 'type' | 'origin'>>;

export const ASKED = { origin: { by: 'ASKED' }, required: true } as const;

/** A passage of the report. */
export const passage = (key: string, label: string, more: More = {}): TemplateField => ({
  key,
  label,
  type: 'TEXT',
  ...ASKED,
  maxLength: 3000,
  ...more,
});

/** How many of something. */
export const count = (key: string, label: string, measure: string, more: More = {}): TemplateField => ({
  key,
  label,
  type: 'NUMBER',
  ...ASKED,
  min: 0,
  max: 1_000_000,
  measure,
  ...more,
});

export const known = (key: string, label: string, fact: FactCode, measure: string): TemplateField => ({
  key,
  label,
  type: 'NUMBER',
  origin: { by: 'PREFILLED', fact },
  required: false,
  measure,
});

export const computed = (key: string, label: string, formula: string, more: More = {}): TemplateField => ({
  key,
  label,
  type: 'NUMBER',
  origin: { by: 'DERIVED', formula },
  required: false,
  ...more,
});

export const files = (label: string, more: More = {}): TemplateField => ({
  key: 'files',
  label,
  type: 'FILE',
  ...ASKED,
  required: false,
  maxFiles: 5,
  ...more,
});

export const column = (key: string, label: string, type: TemplateField['type'], more: More = {}): TemplateField => ({
  key,
  label,
  type,
  ...ASKED,
  ...more,
});
