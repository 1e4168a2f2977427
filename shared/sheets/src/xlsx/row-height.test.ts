import { heightOf } from './row-height';
import type { SheetColumn } from './sheet.type';

const NARROW: SheetColumn = { key: 'a', title: '甲', format: 'TEXT', width: 10 };
const COLUMNS = [NARROW, { ...NARROW, key: 'b', width: 40 }];

test.each<[string, (string | null)[], string]>([
  ['nothing', [null, null], ''],
  ['a line that is full', ['0123456789', '五个字为满行'], ''],
  ['Latin that is wrapped', ['01234567890', null], ' ht="30"'],
  ['Han, which is twice as wide', ['六个汉字放得', '长'.repeat(61)], ' ht="60"'],
  ['lines of its own, an empty one among them', ['a\n\nb', null], ' ht="45"'],
  ['more than is shown', ['长'.repeat(10_000), null], ' ht="409"'],
])('a row is as high as its highest cell: %s', (_, texts, height) => {
  expect(heightOf(texts, COLUMNS)).toBe(height);
});

test('what nobody sees makes no row higher, and a column without a width has one', () => {
  expect(heightOf(['长'.repeat(50)], [{ ...NARROW, hidden: true }])).toBe('');
  expect(heightOf(['0'.repeat(17)], [{ key: 'a', title: '甲', format: 'TEXT' }])).toBe(' ht="30"');
});
