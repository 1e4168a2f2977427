import { createTestWorld, type TestWorld } from '../../support';
import { type Office, openOffice } from './office';
import { issuePaper, type Paper } from './paper';

let world: TestWorld;
let desk: Office;
let paper: Paper;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch'] });
  desk = await openOffice(world, 3);
});

beforeEach(async () => {
  paper = await issuePaper(world, desk);
});

afterEach(() => expect(world.faults).toEqual([]));

afterAll(() => world.close());

const returnsOf = () =>
  world.database.query('select * from dispatch.receipt_return where document_id = $1 order by ordinal', [
    paper.documentId,
  ]);

const sendBack = (unit: number, reason: string, explanation: string | null = null) =>
  paper.act(paper.clerk(unit), 'returnReceipt', unit, { reason, explanation });

const answer = (unit: number, text: string, accepted = false) =>
  paper.act(paper.office('OFFICE_REGISTRAR'), 'answerReturn', unit, { answer: text, accepted });

test('a mis-sent paper is returned, answered, and signed after all', async () => {
  expect(await sendBack(0, 'ATTACHMENT_MISSING', '附件2打不开')).toMatchObject({ state: 'RETURNED', version: 2 });
  expect(await paper.progress()).toEqual({ live: 3, awaiting: 2, unopened: 2, returned: 1 });
  expect((await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0)).reason).toBe('RETURN_NOT_ANSWERED');
  expect(await answer(0, '附件已重新上传')).toMatchObject({ state: 'RETURN_ANSWERED' });
  expect(await paper.progress()).toEqual({ live: 3, awaiting: 3, unopened: 2, returnAnswered: 1 });
  expect(await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0)).toMatchObject({ state: 'ACKNOWLEDGED' });
  expect(await returnsOf()).toMatchObject([
    { ordinal: 1, reason: 'ATTACHMENT_MISSING', explanation: '附件2打不开', answer: '附件已重新上传', accepted: false },
  ]);
});

test('a second return is the next one and waits for its own answer', async () => {
  await sendBack(0, 'UNREADABLE');
  await answer(0, '请再试');
  await sendBack(0, 'OTHER', '仍然打不开');
  await answer(0, '已换文件');
  expect(await returnsOf()).toMatchObject([
    { ordinal: 1, answer: '请再试' },
    { ordinal: 2, answer: '已换文件' },
  ]);
});

test('the office that agrees takes an unsigned paper back, and the unit sees it no more', async () => {
  await sendBack(0, 'MISSENT');
  expect(await answer(0, '确系错发', true)).toMatchObject({ state: 'RECALLED' });
  expect(await paper.progress()).toEqual({ live: 2, awaiting: 2, unopened: 2, recalled: 1 });
  expect((await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0)).reason).toBe('RECEIPT_NOT_FOUND');
});

test('the office that agrees withdraws a signed paper, and the unit sees why', async () => {
  await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0);
  expect(await sendBack(0, 'NOT_OURS')).toMatchObject({ state: 'RETURNED_AFTER_REVIEW' });
  expect(await paper.progress()).toMatchObject({ acknowledged: 1, returnedAfterReview: 1 });
  expect(await answer(0, '转送他单位', true)).toMatchObject({ state: 'WITHDRAWN' });
  expect(await paper.row(0)).toMatchObject({ withdrawal_reason: '转送他单位', withdrawn_at: world.clock.now() });
});

test.each([
  ['a reason of another moment', 'NOT_OURS', null, 'RETURN_REASON_NOT_APPLICABLE'],
  ['“其他” without a word', 'OTHER', ' ', 'RETURN_REASON_REQUIRED'],
  ['an explanation with control characters', 'MISSENT', 'a\u0007b', 'CONTROL_CHARACTERS'],
  ['an explanation that is too long', 'MISSENT', '长'.repeat(2001), 'TEXT_TOO_LONG'],
])('%s is refused and changes nothing', async (_, reason, explanation, refusal) => {
  const before = await paper.row(0);
  expect((await sendBack(0, reason, explanation)).reason).toBe(refusal);
  expect(await paper.row(0)).toEqual(before);
  expect(await returnsOf()).toEqual([]);
  expect(await paper.progress()).toEqual({ live: 3, awaiting: 3, unopened: 3 });
});

test('a paper is not returned twice before the office has answered', async () => {
  await sendBack(0, 'MISSENT');
  expect((await sendBack(0, 'MISSENT')).reason).toBe('ALREADY_RETURNED');
});

test('the office answers only what was returned, with a word', async () => {
  expect((await answer(0, '请签收')).reason).toBe('NO_RETURN_TO_ANSWER');
  await sendBack(0, 'MISSENT');
  expect((await answer(0, ' ')).reason).toBe('ANSWER_REQUIRED');
});

test('a unit cannot answer its own return, nor a checker take the paper back', async () => {
  await sendBack(0, 'MISSENT');
  const input = { answer: '同意', accepted: true };
  expect((await paper.act(paper.clerk(0), 'answerReturn', 0, input)).reason).toBe('ROLE_NOT_ALLOWED');
  expect((await paper.act(paper.office('OFFICE_CHECKER'), 'answerReturn', 0, input)).reason).toBe('ROLE_NOT_ALLOWED');
  expect((await paper.row(0)).state).toBe('RETURNED');
});
