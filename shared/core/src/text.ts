import { defineErrors } from './errors';

/** Characters as people and Postgres count them; `length` counts those beyond the basic plane twice. */
export const characterCount = (text: string): number => [...text].length;

/** C0 and C1 except tab and line feed, line and paragraph separators, direction overrides, lone surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are refused.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

/** Whether a text has nothing in it that cannot be seen, or that Postgres does not take. */
export const isPlainText = (text: string): boolean => !CONTROL.test(text);

const textError = defineErrors({
  /** Thrown when a text holds control characters other than line feed and tab. */
  CONTROL_CHARACTERS: { kind: 'BAD_USER_INPUT', message: '{field}含有不可见的控制字符，请清除后重试。' },
  /** Thrown when a text is longer than the hub stores. */
  TEXT_TOO_LONG: { kind: 'BAD_USER_INPUT', message: '{field}不得超过 {limit} 字，现有 {actual} 字。' },
});

/** Line feeds only, and one form of each character. */
export const tidyText = (raw: string): string => raw.replace(/\r\n?/g, '\n').normalize('NFC');

/** Any text as the hub keeps it. Throws CONTROL_CHARACTERS or TEXT_TOO_LONG. */
export function normalizeText(field: string, raw: string, limit: number): string {
  const actual = raw.length;
  if (actual > limit) throw textError('TEXT_TOO_LONG', { field, limit, actual });
  const text = tidyText(raw);
  if (!isPlainText(text)) throw textError('CONTROL_CHARACTERS', { field });
  return text;
}

/** Reasons, opinions and answers are sentences, not papers. */
export const NOTE_LIMIT = 2000;

/** A word that goes with an act, as the hub keeps it; null when nothing was said. Throws what normalizeText throws. */
export function normalizeNote(field: string, raw: string | null | undefined, limit = NOTE_LIMIT): string | null {
  return normalizeText(field, raw ?? '', limit).trim() || null;
}
