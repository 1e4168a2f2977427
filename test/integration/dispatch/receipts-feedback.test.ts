import { createTestWorld, someId, type TestWorld } from '../../support';
import { type Office, openOffice } from './office';
import { type ActInput, issuePaper, type Paper } from './paper';

let world: TestWorld;
let desk: Office;
let paper: Paper;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch'] });
  desk = await openOffice(world, 2);
});

afterEach(() => expect(world.faults).toEqual([]));

afterAll(() => world.close());

type Requirement = { kind: 'ATTENDANCE' | 'FORM' | 'ATTACHMENT' | 'IMPLEMENTATION'; stages?: string[] };

async function signedPaper({ kind, stages = [] }: Requirement): Promise<void> {
  const fields = [{ name: 'count', label: '党员人数', required: true }];
  paper = await issuePaper(world, desk, { feedback: { kind, stages, fields } });
  await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0);
}

const submit = (input: ActInput) => paper.act(paper.clerk(0), 'submitFeedback', 0, input);
const accept = () => paper.act(paper.office('OFFICE_CHECKER'), 'acceptFeedback', 0, { note: '可' });
const sendBack = (reason: string) => paper.act(paper.office('OFFICE_CHECKER'), 'returnFeedback', 0, { reason });

const feedbackOf = () =>
  world.database.query('select * from dispatch.feedback where document_id = $1 order by ordinal', [paper.documentId]);

test('feedback is given, returned with a reason, given again and accepted', async () => {
  await signedPaper({ kind: 'IMPLEMENTATION' });
  expect(await submit({ text: '已落实' })).toMatchObject({ state: 'FEEDBACK_SUBMITTED' });
  expect(await paper.progress()).toMatchObject({ feedbackOwed: 2, feedbackSubmitted: 1 });
  expect(await sendBack('请附数据')).toMatchObject({ state: 'FEEDBACK_RETURNED' });
  expect(await paper.progress()).toMatchObject({ feedbackReturned: 1 });
  expect(await submit({ text: '已落实，共12项' })).toMatchObject({ state: 'FEEDBACK_SUBMITTED' });
  expect(await accept()).toMatchObject({ state: 'FEEDBACK_ACCEPTED' });
  expect(await feedbackOf()).toMatchObject([
    { ordinal: 1, state: 'RETURNED', decision_note: '请附数据', content: { text: '已落实' } },
    { ordinal: 2, state: 'ACCEPTED', decision_note: '可', submitted_by_name: '李四' },
  ]);
  expect(await paper.progress()).toEqual({
    live: 2,
    awaiting: 1,
    unopened: 1,
    acknowledged: 1,
    feedbackOwed: 2,
    feedbackAccepted: 1,
  });
});

test('each stage is accepted before the next, and the last one settles the receipt', async () => {
  await signedPaper({ kind: 'IMPLEMENTATION', stages: ['部署', '整改'] });
  await submit({ text: '已部署' });
  await sendBack('再细一点');
  await submit({ text: '已部署到支部' });
  expect(await accept()).toMatchObject({ state: 'ASSIGNED' });
  await submit({ text: '已整改' });
  expect(await accept()).toMatchObject({ state: 'FEEDBACK_ACCEPTED' });
  expect(await feedbackOf()).toMatchObject([
    { content: { stage: 0 } },
    { content: { stage: 0 } },
    { content: { stage: 1 } },
  ]);
});

test('a 回执 lists who will come, a form its columns', async () => {
  await signedPaper({ kind: 'ATTENDANCE' });
  expect((await submit({ text: '参加' })).reason).toBe('FEEDBACK_INCOMPLETE');
  expect((await submit({ attendees: [{ name: '王五', postTitle: '书记' }] })).reason).toBeNull();
  await signedPaper({ kind: 'FORM' });
  expect((await submit({ values: [{ name: 'other', value: '1' }] })).reason).toBe('FEEDBACK_INCOMPLETE');
  expect((await submit({ values: [{ name: 'count', value: '57' }] })).reason).toBeNull();
  expect(await feedbackOf()).toMatchObject([{ kind: 'FORM', content: { values: { count: '57' } } }]);
});

test('only files of the own feedback count as attachments', async () => {
  await signedPaper({ kind: 'ATTACHMENT' });
  const upload = (unit: number) => uploadFor(unit);
  const [mine, foreign] = [await upload(0), await upload(1)];
  expect((await submit({})).reason).toBe('FEEDBACK_INCOMPLETE');
  expect((await submit({ attachmentIds: [mine, foreign] })).reason).toBe('FEEDBACK_INCOMPLETE');
  expect((await submit({ attachmentIds: ['not-an-id'] })).reason).toBe('INPUT_INVALID');
  expect((await submit({ attachmentIds: [mine] })).reason).toBeNull();
});

