import { archiveDocument } from '../../../subgraphs/dispatch/src/usecases/archive-document';
import { foldProgress } from '../../../subgraphs/dispatch/src/usecases/fold-progress';
import { createTestWorld, type TestWorld } from '../../support';
import { type Office, openOffice } from './office';
import { type ActInput, issuePaper, type Paper } from './paper';

const UNITS = 132;

let world: TestWorld;
let desk: Office;
let paper: Paper;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch'] });
  desk = await openOffice(world, UNITS);
});

beforeEach(async () => {
  paper = await issuePaper(world, desk, { feedback: { kind: 'IMPLEMENTATION', stages: [], fields: [] } });
});

afterEach(() => expect(world.faults).toEqual([]));

afterAll(() => world.close());

const from = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index);

const everyUnit = (mutation: Parameters<Paper['act']>[1], units: readonly number[], input: ActInput = {}) =>
  Promise.all(units.map((unit) => paper.act(paper.clerk(unit), mutation, unit, input)));

const office = (mutation: Parameters<Paper['act']>[1], units: readonly number[], input: ActInput = {}) =>
  Promise.all(units.map((unit) => paper.act(paper.office('OFFICE_REGISTRAR'), mutation, unit, input)));

test('all units sign at once: every signature is kept and none is counted twice', async () => {
  const answers = await Promise.all(
    from(0, UNITS).map((unit) => paper.act(paper.clerk(unit), 'acknowledgeReceipt', unit, { expectedVersion: 1 })),
  );
  expect(answers.filter(({ reason }) => reason !== null)).toEqual([]);
  expect(await paper.progress()).toEqual({ live: UNITS, acknowledged: UNITS, feedbackOwed: UNITS });
});

test('units sign while the office recalls: every receipt went one way, and the counters know which', async () => {
  const organizationIds = desk.units.map((unit) => unit.organizationId);
  const recalls = from(0, 12).map((part) =>
    paper.actOnAll(paper.office('OFFICE_REGISTRAR'), 'recallDocument', {
      organizationIds: organizationIds.slice(part * 11, part * 11 + 11).reverse(),
      reason: '错发',
    }),
  );
  const signatures = from(0, UNITS).map((unit) =>
    paper.act(paper.clerk(unit), 'acknowledgeReceipt', unit, { expectedVersion: 1 }),
  );
  const [, signed] = await Promise.all([Promise.all(recalls), Promise.all(signatures)]);
  const acknowledged = signed.filter(({ reason }) => reason === null).length;
  const progress = await paper.progress();
  expect(progress.acknowledged ?? 0).toBe(acknowledged);
  expect((progress.live ?? 0) + (progress.recalled ?? 0)).toBe(UNITS);
});

test('the counters are right after every step of the journey', async () => {
  const waiting = UNITS - 1;
  await paper.actOnAll(paper.office('OFFICE_REGISTRAR'), 'recallDocument', {
    organizationIds: [desk.units[waiting]?.organizationId],
    reason: '错发',
  });
  expect(await paper.progress()).toEqual({ live: 131, awaiting: 131, unopened: 131, feedbackOwed: 131, recalled: 1 });

  await everyUnit('acknowledgeReceipt', from(0, 60));
  expect(await paper.progress()).toMatchObject({ acknowledged: 60, awaiting: 71, unopened: 71 });

  await everyUnit('returnReceipt', from(60, 5), { reason: 'ATTACHMENT_MISSING' });
  expect(await paper.progress()).toMatchObject({ acknowledged: 60, awaiting: 66, returned: 5 });

  await office('answerReturn', from(60, 3), { answer: '已补附件' });
  expect(await paper.progress()).toMatchObject({ awaiting: 69, returned: 2, returnAnswered: 3 });

  await everyUnit('acknowledgeReceipt', from(60, 3));
  expect(await paper.progress()).toMatchObject({ acknowledged: 63, awaiting: 66, returned: 2 });

  await everyUnit('submitFeedback', from(0, 40), { text: '已落实' });
  expect(await paper.progress()).toMatchObject({ feedbackSubmitted: 40 });

  await office('returnFeedback', [3, 7], { reason: '请附数据' });
  expect(await paper.progress()).toMatchObject({ feedbackSubmitted: 38, feedbackReturned: 2 });

  await everyUnit('submitFeedback', [3, 7], { text: '已落实，附数据' });
  await office('acceptFeedback', from(0, 10));
  expect(await paper.progress()).toEqual({
    live: 131,
    awaiting: 66,
    acknowledged: 63,
    returned: 2,
    unopened: 66,
    feedbackOwed: 131,
    feedbackSubmitted: 30,
    feedbackAccepted: 10,
    recalled: 1,
  });
});

test('the archive folds the entries of a paper, and the counters stay as they were', async () => {
  await everyUnit('acknowledgeReceipt', from(0, 20));
  const before = await paper.progress();
  const entries = () =>
    world.database.query('select from dispatch.document_progress where document_id = $1', [paper.documentId]);
  expect(await entries()).toHaveLength(21);
  await archiveDocument(desk.as('OFFICE_REGISTRAR'), {
    documentId: paper.documentId,
    expectedVersion: await version(),
  });
  expect(await entries()).toHaveLength(1);
  expect(await paper.progress()).toEqual(before);
  await everyUnit('acknowledgeReceipt', from(20, 2));
  expect(await paper.progress()).toMatchObject({ acknowledged: 22 });
});

test('folds and signatures at once lose nothing', async () => {
  const folds = from(0, 5).map(() => foldProgress(desk.as('OFFICE_REGISTRAR'), paper.documentId));
  await Promise.all([...folds, everyUnit('acknowledgeReceipt', from(0, 40))]);
  expect(await paper.progress()).toMatchObject({ live: UNITS, acknowledged: 40, awaiting: UNITS - 40 });
});

async function version(): Promise<number> {
  const [row] = await world.database.query<{ version: number }>(
    'select version from dispatch.document where document_id = $1',
    [paper.documentId],
  );
  return row?.version ?? 0;
}
