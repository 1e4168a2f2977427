import { type FieldValues, figureOf } from './field-value';
import type { TemplateField } from './template-field';

/** Fields that are added up over the reports of a task; those of tables are not. */
export const figureFields = (fields: readonly TemplateField[]): TemplateField[] =>
  fields.filter(({ type }) => type === 'NUMBER' || type === 'MONEY');

/** What a report says in each of them, as a decimal; null where it says nothing. */
export function figuresOf(fields: readonly TemplateField[], values: FieldValues): ReadonlyMap<string, string | null> {
  return new Map(
    figureFields(fields).map(({ key }) => {
      const value = values[key];
      return [key, value === undefined ? null : figureOf(value)];
    }),
  );
}