async function uploadFor(unit: number): Promise<string> {
  const id = someId();
  const { organizationId, unitId } = desk.units[unit] as Office['units'][number];
  await world.database.query(
    `insert into dispatch.attachment
       (committee_id, attachment_id, document_id, organization_id, unit_id, ordinal, file_name, media_type, byte_size,
        content_digest, storage_key, uploaded_by_account_id, uploaded_by_name, uploaded_at)
     values ($1, $2, $3, $4, $5, $6, '总结.pdf', 'application/pdf', 10, 'x', $7, $2, '李四', $8)`,
    [desk.committeeId, id, paper.documentId, organizationId, unitId, unit + 1, `key-${id}`, world.clock.now()],
  );
  return id;
}

test('feedback is refused where none is owed, before the signature, and while one waits', async () => {
  paper = await issuePaper(world, desk);
  await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0);
  expect((await submit({ text: '已落实' })).reason).toBe('FEEDBACK_NOT_OWED');
  paper = await issuePaper(world, desk, { feedback: { kind: 'IMPLEMENTATION', stages: [], fields: [] } });
  expect((await submit({ text: '已落实' })).reason).toBe('NOT_ACKNOWLEDGED');
  await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0);
  await submit({ text: '已落实' });
  expect((await submit({ text: '又落实' })).reason).toBe('FEEDBACK_ALREADY_SUBMITTED');
  expect(await feedbackOf()).toHaveLength(1);
});

test('feedback that is not complete leaves no trace', async () => {
  await signedPaper({ kind: 'IMPLEMENTATION' });
  const before = await paper.row(0);
  expect((await submit({ text: ' ' })).reason).toBe('FEEDBACK_INCOMPLETE');
  expect((await submit({ text: '长'.repeat(20_001) })).reason).toBe('TEXT_TOO_LONG');
  expect(await paper.row(0)).toEqual(before);
  expect(await feedbackOf()).toEqual([]);
  expect(await paper.progress()).toMatchObject({ acknowledged: 1, feedbackOwed: 2 });
});

test('feedback with a marking of secrecy is quarantined, and its words are nowhere', async () => {
  await signedPaper({ kind: 'IMPLEMENTATION' });
  const words = '机密★10年 作战方案';
  expect((await submit({ text: words })).reason).toBe('SECRECY_MARKING');
  expect(await feedbackOf()).toEqual([]);
  const quarantined = await world.database.query('select * from dispatch.quarantine where subject_id = $1', [
    paper.documentId,
  ]);
  expect(quarantined).toMatchObject([{ source: 'feedback', person_name: '李四' }]);
  const audits = await world.database.query(`select after from dispatch.audit where action = 'quarantine'`);
  expect(JSON.stringify([quarantined, audits])).not.toContain('作战方案');
});

test('feedback is returned with a reason, and only while it waits', async () => {
  await signedPaper({ kind: 'IMPLEMENTATION' });
  expect((await accept()).reason).toBe('NO_FEEDBACK_TO_REVIEW');
  await submit({ text: '已落实' });
  expect((await sendBack(' ')).reason).toBe('FEEDBACK_RETURN_REASON_REQUIRED');
  await accept();
  expect((await sendBack('再写')).reason).toBe('NO_FEEDBACK_TO_REVIEW');
});

test('a unit does not accept its own feedback', async () => {
  await signedPaper({ kind: 'IMPLEMENTATION' });
  await submit({ text: '已落实' });
  expect((await paper.act(paper.clerk(0), 'acceptFeedback', 0)).reason).toBe('ROLE_NOT_ALLOWED');
});

test('a signed receipt is handed to a post, and to another one', async () => {
  paper = await issuePaper(world, desk);
  const assign = (postId: string) => paper.act(paper.clerk(0), 'assignReceipt', 0, { postId, title: '党务专干' });
  const [first, second] = [someId(), someId()];
  expect((await assign(first)).reason).toBe('NOT_ACKNOWLEDGED');
  await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0);
  expect(await assign(first)).toMatchObject({ state: 'ASSIGNED' });
  await assign(second);
  expect(await paper.row(0)).toMatchObject({ assigned_to_post_id: second, assigned_to_title: '党务专干' });
});
