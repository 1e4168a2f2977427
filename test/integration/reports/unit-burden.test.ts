import type { Id } from '@hub/core';

import { UnitBurdenRepository } from '../../../subgraphs/reports/src/data/unit-burden.repository';
import { createTestWorld, personActor, plantedReport, someId, type TestWorld } from '../../support';
import { tellOrganization } from '../deadlines/tell-organization';

let world: TestWorld;
let committeeId: Id;
let taskId: Id;
const busy = { unitId: someId(), organizationId: someId() };
const other = { unitId: someId(), organizationId: someId() };

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['reports'] });
});

beforeEach(async () => {
  [committeeId, taskId] = [someId(), someId()];
  for (const [text, ...parameters] of plantedReport(busy, { taskId })) {
    await world.database.query(text, [committeeId, ...parameters]);
  }
  for (const each of [busy, other]) await tellOrganization(world, 'reports', { committeeId, ...each });
  await alsoAsked({ ...busy, organizationId: someId() });
  await alsoAsked(other);
});

afterEach(() => expect(world.faults).toEqual([]));

afterAll(() => world.close());

/** A further report of the task. */
async function alsoAsked({ unitId, organizationId }: typeof busy): Promise<void> {
  await world.database.query(
    `insert into reports.report
       (committee_id, report_id, task_id, kind, period_key, title, organization_id, organization_name, unit_id, nature,
        template_id, template_version, visibility, state, due_at, updated_at)
     select committee_id, $3, task_id, kind, period_key, title, $4, organization_name, $5, nature,
            template_id, template_version, visibility, state, due_at, updated_at
     from reports.report where committee_id = $1 and task_id = $2 limit 1`,
    [committeeId, taskId, someId(), organizationId, unitId],
  );
}

const office = () => world.context('reports', personActor('OFFICE_CLERK', { committeeId }));
const unit = (of: typeof busy) => world.context('reports', personActor('UNIT_CLERK', { committeeId, ...of }));

const ask = () =>
  office().transaction((tx) =>
    new UnitBurdenRepository(tx).addAsked(taskId, { askedFields: 5, knownFields: 2, minutes: 30 }),
  );

const burdens = (unitId: Id) =>
  world.database.query(
    `select month, tasks, asked_fields as asked, known_fields as known, minutes_estimated as estimated, handed_in as reports,
            minutes_spent as spent, minutes_said as said
     from reports.unit_burden where committee_id = $1 and unit_id = $2 order by month`,
    [committeeId, unitId],
  );

const NOTHING_SENT = { reports: 0, spent: 0, said: 0 };

test('a unit is asked once for each of its organisations, and tasks of a month add up', async () => {
  await ask();
  expect(await burdens(busy.unitId)).toEqual([
    { month: '2020-10', tasks: 2, asked: 10, known: 4, estimated: 60, ...NOTHING_SENT },
  ]);
  await ask();
  expect(await burdens(other.unitId)).toEqual([
    { month: '2020-10', tasks: 2, asked: 10, known: 4, estimated: 60, ...NOTHING_SENT },
  ]);
});

test('what is handed in counts when it is, beside what was asked', async () => {
  await ask();
  world.clock.set('2020-10-31T23:30:00+08:00');
  const send = (reports: number, minutesSpent: number) =>
    unit(busy).transaction((tx) =>
      new UnitBurdenRepository(tx).addHandedIn(busy.unitId, { reports, minutesSpent, minutesSaid: reports }),
    );
  await send(1, 25);
  world.clock.set('2020-11-01T00:30:00+08:00');
  await send(1, 40);
  await send(0, -10);
  expect(await burdens(busy.unitId)).toEqual([
    { month: '2020-10', tasks: 2, asked: 10, known: 4, estimated: 60, reports: 1, spent: 25, said: 1 },
    { month: '2020-11', tasks: 0, asked: 0, known: 0, estimated: 0, reports: 1, spent: 30, said: 1 },
  ]);
});

test('a unit adds to no other', async () => {
  const foreign = unit(busy).transaction((tx) =>
    new UnitBurdenRepository(tx).addHandedIn(other.unitId, { reports: 1, minutesSpent: 1, minutesSaid: 1 }),
  );
  await expect(foreign).rejects.toThrow('row-level security');
  expect(await burdens(other.unitId)).toEqual([]);
});
