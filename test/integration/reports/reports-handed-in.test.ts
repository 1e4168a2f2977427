import type { Id } from '@hub/core';

import { numberField, openReports, type ReportsDesk } from './reports-world';
import { FIELDS, filled, openRound, type Round } from './round';

const UNITS = 50;

let desk: ReportsDesk;

beforeAll(async () => {
  desk = await openReports(UNITS);
});

afterEach(() => expect(desk.world.faults).toEqual([]));

afterAll(() => desk.world.close());

const idOf = (round: Round, unit = 0): Id => round.reportIds[unit] as Id;

const clockOf = async (round: Round, unit = 0) => {
  const [clock] = await desk.world.database.query<{ closed_at: Date | null; due_at: Date }>(
    'select closed_at, due_at from reports.kept_deadline where subject_id = $1 and part_id = $2',
    [round.taskId, desk.units[unit]?.organizationId],
  );
  return clock;
};

test('a report that needs a signature goes from the clerk to the leader to the office', async () => {
  const round = await openRound(desk, { signatureNeeded: true });
  const reportId = idOf(round);
  await round.save(0, filled(3, '无'));
  expect((await round.submit(0)).reason).toBe('SIGNATURE_NEEDED');
  expect((await round.act(round.leader(0), 'signReport', reportId)).reason).toBe('REPORT_WRONG_STATE');
  expect(await round.act(round.clerk(0), 'sendReportForReview', reportId)).toMatchObject({ state: 'UNIT_REVIEW' });
  expect((await round.save(0, filled(4))).reason).toBe('REPORT_IN_REVIEW');
  expect((await round.act(round.clerk(0), 'signReport', reportId)).reason).toBe('ROLE_NOT_ALLOWED');
  expect(await round.act(round.leader(0), 'signReport', reportId)).toMatchObject({ state: 'UNIT_SIGNED' });
  expect((await round.save(0, filled(4))).reason).toBe('REPORT_SIGNED');
  expect(await round.submit(0, { minutesSpent: 40 })).toMatchObject({ state: 'SUBMITTED' });
  expect((await round.submit(0)).reason).toBe('REPORT_SUBMITTED');
  expect(await round.row(reportId)).toMatchObject({
    signed_by_name: '李四',
    submitted_number: 1,
    minutes_spent: 40,
    public_allowed: true,
  });
  expect(await round.versions(reportId)).toMatchObject([{ number: 1, visibility: 'COMMITTEE' }]);
  expect(await round.tally()).toEqual({ draft: UNITS - 1, submitted: 1, handedIn: 1 });
  expect((await clockOf(round))?.closed_at).not.toBeNull();
  expect((await clockOf(round, 1))?.closed_at).toBeNull();
});

test('a leader sends back what stays as it was, and the office hears nothing of it', async () => {
  const round = await openRound(desk, { signatureNeeded: true });
  const reportId = idOf(round);
  await round.save(0, filled(3));
  await round.act(round.clerk(0), 'sendReportForReview', reportId);
  await round.act(round.leader(0), 'signReport', reportId);
  const back = (note: string) => round.act(round.leader(0), 'sendReportBack', reportId, { note });
  expect((await back(' ')).reason).toBe('REPORT_RETURN_REASON_REQUIRED');
  expect(await back('次数不对')).toMatchObject({ state: 'DRAFT' });
  expect((await back('再看')).reason).toBe('REPORT_WRONG_STATE');
  await round.save(0, filled(4));
  expect(await round.versions(reportId)).toMatchObject([
    { number: 1, values: { meetings: { number: '3' } }, visibility: 'UNIT' },
    { number: 2, values: { meetings: { number: '4' } }, frozen_at: null },
  ]);
  expect(await round.row(reportId)).toMatchObject({ signed_at: null, return_count: 0 });
  const RETURNS =
    'query ($id: ID!) { _entities(representations: [{ __typename: "Report", id: $id }]) { ... on Report { returns { note } versions { number } fields { number } } } }';
  const seen = async (actor = round.checker) => {
    const { data } = await desk.world.graphql('reports', actor, RETURNS, { id: reportId });
    return (data as { _entities: unknown[] })._entities[0];
  };
  const fields = [{ number: null }, { number: null }];
  expect(await seen()).toEqual({ returns: [], versions: [], fields });
  expect(await seen(round.leader(0))).toMatchObject({ returns: [{ note: '次数不对' }], fields: [{ number: '4' }, {}] });
});

