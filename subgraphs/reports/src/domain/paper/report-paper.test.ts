import type { FieldValues } from '../field-value';
import type { TemplateField } from '../template-field';
import { type PaperReport, reportPaper } from './report-paper';
import { type TaskCounts, taskPaperHead } from './task-paper';

const asked = { origin: { by: 'ASKED' }, required: false } as const;
const FIELDS: readonly TemplateField[] = [
  { ...asked, key: 'problems', label: '存在问题', type: 'TEXT' },
  { ...asked, key: 'held', label: '召开次数', type: 'NUMBER', measure: '次' },
  { ...asked, key: 'cost', label: '经费', type: 'MONEY' },
  { ...asked, key: 'unit', label: '牵头单位', type: 'UNIT' },
  { ...asked, key: 'paper', label: '依据文件', type: 'DOCUMENT' },
  { ...asked, key: 'proof', label: '佐证', type: 'FILE' },
  {
    ...asked,
    key: 'visits',
    label: '走访情况',
    type: 'TABLE',
    columns: [
      { ...asked, key: 'on', label: '日期', type: 'DATE' },
      { ...asked, key: 'people', label: '人数', type: 'NUMBER', measure: '人' },
    ],
  },
];
const VALUES: FieldValues = {
  problems: { type: 'TEXT', text: '学习形式单一。\n参加面不广。' },
  held: { type: 'NUMBER', number: '3' },
  cost: { type: 'MONEY', fen: 123_450 },
  unit: { type: 'UNIT', unitId: 'u1' },
  paper: { type: 'DOCUMENT', documentId: 'd1' },
  proof: { type: 'FILE', fileIds: ['f1'] },
  visits: { type: 'TABLE', rows: [{ on: { type: 'DATE', date: '2026-10-08' } }] },
};
const REPORT: PaperReport = {
  title: '10月份党建工作月报',
  periodKey: '2026-10',
  unitName: '市财政局',
  organizationName: '中共市财政局机关委员会',
  signedByName: '张三',
  signedAt: new Date('2026-11-01T09:00:00+08:00'),
  submittedByName: '李四',
  submittedAt: new Date('2026-11-02T00:30:00+08:00'),
  contactPhone: '0512-1234567',
};
const CONTENT = {
  fields: FIELDS,
  values: VALUES,
  names: new Map([['u1', '市审计局']]),
  files: ['照片.jpg', '签到表.pdf'],
};

test('a report reads as the office is used to: title, items, sections, files, signature, time', () => {
  expect(reportPaper(REPORT, CONTENT)).toEqual([
    { style: 'TITLE', text: '10月份党建工作月报' },
    { style: 'META', text: '（市财政局　2026年10月）' },
    { style: 'HEADING', text: '一、填报事项' },
    {
      table: [
        ['项目', '内容'],
        ['召开次数（次）', '3'],
        ['经费（元）', '1234.50'],
        ['牵头单位', '市审计局'],
        ['依据文件', '已填'],
      ],
    },
    { style: 'HEADING', text: '二、存在问题' },
    { style: 'BODY', text: '学习形式单一。\n参加面不广。' },
    { style: 'HEADING', text: '三、走访情况' },
    {
      table: [
        ['日期', '人数（人）'],
        ['2026-10-08', ''],
      ],
    },
    { style: 'BODY', text: '附件：1. 照片.jpg' },
    { style: 'BODY', text: '　　　2. 签到表.pdf' },
    { style: 'SIGNATURE', text: '中共市财政局机关委员会' },
    { style: 'SIGNATURE', text: '签发：张三　2026年11月1日' },
    { style: 'SIGNATURE', text: '报送：李四　0512-1234567' },
    { style: 'SIGNATURE', text: '报送时间：2026年11月2日' },
  ]);
});

test('what nobody signed, filled in or handed in says so', () => {
  const open = { ...REPORT, signedByName: null, signedAt: null, submittedByName: null, submittedAt: null };
  const [problems] = FIELDS as [TemplateField];
  const blocks = reportPaper(open, { ...CONTENT, fields: [problems], values: {}, files: [] });
  expect(blocks.slice(2)).toEqual([
    { style: 'HEADING', text: '一、存在问题' },
    { style: 'BODY', text: '（未填）' },
    { style: 'SIGNATURE', text: '中共市财政局机关委员会' },
    { style: 'SIGNATURE', text: '（尚未报送）' },
  ]);
});

test('sections are numbered beyond ten', () => {
  const fields = Array.from(
    { length: 21 },
    (_, index): TemplateField => ({ ...asked, key: `f${index}`, label: '甲', type: 'TEXT' }),
  );
  const headings = reportPaper(REPORT, { ...CONTENT, fields }).flatMap((block) =>
    'style' in block && block.style === 'HEADING' ? [block.text] : [],
  );
  expect([9, 10, 19, 20].map((index) => headings[index])).toEqual(['十、甲', '十一、甲', '二十、甲', '二十一、甲']);
});

const COUNTS: TaskCounts = {
  asked: 76,
  handedIn: 74,
  late: 4,
  missing: 2,
  accepted: 70,
  excellent: 5,
  settled: 0,
  exempt: 0,
};

test('the results of a task say how it stands, what it adds up to, and then the units', () => {
  const task = { title: '10月份党建工作月报', periodKey: '2026-10', fields: FIELDS };
  const sums = [
    { fieldKey: 'cost', reports: 70, total: '7000050', average: '100000.71' },
    { fieldKey: 'held', reports: 74, total: '148', average: '2.00' },
  ];
  expect(taskPaperHead(task, COUNTS, sums, new Date('2026-11-05T09:00:00+08:00'))).toEqual([
    { style: 'TITLE', text: '10月份党建工作月报汇总' },
    { style: 'META', text: '（2026年10月　截至2026年11月5日）' },
    { style: 'HEADING', text: '一、报送情况' },
    {
      style: 'BODY',
      text: '应报76个，已报74个（按时70个、迟报4个），逾期未报2个，已采纳70个，评为优秀5个。',
    },
    { style: 'HEADING', text: '二、数据汇总' },
    {
      table: [
        ['项目', '填报数', '合计', '平均'],
        ['召开次数（次）', '74', '148', '2.00'],
        ['经费（元）', '70', '70000.50', '1000.01'],
      ],
    },
    { style: 'HEADING', text: '三、各单位报送情况' },
    { table: [['序号', '单位', '党组织', '状态', '首次报送时间', '按时情况', '优秀']] },
  ]);
});

test('a task without numbers has no sums', () => {
  const task = { title: '专题', periodKey: '2026Q3', fields: [] };
  const headings = taskPaperHead(task, { ...COUNTS, settled: 3, exempt: 1 }, [], new Date(0)).flatMap((block) =>
    'style' in block ? [block.text] : [],
  );
  expect(headings.at(-1)).toBe('二、各单位报送情况');
  expect(headings[1]).toContain('2026年第三季度');
  expect(headings[3]).toContain('随公文反馈3个，免报1个');
});
