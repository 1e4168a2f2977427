import type { FieldValues } from './field-value';
import { readingError } from './reading.errors';
import { wordsOf } from './said-words';
import type { TemplateField } from './template-field';

const MOST_WORDS = 8;
const LONGEST_WORD = 50;

/** One way to write what can be written in several: full and half width, capitals, kinds and runs of spaces. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

/** What a report is found by: its title and all that it says in words. */
export function searchableText(title: string, fields: readonly TemplateField[], values: FieldValues): string {
  const said = fields.flatMap(({ key }) => {
    const value = values[key];
    return value === undefined ? [] : wordsOf(value);
  });
  return plain([title, ...said].join('\n'));
}

/** The words of a search, all of which a report must have. Throws SEARCH_TOO_SHORT or SEARCH_TOO_LONG. */
export function soughtWords(query: string): readonly string[] {
  if (query.length > MOST_WORDS * (LONGEST_WORD + 1)) throw readingError('SEARCH_TOO_LONG');
  const words = [...new Set(plain(query).split(' '))].filter((word) => word !== '');
  if (words.length > MOST_WORDS || words.some((word) => [...word].length > LONGEST_WORD)) {
    throw readingError('SEARCH_TOO_LONG');
  }
  if (!words.some((word) => [...word].length > 1)) throw readingError('SEARCH_TOO_SHORT');
  return words;
}
