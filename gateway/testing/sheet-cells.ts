import { inflateRawSync } from 'node:zlib';

type Cell = { readonly text: string } | { readonly number: number };

/** A part of a package, found by its local header: packages of ours are small here and name no sizes ahead. */
function partOf(file: Buffer, name: string): string {
  const end = file.lastIndexOf(Buffer.from('504b0506', 'hex'));
  for (let at = file.readUInt32LE(end + 16); at < end; ) {
    const [packed, nameLength, extra, comment] = [20, 28, 30, 32].map((offset) =>
      offset === 20 ? file.readUInt32LE(at + offset) : file.readUInt16LE(at + offset),
    ) as [number, number, number, number];
    const local = file.readUInt32LE(at + 42);
    if (file.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
      return inflateRawSync(file.subarray(start, start + packed)).toString('utf8');
    }
    at += 46 + nameLength + extra + comment;
  }
  throw new Error(`no part ${name}`);
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** The first sheet of a workbook of ours as it is stored: which cells are numbers, and which are texts. */
export function rowsOfSheet(file: Buffer, name: string): Cell[][] {
  if (!partOf(file, 'xl/workbook.xml').includes(`<sheet name="${name}"`)) throw new Error(`no sheet ${name}`);
  const sheet = partOf(file, 'xl/worksheets/sheet1.xml');
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c [^>]*?(?:\/>|>(?:<v>([^<]*)<\/v>|<is><t[^>]*>([^<]*)<\/t><\/is>)<\/c>)/gs)].flatMap(
      ([, number, text]): Cell[] => {
        if (number !== undefined) return [{ number: Number(number) }];
        return text === undefined ? [] : [{ text: unescaped(text) }];
      },
    ),
  );
}
