import { quote } from './quote';

it.each([
  '',
  '单位',
  'a"b',
  'a\\b',
  'a\nb',
  '\u0000',
  '\ud800',
  '😀',
  '\u2028',
  'x'.repeat(100),
  `${'x'.repeat(100)}"`,
])('quotes %j as JSON does', (text) => {
  expect(quote(text)).toBe(JSON.stringify(text));
});
