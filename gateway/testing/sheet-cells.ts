import { partOf, unescaped } from './package-part';

type Cell = { readonly text: string } | { readonly number: number };

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
