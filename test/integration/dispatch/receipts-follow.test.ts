import { remindDue } from '@hub/deadlines';
import { createLogger } from '@hub/runtime';

import { receiptBook } from '../../../subgraphs/dispatch/src/data/deadline-book';
import { DocumentRepository } from '../../../subgraphs/dispatch/src/data/document.repository';
import { checkProgress } from '../../../subgraphs/dispatch/src/usecases/check-progress';
import { deliverReceipts } from '../../../subgraphs/dispatch/src/usecases/deliver-receipts';
import { createTestWorld, personActor, someId, someoneWaits, type TestWorld } from '../../support';
import { eventually } from '../../support/eventually';
import { type ToldOrganization, tellOrganization } from '../deadlines/tell-organization';
import { type Office, type OfficeUnit, openOffice } from './office';
import { issuePaper, type Paper } from './paper';

let world: TestWorld;
let desk: Office;
let paper: Paper;
/** Another organisation of the unit that is merged, which stays. */
let left: OfficeUnit;

const unit = (index: number): OfficeUnit => desk.units[index] as OfficeUnit;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch'] });
});

beforeEach(async () => {
  world.clock.set('2020-10-15T09:00:00+08:00');
  desk = await openOffice(world, 3);
  left = { unitId: unit(0).unitId, organizationId: someId(), name: '留下的党支部' };
  await tell(left);
  paper = await issuePaper(world, desk, {
    feedback: { kind: 'IMPLEMENTATION', stages: [], fields: [] },
    feedbackDueOn: '2020-10-30',
  });
});

afterEach(() => expect(world.faults).toEqual([]));

afterAll(() => world.close());

const tell = (of: OfficeUnit, change: Partial<ToldOrganization> = {}) =>
  tellOrganization(world, 'dispatch', { committeeId: desk.committeeId, ...of }, { name: of.name, ...change });

/** The first unit's organisation goes on under the second. */
const merge = (version = 2, into = 1) => tell(unit(0), { unitId: unit(into).unitId, version });

const clerkOf = ({ unitId, organizationId }: OfficeUnit) =>
  personActor('UNIT_CLERK', { committeeId: desk.committeeId, unitId, organizationId });

/** A clerk of another organisation in the second unit, who has seen nothing of the first until then. */
const successor = () => clerkOf(unit(1));

async function seenBy(of: OfficeUnit): Promise<unknown[]> {
  const query = '{ inbox(first: 20) { nodes { organization { id } } } }';
  const { data, errors } = await world.graphql('dispatch', clerkOf(of), query);
  expect(errors).toBeUndefined();
  const { inbox } = data as { inbox: { nodes: { organization: { id: string } }[] } };
  return inbox.nodes.map(({ organization }) => organization.id).sort();
}

async function sweepAt(time: string): Promise<void> {
  world.clock.set(`${time}:00+08:00`);
  const { database } = world.subgraph('dispatch');
  const run = { requestId: 'test', logger: createLogger({ name: 'test', level: 'silent' }) };
  const host = { database, clock: world.clock, ids: world.ids, book: receiptBook };
  while ((await remindDue(host, desk.committeeId, run)).seen > 0);
}

const events = (name: string) =>
  world.database.query<{ payload: { unitId: string; about: { id: string; obligation: string } } }>(
    'select payload from dispatch.outbox where event = $1 and aggregate_id = $2 order by id',
    [name, paper.documentId],
  );

/** Whose the rows of the first organisation are, by table. */
async function owners(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of ['receipt', 'feedback', 'extension_request', 'reminder', 'deadline_move']) {
    const rows = await world.database.query<{ unitId: string }>(
      `select distinct unit_id as "unitId" from dispatch.${table} where organization_id = $1`,
      [unit(0).organizationId],
    );
    found[table] = rows.map(({ unitId }) => unitId);
  }
  return found;
}

const allOf = ({ unitId }: OfficeUnit) => ({
  receipt: [unitId],
  feedback: [unitId],
  extension_request: [unitId],
  reminder: [unitId],
  deadline_move: [unitId],
});

/** Counters and a recount agree. */
async function expectSound(): Promise<void> {
  const { kept, counted } = await checkProgress(desk.as('OFFICE_CHECKER'), paper.documentId);
  expect(kept).toEqual(counted);
}

test('the successor sees, signs and answers what a merged unit had got, and the old unit does not', async () => {
  expect([await seenBy(left), await seenBy(unit(1))]).toEqual([[unit(0).organizationId], [unit(1).organizationId]]);
  await merge();
  const both = [unit(0).organizationId, unit(1).organizationId].sort();
  expect([await seenBy(left), await seenBy(unit(1))]).toEqual([[], both]);
  expect(await paper.act(successor(), 'acknowledgeReceipt', 0)).toMatchObject({ reason: null, state: 'ACKNOWLEDGED' });
  expect(await paper.act(successor(), 'submitFeedback', 0, { text: '已落实' })).toMatchObject({ reason: null });
  // The name on the receipt is that of the release.
  expect(await paper.row(0)).toMatchObject({ unit_id: unit(1).unitId, unit_name: unit(0).name });
  await expectSound();
});

