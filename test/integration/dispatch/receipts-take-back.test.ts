import { createTestWorld, someId, type TestWorld } from '../../support';
import { addUnits, type Office, openOffice } from './office';
import { issuePaper, type Paper } from './paper';

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

const idsOf = (...units: number[]) => units.map((unit) => desk.units[unit]?.organizationId);

const byRegistrar = (mutation: string, input: object) =>
  paper.actOnAll(paper.office('OFFICE_REGISTRAR'), mutation, input);

const recall = (...units: number[]) =>
  byRegistrar('recallDocument', { organizationIds: idsOf(...units), reason: '错发' });

const withdraw = (...units: number[]) =>
  byRegistrar('withdrawDocument', { organizationIds: idsOf(...units), reason: '内容有误' });

const reissue = (...units: number[]) =>
  byRegistrar('reissueDocument', {
    recipients: idsOf(...units).map((organizationId) => ({ organizationId, role: 'TO' })),
  });

const sign = (unit: number) => paper.act(paper.clerk(unit), 'acknowledgeReceipt', unit);

describe('撤回', () => {
  test('takes the paper from units that have not signed, and they find no trace of it', async () => {
    expect(await recall(0, 1)).toBeNull();
    expect(await paper.progress()).toEqual({ live: 2, awaiting: 2, unopened: 2, recalled: 2 });
    expect((await sign(0)).reason).toBe('RECEIPT_NOT_FOUND');
    const { data } = await world.graphql(
      'dispatch',
      paper.clerk(0),
      'query ($id: ID!, $document: ID!) { receipt(id: $id) { id } receipts(documentId: $document) { totalCount } }',
      { id: paper.receiptId(0), document: paper.documentId },
    );
    expect(data).toEqual({ receipt: null, receipts: { totalCount: 0 } });
  });

  test('spares them all when one has signed, and names that one', async () => {
    await sign(1);
    const query = 'mutation ($input: TakeBackInput!) { recallDocument(input: $input) { id } }';
    const input = { documentId: paper.documentId, organizationIds: idsOf(0, 1), reason: '错发' };
    const { errors } = await world.graphql('dispatch', paper.office('OFFICE_REGISTRAR'), query, { input });
    expect(errors).toMatchObject([
      { extensions: { reason: 'RECALL_AFTER_ACKNOWLEDGE', details: { organizationId: idsOf(1)[0] } } },
    ]);
    expect((await paper.row(0)).state).toBe('DELIVERED');
    expect(await paper.progress()).toMatchObject({ live: 4, acknowledged: 1 });
  });

  test('is refused without a reason, for nobody, for a stranger, twice, and to a checker', async () => {
    expect(await byRegistrar('recallDocument', { organizationIds: idsOf(0), reason: ' ' })).toBe(
      'TAKE_BACK_REASON_REQUIRED',
    );
    expect(await recall()).toBe('RECEIPTS_REQUIRED');
    const withStranger = { organizationIds: [...idsOf(0), someId()], reason: '错发' };
    expect(await byRegistrar('recallDocument', withStranger)).toBe('RECEIPT_NOT_FOUND');
    expect((await paper.row(0)).state).toBe('DELIVERED');
    await recall(0);
    expect(await recall(0)).toBe('RECEIPT_RECALLED');
    const input = { organizationIds: idsOf(1), reason: '错发' };
    expect(await paper.actOnAll(paper.office('OFFICE_CHECKER'), 'recallDocument', input)).toBe('ROLE_NOT_ALLOWED');
    expect(await paper.actOnAll(paper.clerk(1), 'recallDocument', input)).toBe('ROLE_NOT_ALLOWED');
  });

  test('of all units at once leaves one audit row', async () => {
    await recall(0, 1, 2, 3);
    const audits = await world.database.query<{ after: Record<string, unknown> }>(
      `select after from dispatch.audit where action = 'recallDocument' and object_id = $1`,
      [paper.documentId],
    );
    expect(audits).toHaveLength(1);
    expect(audits[0]?.after).toMatchObject({ reason: '错发', RECALLED: [...idsOf(0, 1, 2, 3)].sort() });
  });

  test('and a signature at the same moment: one of them wins, and the counters say which', async () => {
    const [signed, recalled] = await Promise.all([
      paper.act(paper.clerk(0), 'acknowledgeReceipt', 0, { expectedVersion: 1 }),
      recall(0, 1),
    ]);
    const { state } = await paper.row(0);
    expect(state).toBe(recalled === null ? 'RECALLED' : 'ACKNOWLEDGED');
    expect(signed.reason === null).toBe(state === 'ACKNOWLEDGED');
    await paper.progress();
  });
});

describe('清退', () => {
  test('takes the paper from units that have signed, and they see that and why', async () => {
    await sign(0);
    expect(await withdraw(0)).toBeNull();
    const { data } = await world.graphql(
      'dispatch',
      paper.clerk(0),
      'query ($id: ID!) { receipt(id: $id) { state withdrawalReason } }',
      { id: paper.receiptId(0) },
    );
    expect(data).toEqual({ receipt: { state: 'WITHDRAWN', withdrawalReason: '内容有误' } });
    expect((await sign(0)).reason).toBe('RECEIPT_WITHDRAWN');
    expect(await paper.progress()).toEqual({ live: 3, awaiting: 3, unopened: 3, withdrawn: 1 });
  });

  test('is refused before the signature', async () => {
    expect(await withdraw(0)).toBe('WITHDRAW_BEFORE_ACKNOWLEDGE');
  });
});

