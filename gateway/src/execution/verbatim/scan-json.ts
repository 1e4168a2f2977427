import { keptBytes } from '../kept-bytes';
import { DEVIATES, type Scan } from './shape.type';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const MINUS = 0x2d;
const PLUS = 0x2b;
const DOT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

const NULL = keptBytes('null');
const TRUE = keptBytes('true');
const FALSE = keptBytes('false');
const ESCAPES: ReadonlySet<number | undefined> = new Set(Buffer.from('"\\/bfnrt'));

const MAX_INT = 2 ** 31 - 1;
/** Longer numbers may be too large to be one, which is for a parser to say. */
const MOST_DIGITS = 20;
const MOST_EXPONENT_DIGITS = 2;
/** Deeper values are left to the parser, which no depth makes overflow. */
const MOST_LEVELS = 64;

/** Where these bytes end that are expected there. */
export function scanBytes(bytes: Uint8Array, start: number, expected: Uint8Array): number {
  const { length } = expected;
  for (let index = 0; index < length; index += 1) if (bytes[start + index] !== expected[index]) return DEVIATES;
  return start + length;
}

export const scanNull: Scan = (bytes, start) => (bytes[start] === 0x6e ? scanBytes(bytes, start, NULL) : DEVIATES);

export const scanBoolean: Scan = (bytes, start) => scanBytes(bytes, start, bytes[start] === 0x74 ? TRUE : FALSE);

/** The bytes are UTF-8, or nobody would ask. */
export const scanString: Scan = (bytes, start) => {
  if (bytes[start] !== QUOTE) return DEVIATES;
  let at = start + 1;
  for (;;) {
    const byte = bytes[at] as number;
    if (byte === QUOTE) return at + 1;
    if (byte === BACKSLASH) {
      const length = escapeLength(bytes, at + 1);
      if (length === 0) return DEVIATES;
      at += length;
    } else if (!(byte >= SPACE)) return DEVIATES;
    at += 1;
  }
};

function escapeLength(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== 0x75) return ESCAPES.has(bytes[at]) ? 1 : 0;
  for (let index = 1; index <= 4; index += 1) if (!isHex(bytes[at + index])) return 0;
  return 5;
}

function isHex(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const letter = byte | 0x20;
  return isDigit(byte) || (letter >= 0x61 && letter <= 0x66);
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE;
}

/** A whole number of 32 bits, without fraction, exponent or `-0`: as `Int` is written. */
export const scanInt: Scan = (bytes, start) => {
  const isNegative = bytes[start] === MINUS;
  let at = isNegative ? start + 1 : start;
  let value = 0;
  for (let byte = bytes[at]; isDigit(byte); byte = bytes[at]) {
    value = value * 10 + ((byte as number) - ZERO);
    if (value > MAX_INT) return DEVIATES;
    at += 1;
  }
  const first = isNegative ? start + 1 : start;
  if (at === first || isNumberByte(bytes[at])) return DEVIATES;
  const isZero = bytes[first] === ZERO;
  return isZero && (at > first + 1 || isNegative) ? DEVIATES : at;
};

function isNumberByte(byte: number | undefined): boolean {
  return byte === DOT || byte === PLUS || byte === MINUS || byte === 0x65 || byte === 0x45;
}

/** A number of JSON that is finite. */
export const scanNumber: Scan = (bytes, start) => {
  const first = bytes[start] === MINUS ? start + 1 : start;
  let at = digitsEnd(bytes, first);
  if (at === first || at - first > MOST_DIGITS || (bytes[first] === ZERO && at > first + 1)) return DEVIATES;
  if (bytes[at] === DOT) {
    const fraction = at + 1;
    at = digitsEnd(bytes, fraction);
    if (at === fraction) return DEVIATES;
  }
  if (bytes[at] === 0x65 || bytes[at] === 0x45) {
    const sign = bytes[at + 1];
    const exponent = sign === PLUS || sign === MINUS ? at + 2 : at + 1;
    at = digitsEnd(bytes, exponent);
    if (at === exponent || at - exponent > MOST_EXPONENT_DIGITS) return DEVIATES;
  }
  return at;
};

function digitsEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  while (isDigit(bytes[at])) at += 1;
  return at;
}

/** Any value of JSON, as it is written without spaces. */
export const scanAny: Scan = (bytes, start) => scanLevel(bytes, start, MOST_LEVELS);

function scanLevel(bytes: Uint8Array, start: number, levels: number): number {
  switch (bytes[start]) {
    case QUOTE:
      return scanString(bytes, start);
    case OPEN_OBJECT:
      return scanMembers(bytes, start, levels, CLOSE_OBJECT);
    case OPEN_LIST:
      return scanMembers(bytes, start, levels, CLOSE_LIST);
    case 0x6e:
      return scanNull(bytes, start);
    case 0x74:
    case 0x66:
      return scanBoolean(bytes, start);
    default:
      return scanNumber(bytes, start);
  }
}

function scanMembers(bytes: Uint8Array, start: number, levels: number, close: number): number {
  if (levels === 0) return DEVIATES;
  if (bytes[start + 1] === close) return start + 2;
  let at = start;
  do {
    at += 1;
    if (close === CLOSE_OBJECT) {
      at = scanString(bytes, at);
      if (at === DEVIATES || bytes[at] !== COLON) return DEVIATES;
      at += 1;
    }
    at = scanLevel(bytes, at, levels - 1);
    if (at === DEVIATES) return DEVIATES;
  } while (bytes[at] === COMMA);
  return bytes[at] === close ? at + 1 : DEVIATES;
}
