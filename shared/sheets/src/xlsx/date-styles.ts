import type { PackageReader } from '../zip/package-reader';
import { readXml } from '../zip/xml-reader';

/** Formats of days that every spreadsheet has, those of the Chinese edition among them; times of day are none. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);

/** What stands in quotes, in brackets or behind a backslash says nothing of the value. */
const isDateCode = (code: string): boolean => /[yd年日]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

/** Which styles of cells show a number as a day. */
export async function dateStylesOf(file: PackageReader, part: string): Promise<ReadonlySet<number>> {
  const styles = new Set<number>();
  if (!file.has(part)) return styles;
  const custom = new Map<number, boolean>();
  let inCells = false;
  let index = 0;
  await readXml(file.text(part), {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmt') custom.set(Number(numFmtId), isDateCode(formatCode ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const id = Number(numFmtId);
      if (custom.get(id) ?? isBuiltInDate(id)) styles.add(index);
      index += 1;
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}
