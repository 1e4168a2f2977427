import type { Id } from '@hub/core';
import { decideProposals, urge } from '@hub/deadlines';

import { approvalsBook } from '../../../subgraphs/approvals/src/data/deadline-book';
import { createTestWorld, someId, type TestWorld } from '../../support';
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

const shownTo = (body: Parameters<KeptWorld['clerk']>[0]) =>
  world.context('approvals', k.clerk(body)).read((tx) => tx.query('select step from approvals.reminder'));

test('what the office owes is reminded of in the office, opened by the unit that asks', async () => {
  const request = asked(0);
  await k.act(k.clerk(k.body(0)), (deadlines) => deadlines.open([request]));
  await k.sweepAt('2020-11-02T09:00');
  expect(await k.ledgerOf(k.body(0))).toEqual(['DECIDE HALF SENT', 'DECIDE END SENT', 'DECIDE L2 PROPOSED']);
  const notices = await k.events('hub.notice-requested');
  expect(notices.flatMap(({ addressees }) => addressees)).toEqual(Array(3).fill({ to: 'OFFICE' }));
  expect(await shownTo(k.body(0))).toEqual([]);
});

test('a level that the office sends itself, and its urging of itself, are not shown to the unit that waits', async () => {
  const request = asked(1);
  await k.act(k.clerk(k.body(1)), (deadlines) => deadlines.open([request]));
  await k.sweepAt('2020-11-02T09:00');
  const [proposal] = await world.database.query<{ id: Id }>(
    `select reminder_id as id from approvals.reminder where part_id = $1 and state = 'PROPOSED'`,
    [request.partId],
  );
  const by = { accountId: someId(), name: '王五', title: '办公室主任' };
  await world.context('approvals', k.office()).transaction(async (tx) => {
    const decision = { state: 'RELEASED' as const, by, note: null, documentNumber: null, assertMay: () => undefined };
    await decideProposals(tx, world.ids, approvalsBook, [proposal?.id ?? ''], decision);
    await urge(tx, world.ids, approvalsBook, [request], { level: 1, channel: 'PHONE', note: '已催承办部室', by });
  });
  expect(await k.ledgerOf(k.body(1))).toHaveLength(4);
  expect(await shownTo(k.body(1))).toEqual([]);
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
