import { inflateRawSync } from 'node:zlib';

/** Numbers of a ZIP directory, by where they stand in an entry of it. */
const PACKED = 20;
const LENGTHS = [28, 30, 32] as const;
const LOCAL_HEADER = 42;
const NAME = 46;

/** A part of an office file as text. */
export function partOf(file: Buffer, name: string): string {
  const end = file.lastIndexOf(Buffer.from('504b0506', 'hex'));
  let at = file.readUInt32LE(end + 16);
  while (at < end) {
    const lengths = LENGTHS.map((offset) => file.readUInt16LE(at + offset));
    if (file.toString('utf8', at + NAME, at + NAME + (lengths[0] ?? 0)) === name) return unpacked(file, at);
    at += NAME + lengths.reduce((sum, length) => sum + length, 0);
  }
  throw new Error(`no part ${name}`);
}

function unpacked(file: Buffer, at: number): string {
  const local = file.readUInt32LE(at + LOCAL_HEADER);
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  return inflateRawSync(file.subarray(start, start + file.readUInt32LE(at + PACKED))).toString('utf8');
}

export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Paragraphs of a docx file in their order, those in cells of tables too. */
export const paragraphsOf = (file: Buffer): string[] =>
  [...partOf(file, 'word/document.xml').matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(([, text = '']) => unescaped(text));
