import { randomBytes } from 'node:crypto';

import { createTestHub, shapesOfRun, type TestHub } from '../support';
import { type Unit, unitsOf } from './desks/committee';
import { Office, type Paper } from './desks/office';
import { contentsAtRest, contentsOf, expectRefusal as expectRefusalOf, type Refused } from './desks/refusals';
import { UnitDesk } from './desks/unit';

jest.setTimeout(180_000);

// Each bad input gets a Chinese sentence and a reason of its own, and leaves every table as it was.

let hub: TestHub;
let office: Office;
let units: readonly Unit[];
let downward: string;
let upward: string;
let draft: Paper;
let approved: Paper;
let numbered: Paper;
let issued: Paper;

const text = '关于做好测试工作的通知\n\n市直各单位：\n现将有关事项通知如下，请认真贯彻落实。';

function notification() {
  const organizations = units
    .slice(0, 3)
    .map(({ addressee }) => ({ organizationId: addressee.id, role: 'TO', duty: 'ACKNOWLEDGE' }));
  return { seriesId: downward, kind: 'NOTIFICATION', text, audience: { organizations } };
}

const expectRefusal = (refused: Refused) => expectRefusalOf(hub, refused);

const clerk = () => office.clerk;
const leader = () => office.leader;
const registrar = () => office.registrar;
const drafting = (input: () => object, reason: string): Refused => ({
  by: clerk,
  mutation: 'draftDocument',
  type: 'DraftDocumentInput',
  input,
  reason,
});
const seen = ({ id, version }: Paper) => ({ documentId: id, expectedVersion: version });

