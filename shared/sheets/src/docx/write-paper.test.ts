import type { PaperBlock } from '@hub/core';

import { DEFAULT_SHEET_LIMITS } from '../limits';
import { withFile } from '../testing/temporary-file';
import { PackageReader } from '../zip/package-reader';
import { readXml } from '../zip/xml-reader';
import { writePaper } from './write-paper';

/** What a word processor would show: paragraphs with their style, cells of tables in brackets. */
const read = (blocks: readonly PaperBlock[]) =>
  withFile(writePaper(blocks, new Date(0)), async (path) => {
    const file = await PackageReader.open(path, DEFAULT_SHEET_LIMITS);
    const shown: string[] = [];
    let style = '';
    await readXml(file.text('word/document.xml'), {
      open(name, attributes) {
        if (name === 'pStyle') style = attributes['w:val'] ?? '';
        if (name === 'tc') style = 'cell';
        if (name === 'br') shown.push('page');
      },
      text(text) {
        if (text.trim() !== '') shown.push(`${style}: ${text}`);
      },
      close(name) {
        if (name === 'tr') shown.push('row');
      },
    });
    const styles: string[] = [];
    await readXml(file.text('word/styles.xml'), {
      open: (name, { 'w:styleId': id }) => void (name === 'style' && styles.push(id ?? '')),
    });
    file.close();
    return { shown, styles };
  });

test('a paper has its paragraphs, tables and pages in order, each in a style that it defines', async () => {
  const { shown, styles } = await read([
    { style: 'TITLE', text: '关于十月工作的报告' },
    { style: 'META', text: '市财政局机关党委' },
    { style: 'HEADING', text: '存在问题' },
    { style: 'BODY', text: '第一段 <甲>\n第二段 & 乙\u0000' },
    { table: [['时间', '地点'], ['10月8日']] },
    {
      more: [
        ['10月9日', '乙楼'],
        ['10月10日', '丙楼', '多余'],
      ],
    },
    { style: 'SIGNATURE', text: '报送时间' },
    { pageBreak: true },
  ]);
  expect(shown).toEqual([
    'Title: 关于十月工作的报告',
    'Meta: 市财政局机关党委',
    'Heading1: 存在问题',
    'Body: 第一段 <甲>',
    'Body: 第二段 & 乙',
    'cell: 时间',
    'cell: 地点',
    'row',
    'cell: 10月8日',
    'row',
    'cell: 10月9日',
    'cell: 乙楼',
    'row',
    'cell: 10月10日',
    'cell: 丙楼',
    'row',
    'Signature: 报送时间',
    'page',
  ]);
  expect(styles).toEqual(['Title', 'Heading1', 'Body', 'Signature', 'Meta']);
});

test('rows that belong to no table fail the file', async () => {
  await expect(read([{ style: 'BODY', text: '一' }, { more: [['甲']] }])).rejects.toThrow('rows without a table');
});
