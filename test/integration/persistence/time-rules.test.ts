import type { CalendarContent } from '@hub/contracts';
import { addWorkdays, DEFAULT_OFFICE_HOURS, type Id } from '@hub/core';
import { keepTimeRules, timeRulesOf, workingTimeOf } from '@hub/persistence';

import { createTestWorld, personActor, someId, someoneWaits, systemActor, type TestWorld } from '../../support';

let world: TestWorld;
let committeeId: Id;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['reports'] });
});

beforeEach(() => {
  committeeId = someId();
});

afterAll(() => world.close());

const closedOn = (date: string): CalendarContent => ({
  years: [],
  overrides: [{ date, workday: false, note: '停工' }],
  officeHours: [...DEFAULT_OFFICE_HOURS],
  dutyPeriods: [],
});

const keep = (revision: number, content: CalendarContent) =>
  world
    .context('reports', systemActor(committeeId, 'directory'))
    .transaction((tx) => keepTimeRules(tx, 'reports', 'CALENDAR', { revision, content }));

const clerk = (of = committeeId) => world.context('reports', personActor('UNIT_CLERK', { committeeId: of }));

const nextWorkday = (of = committeeId) =>
  clerk(of).read(async (tx) => addWorkdays((await workingTimeOf(tx, 'reports')).calendar, '2026-05-06', 1));

test('a committee that changed nothing runs by what the hub carries', async () => {
  expect(await nextWorkday()).toBe('2026-05-07');
  expect(await clerk().read((tx) => timeRulesOf(tx, 'reports', 'CALENDAR'))).toBeNull();
});

test('the newest snapshot counts, in whatever order they arrive', async () => {
  expect([await keep(2, closedOn('2026-05-07')), await keep(1, closedOn('2026-05-08'))]).toEqual([true, false]);
  expect(await nextWorkday()).toBe('2026-05-08');
  expect(await clerk().read((tx) => timeRulesOf(tx, 'reports', 'CALENDAR'))).toEqual({
    revision: 2,
    content: closedOn('2026-05-07'),
  });
});

test('is told to its own committee alone', async () => {
  await keep(1, closedOn('2026-05-07'));
  expect([await nextWorkday(), await nextWorkday(someId())]).toEqual(['2026-05-08', '2026-05-07']);
});

test('a revision that was rolled back leaves nothing in memory for the one that follows', async () => {
  const system = world.context('reports', systemActor(committeeId, 'directory'));
  const failing = system.transaction(async (tx) => {
    await keepTimeRules(tx, 'reports', 'CALENDAR', { revision: 1, content: closedOn('2026-05-07') });
    const { calendar } = await workingTimeOf(tx, 'reports');
    throw new Error(`closed: ${!calendar.isWorkday('2026-05-07')}`);
  });
  await expect(failing).rejects.toThrow('closed: true');
  expect(await nextWorkday()).toBe('2026-05-07');
  await keep(1, closedOn('2026-05-08'));
  expect(await nextWorkday()).toBe('2026-05-07');
  await keep(2, closedOn('2026-05-07'));
  expect(await nextWorkday()).toBe('2026-05-08');
});

test('a change waits for the act that sets a deadline by the old rules, so that its recount finds it', async () => {
  let changed = false;
  let change: Promise<void> | undefined;
  await world.context('reports', systemActor(committeeId, 'directory')).transaction(async (tx) => {
    await workingTimeOf(tx, 'reports');
    change = keep(1, closedOn('2026-05-07')).then(() => {
      changed = true;
    });
    while (!changed && !(await someoneWaits(world.database)));
    expect(changed).toBe(false);
  });
  await change;
  expect(changed).toBe(true);
});
