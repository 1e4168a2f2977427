import { localDate } from '@hub/core';
import { remindDue } from '@hub/deadlines';
import { createLogger } from '@hub/runtime';

import { organizationBook } from '../../../subgraphs/organization/src/data/deadline-book';
import { ElectionClocks1763769600081 } from '../../../subgraphs/organization/src/data/migrations/1763769600081-election-clocks';
import { SEED_MORNING } from '../../support';
import { createOrganizationWorld, DECISION, type OrganizationWorld, type SeededUnit } from './organization-world';

let o: OrganizationWorld;

beforeAll(async () => {
  o = await createOrganizationWorld();
});

beforeEach(() => o.world.clock.set(SEED_MORNING));

afterEach(() => expect(o.world.faults).toEqual([]));

afterAll(() => o.world.close());

const START = 'mutation ($input: StartTermInput!) { startTerm(input: $input) { currentTerm { id version } } }';
const EXTEND = 'mutation ($input: ExtendTermInput!) { extendTerm(input: $input) { currentTerm { lastDay } } }';
const CLOSE = 'mutation ($input: CloseTermInput!) { closeTerm(input: $input) { currentTerm { id } } }';
const DISSOLVE = 'mutation ($input: DissolveOrganizationInput!) { dissolveOrganization(input: $input) { id } }';
const MERGE = 'mutation ($input: MergeUnitsInput!) { mergeUnits(input: $input) { id } }';

const run = { requestId: 'test', logger: createLogger({ name: 'test', level: 'silent' }) };

async function sweepAt(time: string): Promise<void> {
  o.world.clock.set(`${time}:00+08:00`);
  const host = {
    database: o.world.subgraph('organization').database,
    clock: o.world.clock,
    ids: o.world.ids,
    book: organizationBook,
  };
  while ((await remindDue(host, o.committeeId, run)).seen > 0);
}

interface Kept {
  readonly due: Date;
  readonly basis: string;
  readonly closed: string | null;
}

/** Clocks of an organisation, the newest last. */
const clocksOf = ({ organizationId }: SeededUnit): Promise<Kept[]> =>
  o.rows<Kept>(
    `select due_at as due, basis, close_reason as closed from organization.kept_deadline
     where organization_id = $1 order by started_at`,
    [organizationId],
  );

/** What was said of a term, step by step. */
async function saidOf(termId: string): Promise<string[]> {
  const entries = await o.rows<{ entry: string }>(
    `select step || ' ' || to_char(planned_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as entry
     from organization.reminder where subject_id = $1 order by planned_at`,
    [termId],
  );
  return entries.map(({ entry }) => entry);
}

/** Of a unit: begins a term on the day before the seed's morning; it ends on a Saturday three years later. */
async function elect(unit: SeededUnit): Promise<{ id: string; version: number }> {
  const input = { organizationId: unit.organizationId, electedOn: '2020-10-14' };
  const { startTerm } = await o.ask<{ startTerm: { currentTerm: { id: string; version: number } } }>(o.admin, START, {
    input,
  });
  return startTerm.currentTerm;
}

const END = new Date('2023-10-14T18:00:00+08:00');

test('every elected term of a committee that is brought in has its clock, and no appointed one', async () => {
  const rows = await o.rows<{ elected: string; ends: string; due: Date | null }>(
    `select t.elected_on as elected, t.ends_on as ends, k.due_at as due from organization.term t
     left join organization.kept_deadline k on (k.committee_id, k.subject_id) = (t.committee_id, t.term_id)`,
  );
  const elected = rows.filter(({ elected: on }) => on !== null);
  expect(elected.length).toBeGreaterThan(70);
  expect(elected.filter(({ due, ends }) => due?.getTime() !== new Date(`${ends}T18:00:00+08:00`).getTime())).toEqual(
    [],
  );
  expect(rows.filter(({ elected: on }) => on === null).map(({ due }) => due)).toEqual([null]);
});

test('a term that ran out before the hub knew of it is said once', async () => {
  await sweepAt('2020-10-15T09:00');
  const overdue = await o.rows<{ said: number }>(
    `select count(r.step)::int as said from organization.kept_deadline k
     left join organization.reminder r on (r.committee_id, r.subject_id) = (k.committee_id, k.subject_id)
     where k.due_at < $1 group by k.subject_id`,
    [SEED_MORNING],
  );
  expect(overdue.length).toBeGreaterThan(2);
  expect(overdue.filter(({ said }) => said !== 1)).toEqual([]);
});

