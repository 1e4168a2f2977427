import type { FieldValue, FieldValues, TableRow } from '../field-value';
import type { TemplateField } from '../template-field';
import { compareRows } from './compare-rows';
import { compareValues } from './compare-values';
import type { FieldDifference } from './difference';

/** What a report says, and by which fields. */
export interface ComparedWords {
  readonly fields: readonly TemplateField[];
  readonly values: FieldValues;
}

/**
 * What two reports of one template do not say alike: the fields in the order of the later one, then those that only the
 * earlier one has. A field keeps its key and its type over all versions of a template.
 */
export function compareReports(earlier: ComparedWords, later: ComparedWords): FieldDifference[] {
  return compareValues(fieldsOfBoth(later.fields, earlier.fields), earlier.values, later.values).map((difference) => {
    const { field, from, to } = difference;
    const rows = field.type === 'TABLE' ? compareRows(columnsOf(field, earlier), rowsOf(from), rowsOf(to)) : null;
    return { ...difference, rows };
  });
}

function columnsOf({ key, columns = [] }: TemplateField, earlier: ComparedWords): TemplateField[] {
  return fieldsOfBoth(columns, earlier.fields.find((field) => field.key === key)?.columns ?? []);
}

function fieldsOfBoth(later: readonly TemplateField[], earlier: readonly TemplateField[]): TemplateField[] {
  const kept = new Set(later.map(({ key }) => key));
  return [...later, ...earlier.filter(({ key }) => !kept.has(key))];
}

const rowsOf = (value: FieldValue | null): readonly TableRow[] => (value?.type === 'TABLE' ? value.rows : []);
