import { diffArrays } from 'diff';

import type { Passage } from './difference';

/** Beyond so many additions and removals a finer comparison is hard to read, and dear. */
const FINEST = 400;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Word by word; line by line what is too different for that, and the whole when nothing of it stayed. */
export function compareTexts(from: string, to: string): Passage[] {
  return (
    compareParts(wordsOf(from), wordsOf(to)) ??
    compareParts(linesOf(from), linesOf(to)) ?? [
      { change: 'REMOVED', text: from },
      { change: 'ADDED', text: to },
    ]
  );
}

function compareParts(from: readonly string[], to: readonly string[]): Passage[] | null {
  const parts = diffArrays([...from], [...to], { maxEditLength: FINEST });
  return (
    parts?.map(({ value, added, removed }) => ({
      change: added ? 'ADDED' : removed ? 'REMOVED' : null,
      text: value.join(''),
    })) ?? null
  );
}

const wordsOf = (text: string): string[] => Array.from(words.segment(text), ({ segment }) => segment);

/** Each with its break, so that together they are the text. */
const linesOf = (text: string): string[] => text.split(/(?<=\n)/);
