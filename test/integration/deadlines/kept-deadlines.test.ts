import type { NewDeadline } from '@hub/deadlines';

import { reportsBook } from '../../../subgraphs/reports/src/data/deadline-book';
import { createTestWorld, type TestWorld } from '../../support';
import { DUE, type KeptWorld, openKeptWorld } from './kept-world';

let world: TestWorld;
let k: KeptWorld;
let owed: NewDeadline;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['reports'] });
});

beforeEach(async () => {
  k = await openKeptWorld(world, reportsBook, 'REPORT');
  owed = k.deadline(k.body(0));
  await k.act(k.office(), (deadlines) => deadlines.open([owed, k.deadline(k.body(1))]));
});

afterEach(() => expect(world.faults).toEqual([]));

afterAll(() => world.close());

const FIRST_TWO = ['REPORT HALF SENT', 'REPORT END SENT'];

test('what is opened is reminded of by its ladder, once, at the desk of the unit', async () => {
  expect(await k.sweepAt('2020-10-16T09:00')).toBe(0);
  await k.sweepAt('2020-10-29T18:00');
  await k.sweep();
  expect(await k.ledgerOf(k.body(0))).toEqual(FIRST_TWO);
  const notices = await k.events('hub.notice-requested');
  expect(notices).toHaveLength(4);
  const own = notices.filter(({ unitId }) => unitId === k.body(0).unitId);
  const { organizationId } = k.body(0);
  expect(own.map(({ kind, addressees }) => ({ kind, addressees }))).toEqual(
    Array(2).fill({ kind: 'REMINDER', addressees: [{ to: 'UNIT_DESK', organizationId }] }),
  );
  expect(own[0]).toMatchObject({ about: { type: 'ReportTask', id: owed.matter.id, obligation: 'REPORT' } });
});

test('what is handed in is owed no more, and only what was told is settled', async () => {
  const early = k.deadline(k.body(2));
  await k.act(k.office(), (deadlines) => deadlines.open([early]));
  await k.act(k.clerk(k.body(2)), (deadlines) => deadlines.close([early], '已报送'));
  expect(await k.events('hub.notices-settled')).toEqual([]);
  await k.sweepAt('2020-10-29T18:00');
  await k.act(k.clerk(k.body(0)), (deadlines) => deadlines.close([owed], '已报送'));
  const about = { type: 'ReportTask', id: owed.matter.id, obligation: 'REPORT' };
  expect(await k.events('hub.notices-settled')).toEqual([expect.objectContaining({ about })]);
  await k.sweepAt('2020-12-01T09:00');
  expect([await k.ledgerOf(k.body(0)), await k.ledgerOf(k.body(2))]).toEqual([FIRST_TWO, []]);
  await k.act(k.clerk(k.body(0)), (deadlines) => deadlines.close([owed], '再次报送'));
  expect(await k.events('hub.notices-settled')).toHaveLength(1);
});

test('what is returned is owed until the same end by a clock of its own, with all its steps', async () => {
  await k.sweepAt('2020-10-26T09:00');
  await k.act(k.clerk(k.body(0)), (deadlines) => deadlines.close([owed], '已报送'));
  world.clock.set('2020-10-27T09:00:00+08:00');
  await k.act(k.office(), (deadlines) => deadlines.open([{ ...owed, startedAt: world.clock.now() }]));
  await k.sweepAt('2020-10-29T18:00');
  expect(await k.ledgerOf(k.body(0))).toEqual(['REPORT HALF SENT', ...FIRST_TWO]);
});

test('a clock that runs is not begun a second time', async () => {
  await k.sweepAt('2020-10-29T18:00');
  await k.act(k.office(), (deadlines) => deadlines.open([{ ...owed, startedAt: world.clock.now() }]));
  expect(await k.sweep()).toBe(0);
});

test('an extension moves the end, is written down, told once, and begins the ladder anew', async () => {
  await k.sweepAt('2020-10-23T09:00');
  const end = { ...owed, dueAt: new Date('2020-11-12T18:00:00+08:00'), basis: 'GRANTED' as const };
  await k.act(k.office(), (deadlines) => deadlines.move([end], '批准延期'));
  await k.act(k.office(), (deadlines) => deadlines.move([end], '批准延期'));
  const moves = await k.rows(
    'select from_due_at, to_due_at, reason, unit_id from reports.deadline_move where subject_id = $1',
    [owed.subjectId],
  );
  expect(moves).toEqual([{ from_due_at: DUE, to_due_at: end.dueAt, reason: '批准延期', unit_id: k.body(0).unitId }]);
  const told = (await k.events('hub.notice-requested')).filter(({ kind }) => kind === 'DEADLINE_MOVED');
  expect(told).toEqual([expect.objectContaining({ body: '报送期限调整为2020-11-12 18:00。原因：批准延期。' })]);
  await k.sweepAt('2020-11-12T18:00');
  expect(await k.ledgerOf(k.body(0))).toEqual(['REPORT HALF SENT', ...FIRST_TWO]);
});

