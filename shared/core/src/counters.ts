/** Numbers by name that are kept as differences: what one thing counts for, and how that changes. */
export interface Counters<Name extends string> {
  readonly names: readonly Name[];
  readonly none: Counted<Name>;
  fill(count: (name: Name) => number): Counted<Name>;
  add(a: Counted<Name>, b: Counted<Name>): Counted<Name>;
  /** What leads from one to the other. */
  difference(before: Counted<Name>, after: Counted<Name>): Counted<Name>;
  /** What so many things of one kind count for together. */
  times(counted: Counted<Name>, count: number): Counted<Name>;
  sum(all: readonly Counted<Name>[]): Counted<Name>;
}

export type Counted<Name extends string> = Readonly<Record<Name, number>>;

export function defineCounters<Name extends string>(names: readonly Name[]): Counters<Name> {
  const fill = (count: (name: Name) => number): Counted<Name> =>
    Object.fromEntries(names.map((name) => [name, count(name)])) as Counted<Name>;
  const none = fill(() => 0);
  const add = (a: Counted<Name>, b: Counted<Name>): Counted<Name> => fill((name) => a[name] + b[name]);
  return {
    names,
    none,
    fill,
    add,
    difference: (before, after) => fill((name) => after[name] - before[name]),
    times: (counted, count) => fill((name) => counted[name] * count),
    sum: (all) => all.reduce(add, none),
  };
}
