/** Digits that a spreadsheet keeps; what comes after them is the noise of binary fractions. */
const DIGITS = 15;
const PLAIN = /^-?(0|[1-9]\d{0,14})$/;
const MS_PER_DAY = 86_400_000;
const MINUTES_PER_DAY = 1440;
/** 9999-12-31 */
const LAST_SERIAL = 2_958_465;

/** A stored number as a plain decimal: `0.30000000000000004` is 0.3. Null for what is no number. */
export function decimalText(stored: string): string | null {
  if (PLAIN.test(stored)) return stored === '-0' ? '0' : stored;
  const value = stored.trim() === '' ? Number.NaN : Number(stored);
  if (!Number.isFinite(value)) return null;
  const text = String(Number(value.toPrecision(DIGITS)));
  return text.includes('e') ? withoutExponent(text) : text;
}

function withoutExponent(text: string): string {
  const [mantissa = '', exponent] = text.replace(/^-/, '').split('e');
  const [whole = '', decimals = ''] = mantissa.split('.');
  const power = Number(exponent);
  const digits = whole + decimals;
  const plain = power < 0 ? `0.${'0'.repeat(-power - 1)}${digits}` : digits.padEnd(power + 1, '0');
  return text.startsWith('-') ? `-${plain}` : plain;
}

/** The day of a serial number; null for what is none. Spreadsheets know a 29 February 1900, and old ones begin in 1904. */
export function dayOfSerial(stored: string, since1904: boolean): string | null {
  const serial = Math.floor(Number(stored)) + (since1904 ? 1462 : 0);
  if (!(serial >= 1 && serial <= LAST_SERIAL) || serial === 60) return null;
  const days = serial < 60 ? serial + 1 : serial;
  return new Date(Date.UTC(1899, 11, 30) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The serial number of a day after 1900-02-28. */
export const serialOfDay = (day: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / MS_PER_DAY);

/** The serial number of `2026-10-01 09:30`: a day and its part that has gone by. */
export function serialOfMinute(minute: string): number {
  const [day = '', hours, minutes] = minute.split(/[ :]/);
  return serialOfDay(day) + (Number(hours) * 60 + Number(minutes)) / MINUTES_PER_DAY;
}

/** Whether a spreadsheet would hold every digit of the decimal. */
export const isExact = (decimal: string): boolean =>
  /^-?\d+(\.\d+)?$/.test(decimal) && decimal.replace(/[-.]/g, '').replace(/^0+/, '').length <= DIGITS;
