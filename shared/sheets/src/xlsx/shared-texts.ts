import { type SheetLimits, sizesOf } from '../limits';
import { sheetError } from '../sheet.errors';
import type { PackageReader } from '../zip/package-reader';
import { readXml } from '../zip/xml-reader';
import { cellText } from './cell-text';

/** Texts that cells refer to by their number. Runs of one text are put together; readings above it are no part of it. */
export async function sharedTextsOf(
  file: PackageReader,
  part: string,
  limits: SheetLimits,
): Promise<readonly string[]> {
  const texts: string[] = [];
  if (!file.has(part)) return texts;
  let held = 0;
  let text = '';
  let inText = false;
  let inReading = false;
  await readXml(file.text(part), {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') inReading = true;
      if (name === 't') inText = !inReading;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'rPh') inReading = false;
      if (name !== 'si') return;
      // An empty one counts too: a million of them are held as well.
      held += text.length + 1;
      if (held > limits.sharedCharacters) throw sheetError('SHEET_TOO_LARGE', sizesOf(limits));
      texts.push(cellText(text));
    },
  });
  return texts;
}
