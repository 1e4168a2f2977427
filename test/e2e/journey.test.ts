import { seedText } from '@hub/infra/seed/dispatch';

import { createTestHub, hubShapes, type TestHub } from '../support';
import {
  addToGroup,
  foundUnit,
  type Group,
  groupNamed,
  renameUnit,
  type Unit,
  unitsOf,
  workCommitteeOf,
} from './desks/committee';
import { noticesOf } from './desks/notices';
import { Office, type Paper, type Preview } from './desks/office';
import { UnitDesk } from './desks/unit';

// 焦直文〔2020〕140号 from the draft to its last answer, through the hub's own port. The tests are steps of one story.

const FEEDBACK = {
  kind: 'FORM',
  fields: [{ name: 'plan', label: '本单位具体方案', required: true }],
};
const ANSWER = [{ name: 'plan', value: '已制定方案，成立领导小组。' }];

/** Places in the protocol order, as the story tells them apart. */
const ATONCE = range(1, 60);
const RETURNING = range(61, 65);
const ANSWERED = [61, 62, 63];
const MISSENT = 76;
const NEWCOMER = 77;
const FEEDBACK_GIVEN = range(1, 40);
const FEEDBACK_AGAIN = [7, 8];
const RENAMED = 30;

let hub: TestHub;
let office: Office;
let units: readonly Unit[];
let listed: Group;
let newcomer: string;
let seriesId: string;
let paper140: Paper;
let paper141: Paper;
let preview: Preview;
const desks = new Map<number, UnitDesk>();

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

const desk = (order: number): UnitDesk => {
  const found = desks.get(order);
  if (!found) throw new Error(`no desk ${order}`);
  return found;
};
const unitAt = (order: number): Unit => {
  const found = units.find(({ protocolOrder }) => protocolOrder === order);
  if (!found) throw new Error(`no unit ${order}`);
  return found;
};
const addressees = (orders: readonly number[]) => orders.map((order) => unitAt(order).addressee.id);

interface Progress {
  readonly [counter: string]: number;
}

const COUNTERS =
  'live awaiting acknowledged returned feedbackOwed feedbackSubmitted feedbackReturned feedbackAccepted recalled';

/** The counters as they are kept, having seen that a recount says the same. */
async function progress(): Promise<Progress> {
  const { documentProgressCheck: check } = await office.registrar.data<{
    documentProgressCheck: { agrees: boolean; kept: Progress };
  }>(`query ($id: ID!) { documentProgressCheck(documentId: $id) { agrees kept { ${COUNTERS} } } }`, {
    id: paper140.id,
  });
  expect(check.agrees).toBe(true);
  return check.kept;
}

/** Moves the clock, and signs those in anew who go on then: a token lasts minutes. */
async function at(time: string, orders: readonly number[]): Promise<void> {
  hub.clock.set(time);
  await Promise.all(orders.map(async (order) => desks.set(order, await desk(order).again())));
  office = await office.again();
}

const todo = async (orders: readonly number[]): Promise<number[]> =>
  Promise.all(
    orders.map(async (order) => (await desk(order).inbox()).filter(({ id }) => id.startsWith(paper140.id)).length),
  );

jest.setTimeout(180_000);

