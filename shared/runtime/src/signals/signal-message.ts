/** Postgres takes less than 8000 bytes. */
const MAX_BYTES = 7900;

/** A signal on its way. Without a payload: signals of this topic may have been lost. */
export interface SignalMessage {
  readonly topic: string;
  readonly payload?: unknown;
}

/** What does not fit is told as a gap: listeners then read again, which is what the signal wanted of them. */
export function writeMessage({ topic, payload }: SignalMessage): string {
  const text = `${topic}\n${payload === undefined ? '' : JSON.stringify(payload)}`;
  return Buffer.byteLength(text) > MAX_BYTES ? `${topic}\n` : text;
}

export function topicOf(message: string): string {
  const end = message.indexOf('\n');
  return end === -1 ? message : message.slice(0, end);
}

/** Undefined for a gap, and for what is no JSON: a message that cannot be read is one that was lost. */
export function payloadOf(message: string): unknown {
  const text = message.slice(topicOf(message).length + 1);
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