describe('补发', () => {
  test('gives a late unit its own clock and today’s name', async () => {
    const late = { unitId: someId(), organizationId: someId(), name: '新设局' };
    await addUnits(world, desk.committeeId, [late]);
    world.clock.advance(5 * 24 * 3_600_000);
    const recipients = [{ organizationId: late.organizationId, role: 'COPY' }];
    expect(await byRegistrar('reissueDocument', { recipients })).toBeNull();
    const [row] = await world.database.query(
      'select * from dispatch.receipt where document_id = $1 and organization_id = $2',
      [paper.documentId, late.organizationId],
    );
    expect(row).toMatchObject({
      state: 'DELIVERED',
      unit_name: '新设局',
      role: 'COPY',
      duty: 'ACKNOWLEDGE',
      reissued: true,
      delivered_at: world.clock.now(),
      service_level_version: 'default-1',
    });
    expect((row as { acknowledge_due_at: Date }).acknowledge_due_at > world.clock.now()).toBe(true);
    expect(await paper.progress()).toMatchObject({ live: 5, awaiting: 5 });
    const [distribution] = await world.database.query(
      'select position, source from dispatch.distribution where document_id = $1 and organization_id = $2',
      [paper.documentId, late.organizationId],
    );
    expect(distribution).toEqual({ position: 5, source: 'REISSUE' });
  });

  test('begins a recalled receipt anew', async () => {
    await recall(0);
    expect(await reissue(0)).toBeNull();
    expect(await paper.row(0)).toMatchObject({ state: 'DELIVERED', recalled_at: null, reissued: true, version: 3 });
    expect(await sign(0)).toMatchObject({ state: 'ACKNOWLEDGED' });
    expect(await paper.progress()).toEqual({ live: 4, awaiting: 3, unopened: 3, acknowledged: 1 });
  });

  test('forgets the signature of a withdrawn one', async () => {
    await sign(0);
    await withdraw(0);
    await reissue(0);
    expect(await paper.row(0)).toMatchObject({
      state: 'DELIVERED',
      acknowledged_at: null,
      acknowledged_by_name: null,
      text_digest: null,
      withdrawn_at: null,
      withdrawal_reason: null,
    });
    expect(await paper.progress()).toEqual({ live: 4, awaiting: 4, unopened: 4 });
  });

  test('is refused for who holds the paper, is unknown or named twice, and changes nothing', async () => {
    await recall(0);
    expect(await reissue(0, 1)).toBe('ALREADY_DELIVERED');
    expect(await byRegistrar('reissueDocument', { recipients: [{ organizationId: someId(), role: 'TO' }] })).toBe(
      'ORGANIZATION_NOT_FOUND',
    );
    expect(await reissue(0, 0)).toBe('RECIPIENT_TWICE');
    expect(await byRegistrar('reissueDocument', { recipients: [] })).toBe('NO_RECIPIENTS');
    expect(await paper.progress()).toEqual({ live: 3, awaiting: 3, unopened: 3, recalled: 1 });
  });

  test('is refused for a paper that was never issued', async () => {
    const { documentId } = await desk.draft();
    const recipients = [{ organizationId: idsOf(0)[0], role: 'TO' }];
    expect(await byRegistrar('reissueDocument', { documentId, recipients })).toBe('WRONG_STATE');
    expect(await byRegistrar('reissueDocument', { documentId: someId(), recipients })).toBe('DOCUMENT_NOT_FOUND');
  });

  test('to one unit twice at once makes one receipt', async () => {
    await recall(0);
    const reasons = await Promise.all([reissue(0), reissue(0)]);
    expect(reasons.sort()).toEqual(['ALREADY_DELIVERED', null]);
    expect(await paper.progress()).toMatchObject({ live: 4 });
  });
});

describe('催办 and 办结', () => {
  test('urging raises the level of those that owe something, and of nobody else', async () => {
    await sign(1);
    expect(await byRegistrar('urgeReceipts', { organizationIds: idsOf(0, 1) })).toBe('NOTHING_TO_URGE');
    await byRegistrar('urgeReceipts', { organizationIds: idsOf(0, 2) });
    await paper.actOnAll(paper.office('OFFICE_CHECKER'), 'urgeReceipts', { organizationIds: idsOf(0) });
    const rows = await Promise.all([0, 1, 2, 3].map((unit) => paper.row(unit)));
    expect(rows.map((row) => row.reminder_level)).toEqual([2, 0, 1, 0]);
    expect(rows[0]?.version).toBe(1);
  });

  test('a unit closes what it has signed, the office closes for several', async () => {
    await Promise.all([sign(0), sign(1), sign(2)]);
    expect(await paper.actOnAll(paper.clerk(0), 'closeReceipts', { organizationIds: idsOf(0) })).toBeNull();
    expect(await paper.actOnAll(paper.clerk(0), 'closeReceipts', { organizationIds: idsOf(1) })).toBe(
      'RECEIPT_NOT_FOUND',
    );
    expect(await byRegistrar('closeReceipts', { organizationIds: idsOf(1, 2) })).toBeNull();
    expect(await byRegistrar('closeReceipts', { organizationIds: idsOf(2, 3) })).toBe('RECEIPT_CLOSED');
    expect(await byRegistrar('closeReceipts', { organizationIds: idsOf(3) })).toBe('NOT_ACKNOWLEDGED');
    expect(await paper.progress()).toEqual({ live: 4, awaiting: 1, unopened: 1, acknowledged: 3, closed: 3 });
  });
});
