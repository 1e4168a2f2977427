import type { FileContent } from './file-content';
import type { FileType } from './file-types';
import { readOleNames } from './ole-directory';
import { isText } from './text-content';
import { readZipNames } from './zip-directory';

const HEAD_BYTES = 64 * 1024;

const SIGNATURES: readonly (readonly [Buffer, FileType])[] = [
  [Buffer.from('%PDF-'), 'pdf'],
  [Buffer.from('89504e470d0a1a0a', 'hex'), 'png'],
  [Buffer.from('ffd8ff', 'hex'), 'jpeg'],
];
const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** The part that makes a ZIP file one of the formats. */
const ZIP_PARTS: readonly (readonly [string, FileType])[] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['ppt/presentation.xml', 'pptx'],
  ['OFD.xml', 'ofd'],
];
const OLE_STREAMS: readonly (readonly [string, FileType])[] = [
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
];

/** Macros in a format that has none of its own: the file lies about what it is. */
const MACROS = /(^|\/)vbaProject\.bin$/i;

/** The type of a file by its content alone; null when it is none of the types the hub keeps. */
export async function sniffType(content: FileContent): Promise<FileType | null> {
  const head = await content.read(0, HEAD_BYTES);
  const signed = SIGNATURES.find(([signature]) => startsWith(head, signature));
  if (signed) return signed[1];
  if (startsWith(head, ZIP)) return typeOfZip(await readZipNames(content));
  if (startsWith(head, OLE)) return firstMatch(OLE_STREAMS, await readOleNames(content));
  return isText(head) ? 'txt' : null;
}

function typeOfZip(names: ReadonlySet<string> | null): FileType | null {
  if (names === null || [...names].some((name) => MACROS.test(name))) return null;
  const type = firstMatch(ZIP_PARTS, names);
  return type === 'ofd' || names.has('[Content_Types].xml') ? type : null;
}

function firstMatch(table: typeof ZIP_PARTS, names: ReadonlySet<string>): FileType | null {
  return table.find(([name]) => names.has(name))?.[1] ?? null;
}

function startsWith(head: Buffer, signature: Buffer): boolean {
  return head.subarray(0, signature.length).equals(signature);
}
