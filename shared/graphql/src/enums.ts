/** GraphQL wants an object where the domain has a union of texts; the domain's list stays the one source. */
export function enumOf<Value extends string>(values: readonly Value[]): { readonly [V in Value]: V } {
  return Object.fromEntries(values.map((value) => [value, value])) as { readonly [V in Value]: V };
}

/** `valuesConfig` of an enum: each value by its Chinese term. */
export function describedBy<Value extends string>(
  values: readonly Value[],
  nameOf: (value: Value) => string,
): Record<Value, { description: string }> {
  const entries = values.map((value) => [value, { description: `${nameOf(value)}。` }]);
  return Object.fromEntries(entries) as Record<Value, { description: string }>;
}

/** The same for terms that stand in a record. */
export function described<Value extends string>(names: Readonly<Record<Value, string>>) {
  return describedBy(keysOf(names), (value) => names[value]);
}

/** The keys of a closed record, as the union they are. */
export const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] =>
  Object.keys(record) as Key[];
