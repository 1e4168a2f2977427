/** GraphQL wants an object; the union of the domain stays the one source. */
export function enumOf<Value extends string>(values: readonly Value[]): { readonly [V in Value]: V } {
  return Object.fromEntries(values.map((value) => [value, value])) as { readonly [V in Value]: V };
}

export const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] =>
  Object.keys(record) as Key[];

/** Descriptions by the Chinese terms of the domain. */
export function describedBy<Value extends string>(
  values: readonly Value[],
  nameOf: (value: Value) => string,
): Record<Value, { description: string }> {
  const entries = values.map((value) => [value, { description: `${nameOf(value)}。` }]);
  return Object.fromEntries(entries) as Record<Value, { description: string }>;
}
