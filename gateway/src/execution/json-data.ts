import { Verbatim } from './verbatim/verbatim';

/**
 * An object of a subgraph's answer, and of the tree they are merged into. Keys are data keys (see data-keys.ts); values
 * are those of JSON, or `Verbatim` where nobody had to look into them.
 */
export type DataObject = Record<string, unknown>;

/** Also of what clients send: an object of JSON, and no list. */
export function isObject(value: unknown): value is DataObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Verbatim);
}

/** What stands there, for whoever looks into it; it is never verbatim from then on. */
export function openedIn(parent: DataObject | unknown[], key: string | number): unknown {
  const values = parent as Record<string | number, unknown>;
  const value = values[key];
  if (!(value instanceof Verbatim)) return value;
  const inner = value.open();
  values[key] = inner;
  return inner;
}
