/** What old and new Windows editors save Chinese text as. */
const ENCODINGS = ['utf-8', 'gb18030'] as const;

/** True for bytes that are readable text: no control characters but line ends and tabs, sound in a known encoding. */
export function isText(head: Buffer): boolean {
  return !head.some(isControl) && ENCODINGS.some((encoding) => isSoundIn(encoding, head));
}

function isControl(byte: number): boolean {
  return (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) || byte === 0x7f;
}

function isSoundIn(encoding: string, head: Buffer): boolean {
  try {
    // `stream`: the head may end in the middle of a character.
    new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}
