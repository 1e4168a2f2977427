import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

export type WriteLine = (line: string) => void;

/** `dispatch-worker | …`: whose line it is, in a column as wide as the longest name. */
export function prefixed(names: readonly string[], write: WriteLine): (name: string) => WriteLine {
  const width = Math.max(...names.map(({ length }) => length));
  return (name) => (line) => write(`${name.padEnd(width)} | ${line}`);
}

export function writeLines(stream: Readable, write: WriteLine): void {
  createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on('line', write);
}