test('desk and leaders hear of it 6, 3, 2 and 1 months before the end, then every week until it is held', async () => {
  const unit = await o.unitWith('BRANCH', 7);
  const { id } = await elect(unit);
  expect(await clocksOf(unit)).toEqual([
    expect.objectContaining({ closed: '已换届' }),
    { due: END, basis: 'STATED', closed: null },
  ]);
  await sweepAt('2023-04-14T08:29');
  expect(await saidOf(id)).toEqual([]);
  for (const day of ['04-14', '07-14', '08-14', '09-14', '09-21', '09-28']) await sweepAt(`2023-${day}T08:30`);
  const before = ['M6 2023-04-14 08:30', 'M3 2023-07-14 08:30', 'M2 2023-08-14 08:30', 'M1 2023-09-14 08:30'];
  expect(await saidOf(id)).toEqual([...before, 'M1#2 2023-09-21 08:30', 'M1#3 2023-09-28 08:30']);
  const notice = await o.lastEvent('hub.notice-requested', id);
  const { organizationId } = unit;
  expect(notice).toMatchObject({
    addressees: [
      { to: 'UNIT_DESK', organizationId },
      { to: 'UNIT_LEADER', organizationId },
    ],
    about: { type: 'Organization', id: organizationId, obligation: 'ELECTION' },
    body: '请于2023-10-14 18:00前完成换届选举。',
  });
  await sweepAt('2023-10-20T09:00');
  const late = await o.lastEvent('hub.notice-requested', id);
  expect(late).toMatchObject({ body: '应于2023-10-14 18:00前完成换届选举，已到期，请尽快办理。' });
  const held = { organizationId, electedOn: '2023-10-19' };
  await o.ask(o.admin, START, { input: held });
  expect(await o.lastEvent('hub.notices-settled', id)).toMatchObject({ about: { id: organizationId } });
  const said = (await saidOf(id)).length;
  await sweepAt('2024-03-01T09:00');
  expect(await saidOf(id)).toHaveLength(said);
});

test('an extension moves the clock, says so, and is reminded of anew', async () => {
  const unit = await o.unitWith('BRANCH', 8);
  const { id, version } = await elect(unit);
  await sweepAt('2023-09-14T08:30');
  const { organizationId } = unit;
  await o.ask(o.admin, EXTEND, { input: { organizationId, extendedTo: '2024-04-14', expectedVersion: version } });
  const due = new Date('2024-04-14T18:00:00+08:00');
  expect((await clocksOf(unit)).at(-1)).toEqual({ due, basis: 'GRANTED', closed: null });
  const moves = await o.rows(
    'select from_due_at, to_due_at, reason, moved_by_name, unit_id from organization.deadline_move where subject_id = $1',
    [id],
  );
  expect(moves).toEqual([
    {
      from_due_at: END,
      to_due_at: due,
      reason: '批准延期换届',
      moved_by_name: o.admin.displayName,
      unit_id: unit.unitId,
    },
  ]);
  expect(await o.lastEvent('hub.notice-requested', id)).toMatchObject({
    kind: 'DEADLINE_MOVED',
    body: '换届期限调整为2024-04-14 18:00。原因：批准延期换届。',
  });
  const said = (await saidOf(id)).length;
  await sweepAt('2023-10-16T08:30');
  // 14 October is a Saturday.
  expect((await saidOf(id)).slice(said)).toEqual(['M6 2023-10-16 08:30']);
});

test('what was said names the organisation as it is called then', async () => {
  const unit = await o.unitWith('BRANCH', 9);
  const { id } = await elect(unit);
  await o.rows(`update organization.organization set name = '更名后的党支部' where organization_id = $1`, [
    unit.organizationId,
  ]);
  await sweepAt('2023-04-14T08:30');
  expect(await o.lastEvent('hub.notice-requested', id)).toMatchObject({
    title: '【系统提醒】换届：更名后的党支部第2届任期届满换届',
  });
});

