import { formatServiceToken, serviceTokenKey } from './service-token';

const committeeId = '01980000-0000-7000-8000-0000000000c1';
const secret = 'A'.repeat(43);
const token = formatServiceToken(committeeId, secret);

test('a token names its committee and nothing else in the clear', () => {
  expect(token).toMatch(/^hub_st_[A-Za-z0-9_-]{22}_A{43}$/);
  expect(serviceTokenKey(token)).toEqual({ committeeId, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

test('another secret is another digest', () => {
  expect(serviceTokenKey(formatServiceToken(committeeId, 'B'.repeat(43)))?.digest).not.toBe(
    serviceTokenKey(token)?.digest,
  );
});

test.each([
  ['', 'nothing'],
  ['hub_st_', 'the prefix alone'],
  [token.slice(0, -1), 'a short secret'],
  [`${token}A`, 'a long secret'],
  [token.replace('hub_st_', 'hub_xx_'), 'another prefix'],
  [token.replace('AAA', 'A A'), 'a blank'],
  [`${token}\n`, 'a line break'],
])('%p is none: %s', (text) => {
  expect(serviceTokenKey(text)).toBeNull();
});
