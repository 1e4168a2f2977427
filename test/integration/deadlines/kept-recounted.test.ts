import { composeWorkingTime, DEFAULT_OFFICE_HOURS, STANDARD_TIME_RULES, termEnd } from '@hub/core';
import { type NewDeadline, recountTerms } from '@hub/deadlines';
import { keepTimeRules } from '@hub/persistence';

import { reportsBook } from '../../../subgraphs/reports/src/data/deadline-book';
import { createTestWorld, systemActor, type TestWorld } from '../../support';
import { type KeptWorld, openKeptWorld } from './kept-world';

let world: TestWorld;
let k: KeptWorld;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['reports'] });
});

beforeEach(async () => {
  k = await openKeptWorld(world, reportsBook, 'REPORT');
});

afterEach(() => expect(world.faults).toEqual([]));

afterAll(() => world.close());

const at = (text: string) => new Date(`2020-10-${text}:00+08:00`);
const TEN_DAYS = { by: 'WORKDAYS', workdays: 10 } as const;

/** Due on the 29th by the calendar as it is. */
const byTerm = (body = k.body(0)): NewDeadline => {
  const time = composeWorkingTime();
  const dueAt = termEnd(TEN_DAYS, world.clock.now(), time);
  return k.deadline(body, { dueAt, basis: 'TERM', term: TEN_DAYS, calendarVersion: time.version });
};

const open = (...deadlines: NewDeadline[]) => k.act(k.office(), (kept) => kept.open(deadlines));

/** Friday the 16th is off after all. */
const closeFriday = () => {
  const overrides = [{ date: '2020-10-16', workday: false, note: '全市停工' }];
  const content = {
    ...STANDARD_TIME_RULES,
    officeHours: [...DEFAULT_OFFICE_HOURS],
    overrides,
    years: [],
    dutyPeriods: [],
  };
  return world
    .context('reports', systemActor(k.committeeId, 'directory'))
    .transaction((tx) => keepTimeRules(tx, 'reports', 'CALENDAR', { revision: 1, content }));
};

async function recounted(limit?: number): Promise<number> {
  const host = { database: world.subgraph('reports').database, clock: world.clock, ids: world.ids, book: reportsBook };
  let moved = 0;
  for (let finished = false; !finished; ) {
    const batch = await recountTerms(host, k.committeeId, 'test', limit);
    moved += batch.moved;
    finished = batch.finished;
  }
  return moved;
}

const dueOf = async ({ subjectId }: NewDeadline) => {
  const [row] = await k.rows<{ due: Date }>('select due_at as due from reports.kept_deadline where subject_id = $1', [
    subjectId,
  ]);
  return row?.due;
};

test('what a term set is counted anew, batch by batch, and told to the desk of the unit', async () => {
  const terms = [0, 1, 2].map((index) => byTerm(k.body(index)));
  const stated = k.deadline(k.body(0));
  await open(...terms, stated);
  await closeFriday();
  expect(await recounted(2)).toBe(3);
  for (const term of terms) expect(await dueOf(term)).toEqual(at('30T18:00'));
  expect(await dueOf(stated)).toEqual(at('29T18:00'));
  const told = (await k.events('hub.notice-requested')).filter(({ kind }) => kind === 'DEADLINE_MOVED');
  expect(told.map(({ unitId }) => unitId).sort()).toEqual([0, 1, 2].map((index) => k.body(index).unitId).sort());
  expect(await k.rows('select to_due_at as due from reports.deadline_move')).toEqual(
    Array(3).fill({ due: at('30T18:00') }),
  );
});

test('what was granted since, or is done, stands', async () => {
  const [granted, done] = [byTerm(), byTerm(k.body(1))];
  await open(granted, done);
  const end = { ...granted, dueAt: at('31T18:00'), basis: 'GRANTED' as const };
  await k.act(k.office(), (kept) => kept.move([end], '批准延期'));
  await k.act(k.office(), (kept) => kept.close([done], '已报送'));
  await closeFriday();
  expect(await recounted()).toBe(0);
  expect([await dueOf(granted), await dueOf(done)]).toEqual([at('31T18:00'), at('29T18:00')]);
});

test('a reminder that was sent stays sent, and the end is reminded of when it comes', async () => {
  await open(byTerm());
  await k.sweepAt('2020-10-23T09:00');
  expect(await k.ledgerOf(k.body(0))).toEqual(['REPORT HALF SENT']);
  await closeFriday();
  expect(await recounted()).toBe(1);
  await k.sweepAt('2020-10-29T18:00');
  expect(await k.ledgerOf(k.body(0))).toEqual(['REPORT HALF SENT']);
  await k.sweepAt('2020-10-30T18:00');
  expect(await k.ledgerOf(k.body(0))).toEqual(['REPORT HALF SENT', 'REPORT END SENT']);
});

test('a clock that begins anew is counted by the term that it begins with', async () => {
  const term = byTerm();
  await open(term);
  await k.act(k.office(), (kept) => kept.close([term], '已报送'));
  await open({ ...term, term: { by: 'WORKDAYS', workdays: 1 }, dueAt: at('16T18:00') });
  await closeFriday();
  expect(await recounted()).toBe(1);
  expect(await dueOf(term)).toEqual(at('19T18:00'));
});