test('a term that is closed, and one of an organisation that is dissolved, owe nothing', async () => {
  const [closed, dissolved] = [await o.unitWith('BRANCH', 10), await o.unitWith('BRANCH', 11)];
  const input = { organizationId: closed.organizationId, closedOn: localDate(o.world.clock.now()) };
  const [term] = await o.rows<{ version: number }>(
    'select version from organization.term where organization_id = $1 and closed_on is null',
    [closed.organizationId],
  );
  await o.ask(o.admin, CLOSE, { input: { ...input, expectedVersion: term?.version } });
  await o.rows(
    'update organization.organization set formal_members = 0, probationary_members = 0 where organization_id = $1',
    [dissolved.organizationId],
  );
  await o.ask(o.admin, DISSOLVE, {
    input: {
      organizationId: dissolved.organizationId,
      change: DECISION,
      expectedVersion: dissolved.organizationVersion,
    },
  });
  // For good: the other rooms end what it owed.
  expect(await o.lastEvent('organization.organization-changed', dissolved.organizationId)).toMatchObject({
    active: false,
    dissolved: true,
  });
  const reasons = await Promise.all([closed, dissolved].map(async (unit) => (await clocksOf(unit)).at(-1)?.closed));
  expect(reasons).toEqual(['届次结束', '党组织已撤销']);
});

test('at a merger clock, reminders and moves go with the organisation, out of sight of who merges', async () => {
  const [unit, successor] = [await o.unitWith('BRANCH', 12), await o.unitWith('BRANCH', 13)];
  const { version } = await elect(unit);
  const { organizationId } = unit;
  await sweepAt('2023-09-14T08:30');
  await o.ask(o.admin, EXTEND, { input: { organizationId, extendedTo: '2024-04-14', expectedVersion: version } });
  const inSightOf = async (of: SeededUnit): Promise<number[]> => {
    const context = o.world.context('organization', await o.personOf(of));
    const counts = ['kept_deadline', 'reminder', 'deadline_move'].map((table) =>
      context.read((tx) =>
        tx.query<{ count: number }>(
          `select count(*)::int as count from organization.${table} where organization_id = $1`,
          [organizationId],
        ),
      ),
    );
    return (await Promise.all(counts)).map(([row]) => row?.count ?? -1);
  };
  const [own, foreign] = [await inSightOf(unit), await inSightOf(successor)];
  expect(own.every((count) => count > 0)).toBe(true);
  expect(foreign).toEqual([0, 0, 0]);
  const change = { effectiveOn: '2023-09-10', decisionNumber: '焦编〔2023〕3号', decisionOn: '2023-09-01' };
  await o.ask(o.admin, MERGE, { input: { unitIds: [unit.unitId], successorId: successor.unitId, change } });
  expect(await inSightOf(successor)).toEqual(own);
  await sweepAt('2024-01-15T08:30');
  const [last] = await o.rows<{ unitId: string }>(
    `select unit_id as "unitId" from organization.reminder where organization_id = $1 order by planned_at desc limit 1`,
    [organizationId],
  );
  expect(last).toEqual({ unitId: successor.unitId });
});

test('terms that ran before there were clocks get theirs, those of years without a partition as well', async () => {
  const unit = await o.unitWith('BRANCH', 14);
  await o.rows(
    `update organization.term set term_id = '01300000-0000-7000-8000-000000000001' where organization_id = $1`,
    [unit.organizationId],
  );
  const KEPT = `select part_id, obligation, subject_type, subject_key, title, organization_name, unit_id, owed_by,
      case when basis = 'STATED' then started_at end as started,
      due_at, closed_at from organization.kept_deadline where closed_at is null order by part_id`;
  const before = await o.rows(KEPT);
  await o.rows('delete from organization.kept_deadline');
  const runner = { query: (sql: string, parameters?: unknown[]) => o.rows(sql, parameters) };
  await new ElectionClocks1763769600081().up(runner as Parameters<ElectionClocks1763769600081['up']>[0]);
  const names = new Map(
    (
      await o.rows<{ id: string; name: string }>('select organization_id as id, name from organization.organization')
    ).map(({ id, name }) => [id, name]),
  );
  expect(await o.rows(KEPT)).toEqual(
    before.map((row) => ({ ...(row as object), organization_name: names.get((row as { part_id: string }).part_id) })),
  );
  const [forced] = await o.rows<{ count: number }>(
    `select count(*)::int as count from pg_class where relname in ('term', 'organization', 'kept_deadline')
       and relnamespace = 'organization'::regnamespace and relforcerowsecurity`,
  );
  expect(forced).toEqual({ count: 3 });
});
