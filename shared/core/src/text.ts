/** Characters as people and Postgres count them; `length` counts those beyond the basic plane twice. */
export const characterCount = (text: string): number => [...text].length;

/** C0 and C1 except tab and line feed, line and paragraph separators, direction overrides, lone surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are refused.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

/** Whether a text has nothing in it that cannot be seen, or that Postgres does not take. */
export const isPlainText = (text: string): boolean => !CONTROL.test(text);
