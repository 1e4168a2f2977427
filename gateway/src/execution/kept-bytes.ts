/**
 * Bytes that are kept for long, in memory of their own. A small Buffer is cut from eight kilobytes which it keeps alive
 * for itself and whatever stood beside it: twelve thousand plans came to hold a hundred megabytes.
 */
export function keptBytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text));
}
