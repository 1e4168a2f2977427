import type { Unit } from '../../e2e/desks/committee';
import type { Office } from '../../e2e/desks/office';
import { actOn, ask, ReportingUnit, type Task } from '../../e2e/desks/reporting';
import type { TestHub } from '../../support';
import { uploadSecret } from './secret-file';

/** One field of each kind that a clerk fills in, by the keys that inputs give. */
export const REPORT_KEYS = ['meetings', 'problems', 'spent', 'held_on', 'form', 'sessions', 'proof'] as const;

const FIELDS = [
  { key: 'meetings', label: '党员大会次数', type: 'NUMBER', required: true, min: 0 },
  { key: 'problems', label: '存在问题', type: 'TEXT', maxLength: 500 },
  { key: 'spent', label: '支出', type: 'MONEY' },
  { key: 'held_on', label: '召开日期', type: 'DATE' },
  { key: 'form', label: '形式', type: 'CHOICE', options: ['集中', '分散'] },
  { key: 'sessions', label: '场次', type: 'TABLE', columns: [{ key: 'topic', label: '主题', type: 'TEXT' }] },
  { key: 'proof', label: '佐证材料', type: 'FILE' },
];

const MONTH = '2020-10';

interface Template {
  readonly id: string;
}

/**
 * Reports in several states, a plan and a file, all with the secret in what one unit may not see. That unit owes a report
 * too, so that its clerk gets as far as the fields.
 */
export async function reportInSecret(
  hub: TestHub,
  office: Office,
  { others, stranger, secret }: { readonly others: readonly Unit[]; readonly stranger: Unit; readonly secret: string },
): Promise<void> {
  const template = (name: string, kind: string) =>
    ask<Template>(office.checker, 'PublishReportTemplate', {
      input: { name, kind, signatureNeeded: false, minutes: 15, fields: FIELDS },
    });
  const { id: templateId } = await template('测试月报', 'MONTHLY');
  const audience = (units: readonly Unit[]) => ({
    organizations: units.map(({ addressee }) => ({ organizationId: addressee.id })),
  });
  const open = (title: string, units: readonly Unit[]): Promise<Task> =>
    ask(office.clerk, 'OpenReportTask', {
      input: {
        kind: 'MONTHLY',
        title,
        periodKey: MONTH,
        templateId,
        templateVersion: 1,
        audience: audience(units),
        duplicateReason: '测试',
      },
    });
  const ofAll = await open('测试月报', [...others, stranger]);
  const ofOthers = await open(`${secret}月报`, others);
  const [first, second] = await Promise.all(
    others.slice(0, 2).map(({ protocolOrder }) => ReportingUnit.open(hub, protocolOrder)),
  );
  if (!first || !second) throw new Error('two other units are needed');
  const said = [
    { key: 'meetings', number: '3' },
    { key: 'problems', text: `${secret}问题` },
  ];
  for (const { id } of [ofAll, ofOthers]) {
    const { id: reportId } = await first.reportOf(id);
    await uploadSecret(first.clerk, 'reports.attachment', reportId, secret);
    const handedIn = await first.handIn(id, said);
    await actOn(office.checker, 'ReturnReport', handedIn, { reasons: ['UNTRUE'], note: `${secret}意见` });
    await second.handIn(id, said);
  }
  await template('测试亮点', 'HIGHLIGHT');
  await ask(office.clerk, 'CreateReportPlan', {
    input: {
      name: `${secret}计划`,
      kind: 'MONTHLY',
      cadence: 'MONTHLY',
      firstPeriod: '2021-01',
      templateId,
      audience: audience(others),
      duplicateReason: '测试',
    },
  });
}
