import { assertAskedOnce, doubleDemands, type OverlappingTask } from './ask-once';
import type { FieldOrigin, TemplateField } from './template-field';

const field = (label: string, change: Partial<TemplateField> = {}): TemplateField => ({
  key: 'asked',
  label,
  type: 'NUMBER',
  origin: { by: 'ASKED' },
  required: true,
  ...change,
});

const task = (...fields: TemplateField[]): OverlappingTask => ({
  taskId: '0196b5a0-0000-7000-8000-000000000001',
  title: '10月份党建月报',
  periodKey: '2020-10',
  fields,
});

describe('a field that the hub holds', () => {
  it.each([
    ['签收公文件数', 'receipts.acknowledged'],
    ['签收文件数', 'receipts.acknowledged'],
    ['本月签收公文件数（件）', 'receipts.acknowledged'],
    ['党员 总数：', 'members.total'],
    ['党员人数', 'members.total'],
    ['正式党员数', 'members.formal'],
  ])('is found by its label %s', (label, fact) => {
    expect(doubleDemands([field(label)], [])).toMatchObject([{ by: 'FACT', key: 'asked', label, fact }]);
  });

  it.each<[string, Partial<TemplateField>]>([
    ['慰问困难党员人数', {}],
    ['党员总数', { origin: { by: 'PREFILLED', fact: 'members.total' } }],
    ['党员总数', { origin: { by: 'DERIVED', formula: 'a + b' } }],
    ['党员总数', { type: 'FILE' }],
    ['党员总数', { type: 'TEXT', maxLength: 2000 }],
  ])('is not %s %p', (label, change) => {
    expect(doubleDemands([field(label, change)], [])).toEqual([]);
  });
});

describe('a field that another task asks for', () => {
  it.each([
    ['慰问困难党员人数', '慰问困难党员人数'],
    ['慰问困难党员人数（人）', '慰问困难党员人数'],
    ['慰问困难党员人数', '本月慰问困难党员人数'],
    ['慰问 困难党员人数', '慰问困难党员人数：'],
  ])('is found, %s for %s', (label, otherLabel) => {
    expect(doubleDemands([field(label)], [task(field(otherLabel))])).toEqual([
      {
        by: 'TASK',
        key: 'asked',
        label,
        taskId: task().taskId,
        name: '10月份党建月报',
        periodKey: '2020-10',
        otherLabel,
      },
    ]);
  });

  it('is found by what the hub calls it, whatever both call it', () => {
    const found = doubleDemands([field('党员人数')], [task(field('党员数'))]);
    expect(found).toMatchObject([{ by: 'FACT' }, { by: 'TASK', otherLabel: '党员数' }]);
  });

  const prefilled: FieldOrigin = { by: 'PREFILLED', fact: 'members.total' };
  it.each<[string, TemplateField, TemplateField]>([
    ['another', field('慰问党员人数'), field('慰问困难党员人数')],
    ['one that is prefilled there', field('走访次数'), field('走访次数', { origin: prefilled })],
    ['one that is prefilled here', field('走访次数', { origin: prefilled }), field('走访次数')],
    ['words of its own', field('存在问题', { type: 'TEXT', maxLength: 2000 }), field('存在问题', { type: 'TEXT' })],
    ['a file', field('附件', { type: 'FILE' }), field('附件', { type: 'FILE' })],
  ])('is not %s', (_, one, other) => {
    expect(doubleDemands([one], [task(other)])).toEqual([]);
  });

  it('is named for each task and field', () => {
    const here = [field('走访次数', { key: 'visits' }), field('宣讲场次', { key: 'talks' })];
    const found = doubleDemands(here, [task(field('走访次数')), task(field('宣讲场次'), field('走访次数'))]);
    expect(found.map(({ key }) => key)).toEqual(['visits', 'visits', 'talks']);
  });
});

describe('asking twice', () => {
  const demands = doubleDemands([field('党员总数')], [task(field('党员总数'))]);

  it('is refused with all that was found', () => {
    expect(() => assertAskedOnce(demands, null)).toThrow(
      expect.objectContaining({
        reason: 'ASKED_TWICE',
        message: expect.stringContaining('10月份党建月报'),
        details: expect.objectContaining({ count: 2, findings: demands }),
      }),
    );
  });

  it('is borne for a reason', () => {
    expect(() => assertAskedOnce(demands, '需核对历史数据')).not.toThrow();
  });

  it('is none where nothing was found', () => {
    expect(() => assertAskedOnce([], null)).not.toThrow();
  });
});