describe.each(shapesOfRun())('in the %s shape', (shape) => {
  beforeAll(async () => {
    hub = await createTestHub({ shape, committee: true });
    office = await Office.open(hub);
    units = await unitsOf(office.admin);
    downward = await office.createSeries('焦直文', ['NOTIFICATION']);
    upward = await office.createSeries('焦直报', ['REPORT', 'REQUEST']);
    draft = await office.draft(notification());
    approved = await office.recheck(await office.approved(await office.draft(notification())));
    numbered = await office.numbered(await office.draft(notification()));
    issued = await office.issued(await office.draft(notification()));
  });

  afterAll(() => hub.close());

  test.each([
    '焦直文[2020]150号',
    '焦直文（2020）150号',
    '焦直文〔20〕150号',
    '焦直文〔2020〕第150号',
    '焦直文〔2020〕0150号',
    '焦直文〔2020〕0号',
    '焦直文〔2020〕150',
  ])('a number in the wrong form is refused: %s', (documentNumber) =>
    expectRefusal({
      by: registrar,
      mutation: 'assignNumber',
      type: 'AssignNumberInput',
      input: () => ({ ...seen(approved), documentNumber, reason: '指定' }),
      reason: 'NUMBER_FORM',
    }),
  );

  test('an issue without approval', () =>
    expectRefusal({
      by: registrar,
      mutation: 'issueDocument',
      type: 'IssueDocumentInput',
      input: () => ({ ...seen(draft), recipientVersion: 'none' }),
      reason: 'ISSUE_WITHOUT_APPROVAL',
    }));

  test('a second approval', () =>
    expectRefusal({
      by: leader,
      mutation: 'approveForIssue',
      type: 'ApproveForIssueInput',
      input: () => ({ ...seen(approved) }),
      reason: 'ALREADY_APPROVED',
    }));

  test('a receipt of another unit', async () => {
    const own = await (await UnitDesk.open(hub, 1)).receiptOf(issued.id);
    const stranger = await UnitDesk.open(hub, 2);
    await expectRefusal({
      by: () => stranger.clerk,
      mutation: 'acknowledgeReceipt',
      type: 'ReceiptDecisionInput',
      input: () => ({ receiptId: own.id, expectedVersion: own.version }),
      reason: 'RECEIPT_NOT_FOUND',
    });
  });

  test('a 请示 with two 主送', async () => {
    const request = await office.draft({
      seriesId: upward,
      kind: 'REQUEST',
      direction: 'UPWARD',
      title: '关于成立机关纪委的请示',
      addresseeLine: '中共焦作市委、焦作市人民政府：',
      text: '关于成立机关纪委的请示\n\n中共焦作市委、焦作市人民政府：\n因工作需要，拟成立机关纪委。\n妥否，请批示。',
    });
    await expectRefusal({
      by: clerk,
      mutation: 'submitDocument',
      type: 'SubmitDocumentInput',
      input: () => ({ ...seen(request), notClassifiedPledge: true }),
      reason: 'RULES_BLOCK',
    });
    expect(await office.findings(request)).toContainEqual({ ruleId: 'R3', severity: 'BLOCK' });
  });

  test('a 报告 that asks for something', async () => {
    const report = await office.draft({
      seriesId: upward,
      kind: 'REPORT',
      direction: 'UPWARD',
      title: '关于上半年工作的报告',
      addresseeLine: '中共焦作市委：',
      text: '关于上半年工作的报告\n\n中共焦作市委：\n上半年工作情况如下。\n以上报告妥否，请批示。',
    });
    await expectRefusal({
      by: clerk,
      mutation: 'submitDocument',
      type: 'SubmitDocumentInput',
      input: () => ({ ...seen(report), notClassifiedPledge: true }),
      reason: 'RULES_BLOCK',
    });
    expect(await office.findings(report)).toContainEqual({ ruleId: 'R2', severity: 'BLOCK' });
  });

  test('a classified marking in the head: an alert is kept, the text nowhere', async () => {
    const marked = `机密★1年\n${text}`;
    const refused = drafting(() => ({ ...notification(), text: marked }), 'SECRECY_MARKING');
    await expectRefusal({ ...refused, recordedIn: ['audit%'] });
    const kept = await hub.database.query<{ row: string }>(
      `select to_jsonb(q)::text as row from dispatch.quarantine q
     union all select to_jsonb(a)::text from dispatch.audit a where a.action like '%uarantin%'`,
    );
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.map(({ row }) => row).join()).not.toMatch(/机密|贯彻落实/);
  });

  test('a title of 10 000 characters', () =>
    expectRefusal(drafting(() => ({ ...notification(), title: '关'.repeat(10_000) }), 'TITLE_TOO_LONG')));

  test('control characters', () =>
    expectRefusal(drafting(() => ({ ...notification(), text: `关于\u0007的通知\n${text}` }), 'CONTROL_CHARACTERS')));

  test('an unknown id', () =>
    expectRefusal(drafting(() => ({ ...notification(), seriesId: units[0]?.id }), 'SERIES_NOT_FOUND')));

  test('an id that is none', () =>
    expectRefusal(drafting(() => ({ ...notification(), seriesId: "x' or 1=1" }), 'INPUT_INVALID')));

  test('a stale expectedVersion', () =>
    expectRefusal({
      by: clerk,
      mutation: 'submitDocument',
      type: 'SubmitDocumentInput',
      input: () => ({ documentId: draft.id, expectedVersion: draft.version + 7, notClassifiedPledge: true }),
      reason: 'STALE_VERSION',
    }));

  test('recipients other than those of the preview', () =>
    expectRefusal({
      by: registrar,
      mutation: 'issueDocument',
      type: 'IssueDocumentInput',
      input: () => ({ ...seen(numbered), recipientVersion: 'a'.repeat(64) }),
      reason: 'RECIPIENTS_CHANGED',
    }));

  test('the same idempotency key with another input', async () => {
    const idempotencyKey = 'draft-once';
    const query = 'mutation ($input: DraftDocumentInput!) { draftDocument(input: $input) { id } }';
    const first = await office.clerk.data(query, { input: notification() }, { idempotencyKey });
    expect(await office.clerk.data(query, { input: notification() }, { idempotencyKey })).toEqual(first);
    await expectRefusal({
      by: clerk,
      mutation: 'draftDocument',
      type: 'DraftDocumentInput',
      input: () => ({ ...notification(), urgency: 'URGENT' }),
      reason: 'IDEMPOTENCY_KEY_REUSED',
      idempotencyKey,
    });
  });

  const MIB = 1024 * 1024;

  test.each([
    ['of a wrong type', 'a.exe', new TextEncoder().encode('MZ\u0000\u0000'), 'FILE_TYPE_REFUSED'],
    [
      'that is something else than its name says',
      'a.pdf',
      new TextEncoder().encode('plain text'),
      'FILE_TYPE_MISMATCH',
    ],
    ['of 0 bytes', 'a.txt', new Uint8Array(), 'FILE_EMPTY'],
    ['over the limit', 'a.txt', randomBytes(101 * MIB).map((byte) => 97 + (byte % 26)), 'FILE_TOO_LARGE'],
  ])('a file %s', async (_, name, bytes, reason) => {
    const before = await contentsAtRest(hub);
    const response = await office.clerk.upload(
      draft.id,
      'dispatch.attachment',
      name,
      bytes,
      'application/octet-stream',
    );
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { reason: string } }[] };
    expect([response.ok, errors[0]?.extensions.reason]).toEqual([false, reason]);
    expect(errors[0]?.message).toMatch(/\p{Script=Han}/u);
    expect(await contentsOf(hub)).toEqual(before);
  });

  test('a year whose calendar is not loaded', async () => {
    hub.clock.set('2029-03-01T10:00:00+08:00');
    await hub.sweep();
    office = await office.again();
    const paper = await office.number(await office.recheck(await office.approved(await office.draft(notification()))));
    const { recipientVersion } = await office.preview(paper);
    await expectRefusal({
      by: registrar,
      mutation: 'issueDocument',
      type: 'IssueDocumentInput',
      input: () => ({ ...seen(paper), recipientVersion }),
      reason: 'CALENDAR_YEAR_MISSING',
    });
  });
});
