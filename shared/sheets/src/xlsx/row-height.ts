import type { SheetColumn } from './sheet.type';

const LINE_POINTS = 15;
/** No program shows a higher row. */
const MOST_POINTS = 409;
/** Han characters and full-width marks take two places of a column. */
const WIDE = /[\u2e80-\uffef]/g;

/**
 * The attribute that makes a row as high as its wrapped texts, empty for one line: not every program fits rows to what is in
 * them when it opens a file. It may be a line too much; whoever changes the row has it fitted anew.
 */
export function heightOf(texts: readonly (string | null)[], columns: readonly SheetColumn[]): string {
  let lines = 1;
  for (const [index, text] of texts.entries()) {
    const { width, hidden = false } = columns[index] ?? {};
    if (text !== null && !hidden) lines = Math.max(lines, linesOf(text, width));
  }
  return lines === 1 ? '' : ` ht="${Math.min(lines * LINE_POINTS, MOST_POINTS)}"`;
}

export const DEFAULT_WIDTH = 16;

function linesOf(text: string, width = DEFAULT_WIDTH): number {
  // What is in most cells: no need to look closer.
  if (text.length * 2 <= width && !text.includes('\n')) return 1;
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(placesOf(line) / width)), 0);
}

const placesOf = (line: string): number => line.length + (line.match(WIDE)?.length ?? 0);
