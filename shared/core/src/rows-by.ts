/** Rows sorted out by a key that many may share, in their order. */
export function rowsBy<Key, Row>(rows: readonly Row[], keyOf: (row: Row) => Key): ReadonlyMap<Key, readonly Row[]> {
  const sorted = new Map<Key, Row[]>();
  for (const row of rows) {
    const known = sorted.get(keyOf(row));
    if (known) known.push(row);
    else sorted.set(keyOf(row), [row]);
  }
  return sorted;
}
