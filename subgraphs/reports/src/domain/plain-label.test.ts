import { plainLabel } from './plain-label';

test.each([
  ['党员总数（人）', '党员总数'],
  [' 党员 总数：', '党员总数'],
  ['本月签收公文件数', '签收公文件数'],
  ['当季度签收公文件数', '签收公文件数'],
  ['ＡＢ 项', 'ab项'],
  // Nothing would be left of it.
  ['本期', '本期'],
])('%s is compared as %s', (label, plain) => {
  expect(plainLabel(label)).toBe(plain);
});

test('another period is another matter', () => {
  expect(plainLabel('上月签收公文件数')).not.toBe(plainLabel('本月签收公文件数'));
});