test('a term counted anew goes on with its clock', async () => {
  world.clock.set('2020-10-20T09:00:00+08:00');
  const end = { ...owed, dueAt: new Date('2020-10-30T18:00:00+08:00'), basis: 'TERM' as const, calendarVersion: '2' };
  await k.act(k.office(), (deadlines) => deadlines.move([end], '工作日历调整'));
  const [row] = await k.rows<Record<string, unknown>>(
    'select started_at, due_at, basis, calendar_version from reports.kept_deadline where subject_id = $1',
    [owed.subjectId],
  );
  expect(row).toEqual({ started_at: owed.startedAt, due_at: end.dueAt, basis: 'TERM', calendar_version: '2' });
});

test('a deadline that was only moved is settled as well', async () => {
  const end = { ...owed, dueAt: new Date('2020-11-12T18:00:00+08:00'), basis: 'GRANTED' as const };
  await k.act(k.office(), (deadlines) => deadlines.move([end], '批准延期'));
  await k.act(k.clerk(k.body(0)), (deadlines) => deadlines.close([owed], '已报送'));
  expect(await k.events('hub.notices-settled')).toHaveLength(1);
});

test('eight workers at once enter each reminder once', async () => {
  const many = Array.from({ length: 200 }, () => k.deadline(k.body(2)));
  await k.act(k.office(), (deadlines) => deadlines.open(many));
  world.clock.set('2020-10-29T18:00:00+08:00');
  const entered = await Promise.all(Array.from({ length: 8 }, () => k.sweep()));
  expect(entered.reduce((sum, each) => sum + each)).toBe(2 * 202);
  expect(await k.ledgerOf(k.body(2))).toHaveLength(2 * 200);
  expect(await k.events('hub.notice-requested')).toHaveLength(2 * 202);
});

describe('row security', () => {
  const ORGANIZATIONS = 'select organization_id as id from reports.deadline order by subject_id';

  const seenBy = async (actor: Parameters<KeptWorld['act']>[0], sql = ORGANIZATIONS): Promise<unknown[]> => {
    const found = await world.context('reports', actor).read((tx) => tx.query<{ id: string }>(sql));
    return found.map(({ id }) => id);
  };

  test('shows a unit its own, the office all, an administrator and another committee nothing', async () => {
    const all = [k.body(0).organizationId, k.body(1).organizationId];
    expect(await seenBy(k.clerk(k.body(0)))).toEqual([all[0]]);
    expect(await seenBy(k.office())).toEqual(all);
    expect(await seenBy(k.office('COMMITTEE_ADMIN'))).toEqual([]);
    expect(await seenBy({ ...k.office(), committeeId: world.ids.next() })).toEqual([]);
  });

  test('lets nobody end what is not in his sight', async () => {
    await k.act(k.clerk(k.body(1)), (deadlines) => deadlines.close([owed], '已报送'));
    await k.act(k.office('COMMITTEE_ADMIN'), (deadlines) => deadlines.close([owed], '已报送'));
    expect(await seenBy(k.clerk(k.body(0)))).toHaveLength(1);
    const foreign = k.act(k.clerk(k.body(1)), (deadlines) => deadlines.open([k.deadline(k.body(0))]));
    await expect(foreign).rejects.toThrow('row-level security');
  });

  test('lets no unit move what it owes, nor change what a deadline is about', async () => {
    const end = { ...owed, dueAt: new Date('2020-11-12T18:00:00+08:00'), basis: 'GRANTED' as const };
    const own = k.clerk(k.body(0));
    await expect(k.act(own, (deadlines) => deadlines.move([end], '自行延期'))).rejects.toThrow('permission denied');
    const moved = k.act(own, async (_, tx) => {
      await tx.execute('update reports.kept_deadline set unit_id = $1', [k.body(0).unitId]);
    });
    await expect(moved).rejects.toThrow('permission denied');
  });

  test('shows reminders to the unit that was told, and proposals to the office alone', async () => {
    await k.sweepAt('2020-10-30T09:00');
    const STEPS = 'select step as id from reports.reminder order by planned_at, organization_id';
    expect(await seenBy(k.clerk(k.body(0)), STEPS)).toEqual(['HALF', 'END']);
    expect((await seenBy(k.office(), STEPS)).sort()).toEqual(['END', 'END', 'HALF', 'HALF', 'L1', 'L1']);
  });
});
