import { defineErrors } from './errors';

/** Money: an integer number of 分. JavaScript holds it exactly up to 2^53, some 90 trillion yuan. */
export type Fen = number;

const moneyError = defineErrors({
  /** Thrown when a text is not yuan with at most two decimals. */
  MONEY_FORMAT: { kind: 'BAD_USER_INPUT', message: '金额“{value}”无效，须以元为单位，最多两位小数，如 1234.50。' },
  /** Thrown when an amount or a sum is not a whole number of fen within the exact range. */
  MONEY_RANGE: { kind: 'BAD_USER_INPUT', message: '金额超出可精确表示的范围。' },
});

const YUAN = /^(-?)(\d{1,14})(?:\.(\d{1,2}))?$/;

export function isFen(value: unknown): value is Fen {
  return Number.isSafeInteger(value);
}

/** Reads yuan as people write them: "1234.5" is 123450. */
export function parseYuan(text: string): Fen {
  const parts = YUAN.exec(text.trim());
  if (parts === null) throw moneyError('MONEY_FORMAT', { value: text.slice(0, 32) });
  const [, sign, yuan, decimals = ''] = parts;
  const fen = exact(Number(yuan) * 100 + Number(decimals.padEnd(2, '0')));
  return sign === '-' && fen !== 0 ? -fen : fen;
}

/** Writes yuan with two decimals: 123450 is "1234.50". */
export function formatYuan(fen: Fen): string {
  const digits = String(Math.abs(exact(fen))).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Adds up, and refuses a sum that is no longer exact. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let sum = 0;
  for (const amount of amounts) sum = exact(sum + exact(amount));
  return sum;
}

function exact(value: number): Fen {
  if (!isFen(value)) throw moneyError('MONEY_RANGE');
  return value;
}
