import { createOneTimeCodes } from './one-time-codes';

const codes = createOneTimeCodes();

/** `12345678901234567890` of RFC 6238 appendix B, in base32. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

/** Seconds, and the last six of the eight digits that the appendix has for SHA-1. */
const RFC_VECTORS = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
] as const;

const at = (seconds: number): Date => new Date(seconds * 1000);

test.each(RFC_VECTORS)('at %i seconds the code is %s', (seconds, code) => {
  expect(codes.stepOf(RFC_SECRET, code, at(seconds))).toBe(Math.floor(seconds / 30));
});

test.each([
  [-60, null],
  [-30, 41152263],
  [0, 41152263],
  [30, 41152263],
  [60, null],
])('a clock that is off by %i seconds gives the step %p', (off, step) => {
  expect(codes.stepOf(RFC_SECRET, '005924', at(1234567890 + off))).toBe(step);
});

test.each(['005925', '', '05924', '0005924', '5924', 'abcdef', '005924\n005924'])('%j is no code', (code) => {
  expect(codes.stepOf(RFC_SECRET, code, at(1234567890))).toBeNull();
});

test('each secret is another one, and the app is told which account it is for', () => {
  const [one, other] = [codes.mintSecret(), codes.mintSecret()];
  expect(one).toMatch(/^[A-Z2-7]{32}$/);
  expect(other).not.toBe(one);
  const uri = new URL(codes.uri(one, 'unit001'));
  expect([uri.protocol, uri.host, decodeURIComponent(uri.pathname)]).toEqual(['otpauth:', 'totp', '/党建云:unit001']);
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    issuer: '党建云',
    secret: one,
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  });
});
