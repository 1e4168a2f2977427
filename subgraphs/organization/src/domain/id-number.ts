import { isLocalDate, type LocalDate } from '@hub/core';

import { memberError } from './member.errors';

export type Sex = 'MALE' | 'FEMALE';

/** What a 公民身份号码 says by itself (GB 11643): region, birth date, sequence (odd for men), check character. */
export interface IdNumberFacts {
  readonly bornOn: LocalDate;
  readonly sex: Sex;
}

const PATTERN = /^[1-9]\d{5}(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dX]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';
/** An id number inside of other text. A digit more on either side is another number. */
const SOMEWHERE = /(?<!\d)[1-9]\d{16}[\dXx](?!\d)/;

/** As it is kept: without spaces around it, with a large X. */
export function normalIdNumber(text: string): string {
  const number = text.trim().toUpperCase();
  readIdNumber(number);
  return number;
}

/** Throws ID_NUMBER_INVALID; the refusal never repeats the number. */
export function readIdNumber(number: string): IdNumberFacts {
  const parts = PATTERN.exec(number);
  if (!parts || checkCharacter(number) !== number[17]) throw memberError('ID_NUMBER_INVALID');
  const [, year, month, day, sequence] = parts;
  const bornOn = `${year}-${month}-${day}`;
  if (!isLocalDate(bornOn)) throw memberError('ID_NUMBER_INVALID');
  return { bornOn, sex: Number(sequence) % 2 === 1 ? 'MALE' : 'FEMALE' };
}

/** ISO 7064 MOD 11-2. */
function checkCharacter(number: string): string | undefined {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return CHECK_CHARACTERS[sum % 11];
}

/** `4****************2`: enough to tell two people of one name apart on the screen. */
export function maskIdNumber(number: string): string {
  return `${number.slice(0, 1)}${'*'.repeat(number.length - 2)}${number.slice(-1)}`;
}

/** Texts that are kept in the clear are no place for one: a purpose, a note. */
export function holdsIdNumber(text: string): boolean {
  return SOMEWHERE.test(text.replace(/\s/g, ''));
}