test('what was said about a receipt, and what was reminded of it, goes along, done or not', async () => {
  await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0);
  await paper.act(paper.clerk(0), 'requestExtension', 0, { reason: '任务重', until: '2020-11-06' });
  const { version } = (await paper.row(0)) as { version: number };
  await paper.act(paper.office('OFFICE_CHECKER'), 'decideExtension', 0, { granted: true, expectedVersion: version });
  await sweepAt('2020-10-29T09:00');
  await paper.act(paper.clerk(0), 'submitFeedback', 0, { text: '已落实' });
  await paper.act(paper.office('OFFICE_CHECKER'), 'acceptFeedback', 0);
  expect(await owners()).toEqual(allOf(unit(0)));
  await merge();
  expect(await owners()).toEqual(allOf(unit(1)));
  await expectSound();
});

test('reminders reach the successor', async () => {
  await merge();
  await sweepAt('2020-10-16T18:00');
  const told = (await events('hub.notice-requested')).filter(({ payload }) => payload.about.id === paper.receiptId(0));
  expect(told.map(({ payload }) => payload.unitId)).toEqual([unit(1).unitId, unit(1).unitId]);
});

test('the newest snapshot counts, in whatever order they come, and twice is once', async () => {
  await merge(3, 2);
  await merge(2, 1);
  const after = await paper.row(0);
  world.clock.set('2020-10-15T10:00:00+08:00');
  await merge(3, 2);
  expect(await paper.row(0)).toEqual(after);
  expect(after).toMatchObject({ unit_id: unit(2).unitId });
});

test('what is issued at the moment of a merger goes along', async () => {
  const ctx = desk.as('OFFICE_REGISTRAR');
  const { documentId } = await desk.bringTo('ISSUE');
  let told: Promise<void> | null = null;
  await ctx.transaction(async (tx) => {
    const document = await new DocumentRepository(tx).lock(documentId);
    await deliverReceipts(ctx, tx, document);
    told = merge();
    await eventually(async () => expect(await someoneWaits(world.database)).toBe(true));
  });
  await told;
  const rows = await world.database.query(
    'select unit_id from dispatch.receipt where document_id = $1 and organization_id = $2',
    [documentId, unit(0).organizationId],
  );
  expect(rows).toEqual([{ unit_id: unit(1).unitId }]);
});

describe('of an organisation that is dissolved', () => {
  const dissolve = (version = 2) => tell(unit(0), { active: false, dissolved: true, version });

  test('the office sees that it is exempt and not done; nobody is reminded, and notices are done', async () => {
    await sweepAt('2020-10-16T18:00');
    const before = await paper.progress();
    await dissolve();
    await dissolve(3);
    const query = 'query ($id: ID!) { document(id: $id) { receipts { nodes { id state dueAt exemptReason } } } }';
    const { data, errors } = await world.graphql('dispatch', paper.office('OFFICE_CHECKER'), query, {
      id: paper.documentId,
    });
    expect(errors).toBeUndefined();
    const { nodes } = (data as { document: { receipts: { nodes: { id: string }[] } } }).document.receipts;
    expect(nodes.find(({ id }) => id === paper.receiptId(0))).toEqual({
      id: paper.receiptId(0),
      state: 'DELIVERED',
      dueAt: null,
      exemptReason: '党组织已撤销',
    });
    expect(await paper.progress()).toEqual(before);
    await expectSound();
    expect((await events('hub.notices-settled')).map(({ payload }) => payload.about)).toEqual([
      { type: 'Receipt', id: paper.receiptId(0), obligation: 'ACKNOWLEDGE' },
    ]);
    await sweepAt('2020-12-01T09:00');
    const steps = await world.database.query(
      'select step from dispatch.reminder where subject_id = $1 and organization_id = $2 order by planned_at',
      [paper.documentId, unit(0).organizationId],
    );
    expect(steps).toEqual([{ step: 'HALF' }, { step: 'END' }]);
  });

  test('what it had done stays done', async () => {
    await paper.act(paper.clerk(0), 'acknowledgeReceipt', 0);
    await paper.act(paper.clerk(0), 'submitFeedback', 0, { text: '已落实' });
    await dissolve();
    expect(await paper.row(0)).toMatchObject({ state: 'FEEDBACK_SUBMITTED', exempted_at: null });
  });

  test('the trail keeps until when it was owed', async () => {
    await dissolve();
    const [act] = await world.database.query<{ before: unknown; after: unknown }>(
      `select before, after from dispatch.audit where action = 'exemptReceipt' and object_id = $1`,
      [paper.documentId],
    );
    const { organizationId } = unit(0);
    expect(act).toEqual({
      before: { organizationId, dueAt: '2020-10-16T10:00:00.000Z' },
      after: { organizationId, dueAt: null, reason: '党组织已撤销' },
    });
  });
});
