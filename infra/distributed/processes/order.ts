import { distributedError } from '../distributed.errors';

/** By name: the names that each one waits for. */
export type Waits = ReadonlyMap<string, readonly string[]>;

/** The same from the other end: who waits for each one. */
export function dependents(waits: Waits): Waits {
  return new Map(
    [...waits.keys()].map((name) => [name, [...waits].filter(([, on]) => on.includes(name)).map(([by]) => by)]),
  );
}

/** Throws SERVICES_IN_A_CIRCLE: such services would wait for each other for ever. */
export function assertNoCircle(waits: Waits): void {
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) throw distributedError('SERVICES_IN_A_CIRCLE', { names: [...path, name].join(' → ') });
    if (done.has(name)) return;
    for (const other of waits.get(name) ?? []) visit(other, [...path, name]);
    done.add(name);
  };
  for (const name of waits.keys()) visit(name, []);
}
