import { createTestWorld, type TestWorld } from '../../support';
import { type Office, openOffice } from './office';
import { issuePaper, type Paper, reasonOf } from './paper';

let world: TestWorld;
let desk: Office;
let paper: Paper;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch'] });
  desk = await openOffice(world, 4);
});

beforeEach(async () => {
  paper = await issuePaper(world, desk);
});

afterEach(() => expect(world.faults).toEqual([]));

afterAll(() => world.close());

const openIt = (unit: number, actor = paper.clerk(unit)) =>
  world.graphql('dispatch', actor, 'mutation ($id: ID!) { openReceipt(receiptId: $id) { state version openedAt } }', {
    id: paper.receiptId(unit),
  });

test('the first reading is kept, later ones change nothing', async () => {
  expect((await openIt(0)).data).toMatchObject({ openReceipt: { state: 'OPENED', version: 1 } });
  const { opened_at } = await paper.row(0);
  world.clock.advance(60_000);
  await openIt(0);
  expect((await paper.row(0)).opened_at).toEqual(opened_at);
  expect(await paper.progress()).toMatchObject({ live: 4, awaiting: 4, unopened: 3 });
});

test('a colleague who had the page open may still sign after the first reading', async () => {
  await openIt(0);
  expect(await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0, { expectedVersion: 1 })).toMatchObject({
    reason: null,
    state: 'ACKNOWLEDGED',
    version: 2,
  });
});

test('a signature says who, under which post, when, and for which text', async () => {
  await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0);
  const [document] = await world.database.query<{ text_digest: string }>(
    'select text_digest from dispatch.document where document_id = $1',
    [paper.documentId],
  );
  const { accountId, postId } = paper.clerk(0);
  expect(await paper.row(0)).toMatchObject({
    state: 'ACKNOWLEDGED',
    acknowledged_at: world.clock.now(),
    acknowledged_by_account_id: accountId,
    acknowledged_by_post_id: postId,
    acknowledged_by_name: '李四',
    acknowledged_by_title: '党务专干',
    text_digest: document?.text_digest,
    version: 2,
  });
  expect(await paper.progress()).toEqual({ live: 4, awaiting: 3, unopened: 3, acknowledged: 1 });
});

test('a signature leaves one audit row and one event', async () => {
  await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0);
  const audits = await world.database.query(
    `select actor_name, object_type from dispatch.audit where action = 'acknowledgeReceipt' and object_id = $1`,
    [paper.documentId],
  );
  expect(audits).toEqual([{ actor_name: '李四', object_type: 'receipt' }]);
  const events = await world.database.query(
    `select payload from dispatch.outbox where event = 'dispatch.receipt-changed' and aggregate_id = $1`,
    [paper.documentId],
  );
  expect(events).toMatchObject([{ payload: { receiptId: paper.receiptId(0), state: 'ACKNOWLEDGED', version: 2 } }]);
});

test('nobody signs twice', async () => {
  await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0);
  const before = await paper.row(0);
  expect((await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0)).reason).toBe('ALREADY_ACKNOWLEDGED');
  expect(await paper.row(0)).toEqual(before);
});

test('a decision on an older version is refused', async () => {
  await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0);
  const again = await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0, { expectedVersion: 1 });
  expect(again.reason).toBe('STALE_VERSION');
});

test('the same key repeats the answer, and is refused with another input', async () => {
  const key = { idempotencyKey: 'one-signature' };
  const first = await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0, { expectedVersion: 1 }, key);
  const repeated = await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0, { expectedVersion: 1 }, key);
  expect(repeated).toEqual(first);
  const other = await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0, { expectedVersion: 2 }, key);
  expect(other.reason).toBe('IDEMPOTENCY_KEY_REUSED');
  expect(await paper.progress()).toMatchObject({ acknowledged: 1 });
});

test('a receipt of another unit does not exist', async () => {
  expect((await paper.act(paper.clerk(1), 'acknowledgeReceipt', 0)).reason).toBe('RECEIPT_NOT_FOUND');
  expect(reasonOf((await openIt(0, paper.clerk(1))).errors)).toBe('RECEIPT_NOT_FOUND');
  expect((await paper.row(0)).state).toBe('DELIVERED');
});

test('the office signs for nobody else', async () => {
  const registrar = paper.office('OFFICE_REGISTRAR');
  expect((await paper.act(registrar, 'acknowledgeReceipt', 0)).reason).toBe('OUTSIDE_SCOPE');
  expect((await paper.act(paper.office('COMMITTEE_LEADER'), 'acknowledgeReceipt', 0)).reason).toBe('ROLE_NOT_ALLOWED');
});

test.each(['', 'x', '018f.018f'])('the id %j is the id of nothing', async (receiptId) => {
  expect((await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0, { receiptId })).reason).toBe('RECEIPT_NOT_FOUND');
});

test('nobody signs without signing in', async () => {
  const { errors } = await world.graphql(
    'dispatch',
    null,
    'mutation ($id: ID!) { openReceipt(receiptId: $id) { id } }',
    { id: paper.receiptId(0) },
  );
  expect(reasonOf(errors)).toBe('SIGN_IN_REQUIRED');
});

test('of clerks who sign at once one wins', async () => {
  const sign = () => paper.act(paper.clerk(0), 'acknowledgeReceipt', 0, { expectedVersion: 1 });
  const atOnce = <T>(act: () => Promise<T>) => Promise.all(Array.from({ length: 8 }, act));
  // Connections are opened one after another: only over open ones do the acts meet.
  await atOnce(() => openIt(1));
  const answers = await atOnce(sign);
  const won = answers.filter(({ reason }) => reason === null);
  expect(won).toHaveLength(1);
  expect(answers.filter(({ reason }) => reason === 'STALE_VERSION')).toHaveLength(7);
  expect(await paper.progress()).toMatchObject({ acknowledged: 1, awaiting: 3 });
});
