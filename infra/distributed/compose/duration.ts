const UNIT_MS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

const DURATION = /^(?:\d+(?:h|ms|m|s))+$/;

/** `1m30s` in milliseconds; null for what is no duration of the Compose Specification. */
export function durationMs(text: string): number | null {
  if (!DURATION.test(text)) return null;
  return [...text.matchAll(/(\d+)(h|ms|m|s)/g)].reduce((sum, [, count, unit = '']) => {
    return sum + Number(count) * (UNIT_MS[unit] ?? 0);
  }, 0);
}
