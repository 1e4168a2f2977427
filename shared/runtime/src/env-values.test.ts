import { secretKey, versionedKeys } from './env-values';

const hex = (digit: string): string => digit.repeat(64);

test('keys are read by version', () => {
  const keys = versionedKeys.parse(`1:${hex('a')}, 2:${hex('b')}`);
  expect([...keys].map(([version, key]) => [version, Buffer.from(key).toString('hex')])).toEqual([
    [1, hex('a')],
    [2, hex('b')],
  ]);
});

test.each(['', 'abc', hex('a'), `0:${hex('a')}`, `1:${hex('g')}`, `1:${hex('a')},`, `x:${hex('a')}`])(
  'keys written as %p are refused without repeating them',
  (text) => {
    const result = versionedKeys.safeParse(text);
    expect(result.success).toBe(false);
    expect(JSON.stringify(result.error)).not.toContain('aaaa');
  },
);

test('a key has 64 hexadecimal digits', () => {
  expect(secretKey.safeParse(hex('0')).success).toBe(true);
  expect(secretKey.safeParse(hex('0').slice(1)).success).toBe(false);
});
