/** An exact number: no digit is lost until it is shown. The denominator is positive. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Of a decimal as the hub keeps it: `-12.50`. Null for any other text. */
export function fractionOf(decimal: string): Fraction | null {
  const parts = DECIMAL.exec(decimal);
  if (parts === null) return null;
  const [, sign, whole = '', decimals = ''] = parts;
  const over = BigInt(`${whole}${decimals}`);
  return { over: sign === '-' ? -over : over, under: 10n ** BigInt(decimals.length) };
}

export type Operator = '+' | '-' | '*' | '/';

/** Null for a division by zero. */
export function combine(operator: Operator, a: Fraction, b: Fraction): Fraction | null {
  switch (operator) {
    case '+':
      return { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
    case '-':
      return { over: a.over * b.under - b.over * a.under, under: a.under * b.under };
    case '*':
      return { over: a.over * b.over, under: a.under * b.under };
    case '/': {
      if (b.over === 0n) return null;
      const sign = b.over < 0n ? -1n : 1n;
      return { over: sign * a.over * b.under, under: sign * a.under * b.over };
    }
  }
}

/** As a decimal with that many places, a half away from zero. */
export function roundedDecimal({ over, under }: Fraction, places: number): string {
  const size = over < 0n ? -over : over;
  const scaled = (2n * size * 10n ** BigInt(places) + under) / (2n * under);
  const digits = String(scaled).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const sign = over < 0n && scaled !== 0n ? '-' : '';
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-places)}`;
}
