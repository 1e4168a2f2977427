import type { FileContent } from './file-content';

/** PKWARE APPNOTE 4.3.12 and 4.3.16. */
const END_SIGNATURE = Buffer.from('PK\x05\x06', 'latin1');
const ENTRY_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const MAX_COMMENT = 0xffff;
const MAX_DIRECTORY_BYTES = 4 * 1024 * 1024;

/** Names of the entries of a ZIP file as its central directory lists them; null when it has no sound directory. */
export async function readZipNames(content: FileContent): Promise<ReadonlySet<string> | null> {
  const tailStart = Math.max(0, content.size - END_LENGTH - MAX_COMMENT);
  const tail = await content.read(tailStart, content.size - tailStart);
  const end = findEnd(tail);
  if (end === -1) return null;
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (length > MAX_DIRECTORY_BYTES || start + length > tailStart + end) return null;
  return namesIn(await content.read(start, length), tail.readUInt16LE(end + 10));
}

/** The end record whose comment reaches exactly to the end of the file: another match would be inside a comment. */
function findEnd(tail: Buffer): number {
  let at = tail.lastIndexOf(END_SIGNATURE);
  while (at !== -1) {
    if (at + END_LENGTH <= tail.length && at + END_LENGTH + tail.readUInt16LE(at + 20) === tail.length) return at;
    at = at === 0 ? -1 : tail.lastIndexOf(END_SIGNATURE, at - 1);
  }
  return -1;
}

function namesIn(directory: Buffer, count: number): ReadonlySet<string> | null {
  const names = new Set<string>();
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + ENTRY_LENGTH > directory.length || directory.readUInt32LE(at) !== ENTRY_SIGNATURE) return null;
    const nameEnd = at + ENTRY_LENGTH + directory.readUInt16LE(at + 28);
    names.add(directory.toString('utf8', at + ENTRY_LENGTH, nameEnd));
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return names;
}
