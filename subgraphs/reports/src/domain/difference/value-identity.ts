import type { FieldValue, FieldValues } from '../field-value';

/**
 * Equal for values that say the same: `12.50` is `12.5`, and the order in which options were ticked or files were added says
 * nothing.
 */
export function identityOf(value: FieldValue): string {
  switch (value.type) {
    case 'NUMBER':
      return identity(value, shortest(value.number));
    case 'CHOICE':
      return identity(value, [...value.choices].sort());
    case 'FILE':
      return identity(value, [...value.fileIds].sort());
    case 'TABLE':
      return identity(value, value.rows.map(rowIdentity));
    default: {
      const { type: _, ...held } = value;
      return identity(value, Object.values(held));
    }
  }
}

/** The same for a row, whatever the order of its cells. */
export const rowIdentity = (row: FieldValues): string =>
  JSON.stringify(
    Object.keys(row)
      .sort()
      .map((key) => [key, identityOf(row[key] as FieldValue)]),
  );

const identity = ({ type }: FieldValue, held: unknown): string => JSON.stringify([type, held]);

const shortest = (decimal: string): string =>
  decimal.includes('.') ? decimal.replace(/0+$/, '').replace(/\.$/, '') : decimal;
