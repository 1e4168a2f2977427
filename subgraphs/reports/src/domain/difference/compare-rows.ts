import { diffArrays } from 'diff';

import type { TableRow } from '../field-value';
import type { TemplateField } from '../template-field';
import { compareValues } from './compare-values';
import type { RowDifference } from './difference';
import { rowIdentity } from './value-identity';

const FINEST = 1000;

/**
 * Rows have no names. Those that say the same in the same order are one row; what stands between two of them on both sides
 * is paired from the top and told cell by cell, and what is left over came or went.
 */
export function compareRows(
  columns: readonly TemplateField[],
  from: readonly TableRow[],
  to: readonly TableRow[],
): RowDifference[] {
  return gapsBetween(from.map(rowIdentity), to.map(rowIdentity)).flatMap(({ fromRow, toRow, removed, added }) =>
    Array.from({ length: Math.max(removed, added) }, (_, index) => {
      const [before, after] = [index < removed ? fromRow + index : null, index < added ? toRow + index : null];
      return {
        change: before === null ? 'ADDED' : after === null ? 'REMOVED' : 'CHANGED',
        fromRow: before,
        toRow: after,
        cells: compareValues(columns, rowAt(from, before), rowAt(to, after)),
      };
    }),
  );
}

const rowAt = (rows: readonly TableRow[], row: number | null): TableRow => (row === null ? {} : (rows[row - 1] ?? {}));

/** Rows of which the other side has nothing at this place, and where they begin, counted from 1. */
interface Gap {
  readonly fromRow: number;
  readonly toRow: number;
  readonly removed: number;
  readonly added: number;
}

function gapsBetween(from: readonly string[], to: readonly string[]): Gap[] {
  const parts = diffArrays([...from], [...to], { maxEditLength: FINEST });
  if (parts === undefined) return [{ fromRow: 1, toRow: 1, removed: from.length, added: to.length }];
  const gaps: Gap[] = [];
  let gap: Gap = { fromRow: 1, toRow: 1, removed: 0, added: 0 };
  for (const { count, added, removed } of parts) {
    if (removed) gap = { ...gap, removed: gap.removed + count };
    else if (added) gap = { ...gap, added: gap.added + count };
    else {
      gaps.push(gap);
      gap = { fromRow: gap.fromRow + gap.removed + count, toRow: gap.toRow + gap.added + count, removed: 0, added: 0 };
    }
  }
  return [...gaps, gap];
}