test('nothing is reviewed or handed in that is empty or lacks what is required', async () => {
  const round = await openRound(desk);
  const review = () => round.act(round.clerk(0), 'sendReportForReview', idOf(round));
  expect((await round.submit(0)).reason).toBe('REPORT_EMPTY');
  expect((await review()).reason).toBe('REPORT_EMPTY');
  await round.save(0, [{ key: 'problems', text: '无' }]);
  expect((await round.submit(0)).reason).toBe('REPORT_FIELDS_INVALID');
  expect((await review()).reason).toBe('REPORT_FIELDS_INVALID');
  await round.save(0, filled(1));
  expect((await round.submit(0, { notClassifiedPledge: false })).reason).toBe('PLEDGE_REQUIRED');
  expect((await round.submit(0, { minutesSpent: 0 })).reason).toBe('MINUTES_INVALID');
  expect((await round.submit(0, { minutesSpent: 10_001 })).reason).toBe('MINUTES_INVALID');
  expect(await round.tally()).toEqual({ draft: UNITS });
  expect(await round.submit(0)).toMatchObject({ reason: null, state: 'SUBMITTED' });
});

test('what the hub knows and computes is stamped into what is handed in', async () => {
  const known = { by: 'PREFILLED', fact: 'receipts.acknowledged' } as const;
  const fields = [
    ...FIELDS,
    numberField('signed', '签收件数', { origin: known, required: false }),
    numberField('all', '合计', { origin: { by: 'DERIVED', formula: 'meetings + signed' }, required: false }),
  ];
  const round = await openRound(desk, { fields });
  await round.save(0, filled(3));
  await round.submit(0);
  expect(await round.versions(idOf(round))).toMatchObject([
    { values: { meetings: { number: '3' }, signed: { number: '0' }, all: { number: '3' } } },
  ]);
  const figures = await desk.world.database.query(
    'select field_key, value from reports.report_figure where report_id = $1 order by field_key',
    [idOf(round)],
  );
  expect(figures).toEqual([
    { field_key: 'all', value: '3' },
    { field_key: 'meetings', value: '3' },
    { field_key: 'signed', value: '0' },
  ]);
});

test('who hands in after the end is late, whatever comes afterwards', async () => {
  const round = await openRound(desk);
  await round.save(0, filled(1));
  const [{ due_at: dueAt } = { due_at: new Date() }] = await desk.world.database.query<{ due_at: Date }>(
    'select due_at from reports.report where report_id = $1',
    [idOf(round)],
  );
  const before = desk.world.clock.now();
  desk.world.clock.set(new Date(dueAt.getTime() + 1));
  await round.submit(0);
  expect(await round.tally()).toEqual({ draft: UNITS - 1, submitted: 1, handedIn: 1, late: 1 });
  desk.world.clock.set(before);
});

test('fifty units hand in at the same moment, and nothing is lost', async () => {
  const round = await openRound(desk);
  const units = desk.units.map((_, unit) => unit);
  for (const unit of units) await round.save(unit, filled(unit));
  const answers = await Promise.all(units.map((unit) => round.submit(unit, { minutesSpent: 10 })));
  expect(answers.filter(({ reason }) => reason !== null)).toEqual([]);
  expect(await round.tally()).toEqual({ submitted: UNITS, handedIn: UNITS });
  const [sum] = await desk.world.database.query(
    `select sum(total)::int as total, sum(reports)::int as reports from reports.report_sum where task_id = $1`,
    [round.taskId],
  );
  expect(sum).toEqual({ total: (UNITS * (UNITS - 1)) / 2, reports: UNITS });
  const events = await desk.world.database.query(
    `select 1 from reports.outbox where payload->>'taskId' = $1 and payload->>'state' = 'SUBMITTED'`,
    [round.taskId],
  );
  expect(events).toHaveLength(UNITS);
});
