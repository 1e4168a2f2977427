import { approvalsBook } from '../../../subgraphs/approvals/src/data/deadline-book';
import { createTestWorld, type TestWorld } from '../../support';
import { type KeptWorld, openKeptWorld } from './kept-world';

let world: TestWorld;
let k: KeptWorld;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['approvals'] });
});

beforeEach(async () => {
  k = await openKeptWorld(world, approvalsBook, 'DECIDE');
});

afterEach(() => expect(world.faults).toEqual([]));

afterAll(() => world.close());

/** A request that a unit makes: the office owes the answer. */
const asked = (index: number) => {
  const deadline = k.deadline(k.body(index));
  return { ...deadline, matter: { ...deadline.matter, type: 'Request', owedBy: 'OFFICE' as const } };
};

test('what the office owes is reminded of in the office, opened by the unit that asks', async () => {
  const request = asked(0);
  await k.act(k.clerk(k.body(0)), (deadlines) => deadlines.open([request]));
  await k.sweepAt('2020-11-02T09:00');
  expect(await k.ledgerOf(k.body(0))).toEqual(['DECIDE HALF SENT', 'DECIDE END SENT', 'DECIDE L2 PROPOSED']);
  const notices = await k.events('hub.notice-requested');
  expect(notices.flatMap(({ addressees }) => addressees)).toEqual(Array(3).fill({ to: 'OFFICE' }));
  const shown = await world
    .context('approvals', k.clerk(k.body(0)))
    .read((tx) => tx.query('select step from approvals.reminder'));
  expect(shown).toEqual([]);
});

test('asked back, the unit owes the missing pieces while the clock of the office stands; then it begins anew', async () => {
  const request = asked(0);
  await k.act(k.clerk(k.body(0)), (deadlines) => deadlines.open([request]));
  const supplement = { ...k.deadline(k.body(0)), subjectId: request.subjectId, obligation: 'SUPPLEMENT' };
  await k.act(k.office(), async (deadlines) => {
    await deadlines.close([request], '补正');
    await deadlines.open([supplement]);
  });
  await k.sweepAt('2020-10-29T18:00');
  expect(await k.ledgerOf(k.body(0))).toEqual(['SUPPLEMENT HALF SENT', 'SUPPLEMENT END SENT']);
  const anew = { ...request, startedAt: world.clock.now(), dueAt: new Date('2020-11-12T18:00:00+08:00') };
  await k.act(k.clerk(k.body(0)), async (deadlines) => {
    await deadlines.close([supplement], '已补正');
    await deadlines.open([anew]);
  });
  await k.sweepAt('2020-11-12T18:00');
  expect((await k.ledgerOf(k.body(0))).slice(2)).toEqual(['DECIDE HALF SENT', 'DECIDE END SENT']);
});
