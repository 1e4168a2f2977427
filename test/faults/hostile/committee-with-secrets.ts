import { type Unit, unitsOf } from '../../e2e/desks/committee';
import { Office, type Paper } from '../../e2e/desks/office';
import { UnitDesk } from '../../e2e/desks/unit';
import { createTestHub, type TestDatabase, type TestHub } from '../../support';
import { uploadSecret } from './secret-file';
import { keepPeopleSecret } from './secret-people';
import { reportInSecret } from './secret-reports';

/** Stands in all that the stranger may not see; no input contains it. */
export const SECRET = '外单位密语';

/** The unit whose clerk looks where he should not. */
export const STRANGER = 76;

const text = (topic: string) => `关于${topic}的通知\n\n市直各单位：\n现将有关事项通知如下，请认真贯彻落实。`;

/** A hub with a paper in every state, receipts and reports in many, where much is hidden from one unit. */
export async function openCommitteeWithSecrets(): Promise<{ readonly hub: TestHub; readonly strangerId: string }> {
  const hub = await createTestHub({ committee: true });
  const office = await Office.open(hub);
  const units = await unitsOf(office.admin);
  const seriesId = await office.createSeries('焦直文', ['NOTIFICATION']);
  const stranger = unitAt(units, STRANGER);
  const draft = (topic: string, orders: readonly number[]): Promise<Paper> =>
    office.draft({
      seriesId,
      kind: 'NOTIFICATION',
      text: text(topic),
      feedback: { kind: 'FORM', fields: [{ name: 'plan', label: '方案', required: true }] },
      feedbackDueOn: '2020-10-30',
      audience: { organizations: orders.map((order) => recipient(unitAt(units, order))) },
    });
  const forAll = await office.issued(await draft('做好测试工作', [1, 2, 3, STRANGER]));
  const forOthers = await office.issued(await draft(`${SECRET}甲`, [1, 2, 3]));
  await draftsOnTheWay(office, (topic) => draft(topic, [1, 2]));
  const { id: withFile } = await draft(`${SECRET}附件`, [1, 2]);
  await uploadSecret(office.clerk, 'dispatch.attachment', withFile, SECRET);
  await answerWithSecrets(hub, [forAll, forOthers]);
  const others = [1, 2, 3].map((order) => unitAt(units, order));
  await reportInSecret(hub, office, { others, stranger, secret: SECRET });
  await keepPeopleSecret(office.admin, (await UnitDesk.open(hub, 1)).clerk, unitAt(units, 1), SECRET);
  await hub.settled();
  return { hub, strangerId: stranger.addressee.id };
}

function unitAt(units: readonly Unit[], order: number): Unit {
  const found = units.find(({ protocolOrder }) => protocolOrder === order);
  if (!found) throw new Error(`no unit ${order}`);
  return found;
}

const recipient = ({ addressee }: Unit) => ({ organizationId: addressee.id, role: 'TO', duty: 'FEEDBACK' });

/** One paper before each step of the office. */
async function draftsOnTheWay(office: Office, draft: (topic: string) => Promise<Paper>): Promise<void> {
  await draft(`${SECRET}草稿`);
  await office.submit(await draft(`${SECRET}待核`));
  await office.check(await office.submit(await draft(`${SECRET}待签`)));
  await office.approved(await draft(`${SECRET}已签`));
  await office.recheck(await office.approved(await draft(`${SECRET}待编号`)));
  await office.numbered(await draft(`${SECRET}待发`));
  await office.sendBack(await office.check(await office.submit(await draft(`${SECRET}退回`))), `${SECRET}意见`);
}

/** Other units acknowledge, answer and send back, in words of their own. */
async function answerWithSecrets(hub: TestHub, papers: readonly Paper[]): Promise<void> {
  const [first, second] = [await UnitDesk.open(hub, 1), await UnitDesk.open(hub, 2)];
  for (const { id } of papers) {
    await first.acknowledge(id);
    await first.answer(id, [{ name: 'plan', value: `${SECRET}方案` }]);
    await second.sendBack(id, 'ATTACHMENT_MISSING', `${SECRET}说明`);
  }
}

/** Receipts of the others, by the ids that name them. */
export async function hiddenReceiptIds(database: TestDatabase, strangerId: string): Promise<readonly string[]> {
  const rows = await database.query<{ id: string }>(
    `select document_id || '.' || organization_id as id from dispatch.receipt where organization_id <> $1`,
    [strangerId],
  );
  return rows.map(({ id }) => id);
}
