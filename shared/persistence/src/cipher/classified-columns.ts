import type { DataLevel } from '@hub/core';

/**
 * A column of level 3 or 4, named where its table is. What is not named is level 2. `test/contract/field-classes.test.ts`
 * holds it against the database and the graph.
 */
export type ClassifiedColumn = PersonalColumn | SensitiveColumn;

interface Shown {
  /** `member.phone`. */
  readonly column: string;
  /** Fields of the graph through which its value leaves; they carry the same level. */
  readonly shownBy: readonly `${string}.${string}`[];
}

interface PersonalColumn extends Shown {
  readonly level: Extract<DataLevel, 3>;
}

interface SensitiveColumn extends Shown {
  readonly level: Extract<DataLevel, 4>;
  /** How a dump of the database does not tell it. */
  readonly kept: Kept;
}

export type Kept =
  /** By the field cipher, bound to the row with the id in that column of the table. A rotation of keys walks these. */
  | { readonly as: 'ENCRYPTED'; readonly rowId: string }
  /** Nobody can turn it back: a digest of a secret, or a keyed hash to find a value by. */
  | { readonly as: 'DIGEST'; readonly because: string }
  /** Readable in the database, for a reason, and protected by what the reason says. */
  | { readonly as: 'CLEAR'; readonly because: string };

export interface EncryptedColumn {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

export function encryptedColumns(columns: readonly ClassifiedColumn[] = []): EncryptedColumn[] {
  return columns.flatMap((each) => {
    if (each.level !== 4 || each.kept.as !== 'ENCRYPTED') return [];
    const [table = '', column = ''] = each.column.split('.');
    return [{ table, column, rowId: each.kept.rowId }];
  });
}
