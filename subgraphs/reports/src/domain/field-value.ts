import type { Id } from '@hub/core';

/** A row of a table field: its values by the keys of the columns. */
export type TableRow = Readonly<Record<string, FieldValue>>;

/** What one field holds, by its type; a field without a value is absent. */
export type FieldValue =
  | { readonly type: 'TEXT'; readonly text: string }
  /** A decimal as text, so that no digit is lost: `12.50`. */
  | { readonly type: 'NUMBER'; readonly number: string }
  | { readonly type: 'MONEY'; readonly fen: number }
  | { readonly type: 'DATE'; readonly date: string }
  | { readonly type: 'CHOICE'; readonly choices: readonly string[] }
  | { readonly type: 'TABLE'; readonly rows: readonly TableRow[] }
  | { readonly type: 'FILE'; readonly fileIds: readonly Id[] }
  | { readonly type: 'DOCUMENT'; readonly documentId: Id }
  | { readonly type: 'UNIT'; readonly unitId: Id }
  | { readonly type: 'ORGANIZATION'; readonly organizationId: Id };

/** What a version of a report says, by the keys of its template's fields. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** What can be added up over reports, as a decimal: numbers as they are, money in fen; null for everything else. */
export function figureOf(value: FieldValue): string | null {
  if (value.type === 'NUMBER') return value.number;
  return value.type === 'MONEY' ? String(value.fen) : null;
}

/** Null when the field holds nothing; never what every object has by itself, as `constructor`. */
export const valueAt = (values: FieldValues, key: string): FieldValue | null =>
  Object.hasOwn(values, key) ? (values[key] ?? null) : null;
