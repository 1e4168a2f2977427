/** How much there is in a JSON value: values in all, and the items of its longest list. */
export interface ValueMeasure {
  readonly values: number;
  readonly listItems: number;
}

/** Iterative: how deep it is was not necessarily asked before. */
export function measureValue(value: unknown): ValueMeasure {
  let values = 0;
  let listItems = 0;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const item = open.pop();
    values += 1;
    if (typeof item !== 'object' || item === null) continue;
    const children = Array.isArray(item) ? item : Object.values(item);
    if (Array.isArray(item)) listItems = Math.max(listItems, item.length);
    for (const child of children) open.push(child);
  }
  return { values, listItems };
}