describe.each(hubShapes())('140号 in the %s shape', (shape) => {
  beforeAll(async () => {
    hub = await createTestHub({ shape, committee: true });
    office = await Office.open(hub);
    units = await unitsOf(office.admin);
    listed = await groupNamed(office.admin, '模范机关70家');
    for (const { protocolOrder } of units) desks.set(protocolOrder, await UnitDesk.open(hub, protocolOrder));
  });

  afterAll(() => hub.close());

  test('the committee has its seventy listed units and six others, and its series stands at 139', async () => {
    expect(units).toHaveLength(76);
    expect(listed.memberCount).toBe(70);
    seriesId = await office.createSeries('焦直文', ['NOTIFICATION', 'OPINION']);
    await office.registrar.data('mutation ($input: AdoptNumbersInput!) { adoptNumbers(input: $input) { id } }', {
      input: { seriesId, year: 2020, lastSequence: 139, reason: '平台启用前纸质印发' },
    });
  });

  test('the clerk drafts both papers from their text; 140号 is too long, 141号 names no addressee', async () => {
    const organizations = addressees(range(71, 76)).map((organizationId) => ({
      organizationId,
      role: 'TO',
      duty: 'FEEDBACK',
    }));
    const audience = { groups: [{ groupId: listed.id, role: 'TO', duty: 'FEEDBACK' }], organizations };
    paper140 = await office.draft({
      seriesId,
      kind: 'NOTIFICATION',
      text: seedText('140-model-organs'),
      feedback: FEEDBACK,
      feedbackDueOn: '2020-10-30',
      audience,
    });
    paper141 = await office.draft({
      seriesId,
      kind: 'OPINION',
      text: seedText('141-pioneer-system'),
      audience: { groups: [{ groupId: listed.id, role: 'TO' }] },
    });
    const severities = async (paper: Paper) =>
      Object.fromEntries((await office.findings(paper)).map(({ ruleId, severity }) => [ruleId, severity]));
    expect(await severities(paper140)).toMatchObject({ X4_LENGTH: 'WARN' });
    expect(await severities(paper141)).toMatchObject({ NO_ADDRESSEE: 'WARN' });
    expect(Object.values({ ...(await severities(paper140)), ...(await severities(paper141)) })).not.toContain('BLOCK');
  });

  test('both annexes of 140号 are attached by upload', async () => {
    for (const name of ['附件1.txt', '附件2.txt']) {
      const bytes = new TextEncoder().encode(`${name}：市直机关创建模范机关`);
      const response = await office.clerk.upload(paper140.id, 'dispatch.attachment', name, bytes, 'text/plain');
      expect([response.status, await response.text()]).toEqual([201, expect.stringContaining('sha256')]);
    }
    const { document } = await office.clerk.data<{
      document: { version: number; attachments: { fileName: string }[] };
    }>('query ($id: ID!) { document(id: $id) { version attachments { fileName } } }', { id: paper140.id });
    expect(document.attachments.map(({ fileName }) => fileName)).toEqual(['附件1.txt', '附件2.txt']);
    paper140 = { ...paper140, version: document.version };
  });

  test('a leader sends 140号 back once, then signs both', async () => {
    const checked = await office.check(await office.submit(paper140));
    const back = await office.sendBack(checked, '请核对主送范围');
    expect(back.state).toBe('RETURNED');
    paper140 = await office.approved(back);
    paper141 = await office.approved(paper141);
  });

  test('neither can be sent before it has a number', async () => {
    const input = { documentId: paper140.id, expectedVersion: paper140.version, recipientVersion: 'none' };
    expect(
      await office.registrar.refusal('mutation ($input: IssueDocumentInput!) { issueDocument(input: $input) { id } }', {
        input,
      }),
    ).not.toBe('');
  });

  test('they are numbered 140 and 141', async () => {
    paper140 = await office.number(await office.recheck(paper140));
    paper141 = await office.number(await office.recheck(paper141));
    expect([paper140.documentNumber, paper141.documentNumber]).toEqual(['焦直文〔2020〕140号', '焦直文〔2020〕141号']);
  });

  test('a unit that joined the group since the approval is shown, and left out with a confirmation', async () => {
    const workCommittee = await workCommitteeOf(office.admin);
    newcomer = await foundUnit(office.admin, workCommittee, '市数据局', NEWCOMER, 'unit077');
    await addToGroup(office.admin, listed, newcomer);
    await hub.settled();
    preview = await office.preview(paper140);
    expect([preview.approvedCount, preview.left.length]).toEqual([76, 0]);
    expect(preview.joined.map(({ organization }) => organization.id)).toEqual([newcomer]);
    const unconfirmed = {
      documentId: paper140.id,
      expectedVersion: paper140.version,
      recipientVersion: preview.recipientVersion,
    };
    expect(
      await office.registrar.refusal('mutation ($input: IssueDocumentInput!) { issueDocument(input: $input) { id } }', {
        input: unconfirmed,
      }),
    ).toBe('RECIPIENTS_CHANGED');
    paper140 = await office.issue(paper140, preview, { include: [], leaveOut: [newcomer] });
    paper141 = await office.issue(paper141, await office.preview(paper141), { include: [newcomer], leaveOut: [] });
    expect([paper140.state, paper141.state]).toEqual(['ISSUED', 'ISSUED']);
    desks.set(NEWCOMER, await UnitDesk.open(hub, NEWCOMER));
  });

  test('seventy-six inboxes have 140号, and nobody else', async () => {
    expect(await progress()).toMatchObject({ live: 76, awaiting: 76, acknowledged: 0, recalled: 0, feedbackOwed: 76 });
    expect(await todo(range(1, 76))).toEqual(range(1, 76).map(() => 1));
    expect(await todo([NEWCOMER])).toEqual([0]);
  });

  test('a unit renamed after the issue keeps the old name on its receipt', async () => {
    const before = unitAt(RENAMED);
    await renameUnit(office.admin, before, '市教育体育局');
    await hub.settled();
    expect((await desk(RENAMED).receiptOf(paper140.id)).unitName).toBe(before.name);
    const { receipt } = await desk(RENAMED).clerk.data<{ receipt: { unitName: string; unit: { name: string } } }>(
      'query ($id: ID!) { receipt(id: $id) { unitName unit { name } } }',
      { id: (await desk(RENAMED).receiptOf(paper140.id)).id },
    );
    expect(receipt).toEqual({ unitName: before.name, unit: { name: '市教育体育局' } });
  });

  test('the one that was mis-sent is recalled before it signed, and cannot see the paper any more', async () => {
    const { id } = await desk(MISSENT).receiptOf(paper140.id);
    await office.registrar.data('mutation ($input: TakeBackInput!) { recallDocument(input: $input) { id } }', {
      input: { documentId: paper140.id, organizationIds: addressees([MISSENT]), reason: '错发' },
    });
    const clerk = desk(MISSENT).clerk;
    expect(await todo([MISSENT])).toEqual([0]);
    const seen = await clerk.data<{ receipt: unknown; document: unknown }>(
      'query ($receipt: ID!, $document: ID!) { receipt(id: $receipt) { id } document(id: $document) { id title } }',
      { receipt: id, document: paper140.id },
    );
    expect(seen).toEqual({ receipt: null, document: null });
    expect(await progress()).toMatchObject({ live: 75, awaiting: 75, recalled: 1 });
  });

  test('whoever has not signed by Friday evening was reminded, and the one it was recalled from was not', async () => {
    await at('2020-10-16T18:00:00+08:00', [1, MISSENT]);
    await hub.sweep();
    const told = await desk(1).noticesOf(paper140.id);
    expect(told.map(({ kind, level, about, receipt, earlier }) => ({ kind, level, about, receipt, earlier }))).toEqual([
      {
        kind: 'REMINDER',
        level: 0,
        about: { type: 'Receipt', id: (await desk(1).receiptOf(paper140.id)).id, obligation: 'ACKNOWLEDGE' },
        receipt: { id: (await desk(1).receiptOf(paper140.id)).id },
        // At half of the time, and at its end: one line, with the earlier one under it.
        earlier: [expect.anything()],
      },
    ]);
    expect(await desk(MISSENT).noticesOf(paper140.id)).toEqual([]);
  });

  test('the one left out gets it later, with a clock of its own', async () => {
    await at('2020-10-19T10:00:00+08:00', range(1, NEWCOMER));
    await office.registrar.data('mutation ($input: ReissueDocumentInput!) { reissueDocument(input: $input) { id } }', {
      input: { documentId: paper140.id, recipients: [{ organizationId: newcomer, role: 'TO', duty: 'FEEDBACK' }] },
    });
    const late = await desk(NEWCOMER).receiptOf(paper140.id);
    const first = await desk(1).receiptOf(paper140.id);
    expect(new Date(late.acknowledgeDueAt ?? 0).getTime()).toBeGreaterThan(
      new Date(first.acknowledgeDueAt ?? 0).getTime(),
    );
    expect(await progress()).toMatchObject({ live: 76, awaiting: 76 });
  });

  test('on Monday the office is asked, in one line, whether to urge those who are late', async () => {
    await hub.sweep();
    const asked = (await noticesOf(office.checker, 'OPEN')).filter(({ about }) => about.id === paper140.id);
    expect(asked.map(({ kind, level, about, earlier }) => [kind, level, about.obligation, earlier.length])).toEqual([
      // Of 75: the one that was left out has until Tuesday.
      ['LEVEL_PROPOSED', 1, 'ACKNOWLEDGE.L1', 74],
    ]);
  });

  test('sixty sign at the same moment and none is lost', async () => {
    await Promise.all(ATONCE.map((order) => desk(order).acknowledge(paper140.id)));
    await hub.settled();
    expect(await desk(1).noticesOf(paper140.id)).toEqual([]);
    expect((await noticesOf(desk(1).clerk, 'DONE')).map(({ doneBy }) => doneBy)).toEqual(['SETTLED']);
    expect(await progress()).toMatchObject({ live: 76, acknowledged: 60, awaiting: 16, returned: 0 });
  });

  test('five return it with reasons; three are answered and sign, two stay returned', async () => {
    for (const order of RETURNING) await desk(order).sendBack(paper140.id, 'ATTACHMENT_MISSING', '未收到附件2');
    expect(await progress()).toMatchObject({ acknowledged: 60, returned: 5, awaiting: 11 });
    for (const order of ANSWERED) {
      const { id, version } = await desk(order).receiptOf(paper140.id);
      await office.registrar.data('mutation ($input: AnswerReturnInput!) { answerReturn(input: $input) { state } }', {
        input: { receiptId: id, expectedVersion: version, answer: '附件2已随文发送，请查看第二页' },
      });
      await desk(order).acknowledge(paper140.id);
    }
    expect(await progress()).toMatchObject({ live: 76, acknowledged: 63, returned: 2, awaiting: 11 });
  });

  test('forty answer; two answers are returned and given again', async () => {
    await Promise.all(FEEDBACK_GIVEN.map((order) => desk(order).answer(paper140.id, ANSWER)));
    expect(await progress()).toMatchObject({ feedbackSubmitted: 40, feedbackReturned: 0 });
    const decide = async (order: number, mutation: string, type: string, more: object) => {
      const { id, version } = await desk(order).receiptOf(paper140.id);
      const input = { receiptId: id, expectedVersion: version, ...more };
      await office.checker.data(`mutation ($input: ${type}!) { ${mutation}(input: $input) { state } }`, { input });
    };
    for (const order of FEEDBACK_AGAIN)
      await decide(order, 'returnFeedback', 'ReturnFeedbackInput', { reason: '请补充责任人' });
    expect(await progress()).toMatchObject({ feedbackSubmitted: 38, feedbackReturned: 2 });
    for (const order of FEEDBACK_AGAIN) {
      await desk(order).answer(paper140.id, [{ name: 'plan', value: '已补充责任人：演示·负责人。' }]);
    }
    for (const order of FEEDBACK_GIVEN) await decide(order, 'acceptFeedback', 'AcceptFeedbackInput', {});
    expect(await progress()).toMatchObject({ live: 76, acknowledged: 63, feedbackAccepted: 40, feedbackSubmitted: 0 });
  });

  test('the end: 76 live, 63 signed, 2 returned, 11 open, and every inbox shows exactly that', async () => {
    expect(await progress()).toMatchObject({ live: 76, acknowledged: 63, returned: 2, awaiting: 11, recalled: 1 });
    const states = await Promise.all(
      [...range(1, 75), NEWCOMER].map(async (order) => (await desk(order).receiptOf(paper140.id)).state),
    );
    const count = (...wanted: string[]) => states.filter((state) => wanted.includes(state)).length;
    expect(count('FEEDBACK_ACCEPTED')).toBe(40);
    expect(count('ACKNOWLEDGED')).toBe(23);
    expect(count('RETURNED')).toBe(2);
    expect(count('DELIVERED', 'OPENED')).toBe(11);
  });

  test('the office sees the receipts in protocol order', async () => {
    const { receipts } = await office.registrar.data<{
      receipts: { totalCount: number; nodes: { unitName: string }[] };
    }>('query ($id: ID!) { receipts(documentId: $id, first: 200) { totalCount nodes { unitName } } }', {
      id: paper140.id,
    });
    const inOrder = [...units.map(({ name }) => name), '市数据局'];
    expect(receipts.nodes.map(({ unitName }) => unitName)).toEqual(inOrder);
  });

  test('a unit sees neither another’s receipt nor its feedback nor a draft', async () => {
    const stranger = desk(2).clerk;
    const { id } = await desk(1).receiptOf(paper140.id);
    const draft = await office.draft({ seriesId, kind: 'NOTIFICATION', text: seedText('140-model-organs') });
    const seen = await stranger
      .data<object>(
        `query ($receipt: ID!, $draft: ID!) {
       receipt(id: $receipt) { id feedback { text } } document(id: $draft) { id title }
       receipts(documentId: $draft) { totalCount } }`,
        { receipt: id, draft: draft.id },
      )
      .catch((error: Error) => error.message);
    expect(seen).toMatchObject({ receipt: null, document: null });
  });

  test('when the day has come a clerk has one calm list of what is due, and whoever answered has no line for it', async () => {
    await at('2020-10-30T18:00:00+08:00', [FEEDBACK_GIVEN[0] ?? 0, ANSWERED[0] ?? 0]);
    await hub.sweep();
    const [given, owing] = [desk(FEEDBACK_GIVEN[0] ?? 0), desk(ANSWERED[0] ?? 0)];
    const lines = async (of: UnitDesk) =>
      (await of.agenda()).map(({ aboutId, obligation, overdue }) => [aboutId.split('.')[0], obligation, overdue]);
    const unsigned = [paper141.id, 'ACKNOWLEDGE', true];
    const election = ({ protocolOrder }: UnitDesk) => [unitAt(protocolOrder).addressee.id, 'ELECTION', false];
    expect(await lines(owing)).toEqual([unsigned, [paper140.id, 'FEEDBACK', true], election(owing)]);
    expect(await lines(given)).toEqual([unsigned, election(given)]);
    // Told at half of its time and at its end: one line.
    expect(
      (await owing.noticesOf(paper140.id)).map(({ about, earlier }) => [about.obligation, earlier.length]),
    ).toEqual([['FEEDBACK', 1]]);
    expect(await given.noticesOf(paper140.id)).toEqual([]);
  });
});
