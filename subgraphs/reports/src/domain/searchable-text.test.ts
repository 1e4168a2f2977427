import type { FieldValues } from './field-value';
import { searchableText, soughtWords } from './searchable-text';
import type { FieldType, TemplateField } from './template-field';

const field = (key: string, type: FieldType): TemplateField => ({
  key,
  label: key,
  type,
  origin: { by: 'ASKED' },
  required: false,
});

test('a report is found by its title and its words, and by no figure or id', () => {
  const fields = [field('body', 'TEXT'), field('held', 'NUMBER'), field('way', 'CHOICE'), field('rows', 'TABLE')];
  const values: FieldValues = {
    rows: { type: 'TABLE', rows: [{ name: { type: 'TEXT', text: '张三' }, held: { type: 'NUMBER', number: '7' } }] },
    body: { type: 'TEXT', text: '第一支部\n 召开　“ＡＰＰ”培训' },
    held: { type: 'NUMBER', number: '12' },
    way: { type: 'CHOICE', choices: ['线上', '线下'] },
  };
  expect(searchableText('十月月报', fields, values)).toBe('十月月报 第一支部 召开 “app”培训 线上 线下 张三');
});

test.each([
  ['党建 主题党日', ['党建', '主题党日']],
  ['  ＡＰＰ　培训 培训', ['app', '培训']],
  ['党 建设', ['党', '建设']],
])('%j seeks %j', (query, words) => expect(soughtWords(query)).toEqual(words));

test.each([
  ['', 'SEARCH_TOO_SHORT'],
  ['党', 'SEARCH_TOO_SHORT'],
  ['党 建', 'SEARCH_TOO_SHORT'],
  ['长'.repeat(51), 'SEARCH_TOO_LONG'],
  ['一一 二二 三三 四四 五五 六六 七七 八八 九九', 'SEARCH_TOO_LONG'],
  ['长'.repeat(10_000_000), 'SEARCH_TOO_LONG'],
])('%.20s is refused as %s', (query, reason) => {
  expect(() => soughtWords(query)).toThrow(expect.objectContaining({ reason }));
});
