/** An object of a subgraph's answer, and of the tree they are merged into. Keys are data keys (see data-keys.ts). */
export type DataObject = Record<string, unknown>;

/** Also of what clients send: an object of JSON, and no list. */
export function isObject(value: unknown): value is DataObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
