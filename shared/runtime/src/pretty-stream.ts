import type { DestinationStream } from 'pino';

const SHOWN_IN_FRONT = new Set(['time', 'level', 'name', 'msg', 'pid', 'hostname', 'err']);

/** Turns pino's JSON into lines for people: `12:30:05 WARN  dispatch 签收超时 {"receiptId":"…"}`. */
export function prettyStream(destination: DestinationStream): DestinationStream {
  return { write: (line) => destination.write(`${prettyLine(JSON.parse(line) as Record<string, unknown>)}\n`) };
}

function prettyLine(entry: Record<string, unknown>): string {
  const rest = Object.entries(entry).filter(([key]) => !SHOWN_IN_FRONT.has(key));
  const parts = [
    String(entry.time).slice(11, 19),
    String(entry.level).toUpperCase().padEnd(5),
    entry.name,
    entry.msg,
    rest.length > 0 ? JSON.stringify(Object.fromEntries(rest)) : undefined,
    stackOf(entry.err),
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}

function stackOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('stack' in error)) return undefined;
  return `\n${String(error.stack)}`;
}
