import { documentError } from './document.errors';

/** 发文字号 in parts: 机关代字, 年份, 发文顺序号. */
export interface DocumentNumber {
  readonly prefix: string;
  readonly year: number;
  readonly sequence: number;
}

/** Five digits are the most the prescribed form holds. */
export const MAX_SEQUENCE = 99_999;

/** Years that the prescribed form holds, as the patterns below have them. */
const YEARS = { first: 1900, last: 2099 } as const;

/** Throws NUMBER_YEAR: no number could be printed with that year. */
export function assertNumberingYear(year: number): void {
  if (year < YEARS.first || year > YEARS.last) throw documentError('NUMBER_YEAR', YEARS);
}

/** GB/T 9704—2012 §7.2.5: hexagonal brackets U+3014/U+3015, full year, no 第, no leading zero. */
const STRICT = /^(?<prefix>\p{Script=Han}{2,12})〔(?<year>(?:19|20)\d{2})〕(?<sequence>[1-9]\d{0,4})号$/u;

const OPEN = '[\\[【［〔（(「『<〈《]';
const CLOSE = '[\\]】］〕）)」』>〉》]';
const TOLERANT = new RegExp(
  `^(?<prefix>\\p{Script=Han}{2,12})${OPEN}(?<year>(?:19|20)\\d{2})${CLOSE}第?0*(?<sequence>[1-9]\\d{0,4})号?$`,
  'u',
);

export function formatDocumentNumber(number: DocumentNumber): string {
  return `${number.prefix}〔${number.year}〕${number.sequence}号`;
}

/** For issuing: exactly the prescribed form, else NUMBER_FORM. */
export function parseStrict(text: string): DocumentNumber {
  const number = partsOf(STRICT.exec(text));
  if (!number) throw documentError('NUMBER_FORM');
  return number;
}

export type Citation =
  | { readonly kind: 'NUMBER'; readonly number: DocumentNumber; readonly text: string }
  /** Masked or foreign forms (`闽委办发〔xxxx〕x号`): kept as they stand, never guessed. */
  | { readonly kind: 'UNPARSED'; readonly text: string };

/** For search and import: other brackets, 第, leading zeros, full-width digits and spaces are understood. */
export function normalizeCitation(text: string): Citation {
  const number = partsOf(TOLERANT.exec(text.normalize('NFKC').replace(/\s+/gu, '')));
  if (!number) return { kind: 'UNPARSED', text: text.trim() };
  return { kind: 'NUMBER', number, text: formatDocumentNumber(number) };
}

function partsOf(match: RegExpExecArray | null): DocumentNumber | null {
  const groups = match?.groups;
  if (!groups?.prefix) return null;
  return { prefix: groups.prefix, year: Number(groups.year), sequence: Number(groups.sequence) };
}
