/** GraphQL wants an object; the union of the domain stays the one source. */
export function enumOf<Value extends string>(values: readonly Value[]): { readonly [V in Value]: V } {
  return Object.fromEntries(values.map((value) => [value, value])) as { readonly [V in Value]: V };
}

/** The same names, described by their Chinese terms. */
export function described<Value extends string>(
  names: Readonly<Record<Value, string>>,
): Record<Value, { description: string }> {
  const entries = Object.entries<string>(names).map(([value, name]) => [value, { description: `${name}。` }]);
  return Object.fromEntries(entries) as Record<Value, { description: string }>;
}
