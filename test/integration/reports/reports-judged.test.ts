import type { Id, PersonActor } from '@hub/core';

import type { TemplateField } from '../../../subgraphs/reports/src/domain/template-field';
import { someId } from '../../support';
import { openReports, REPORTS_MORNING, type ReportsDesk } from './reports-world';
import { FIELDS, filled, openRound, PLEDGED, type Round } from './round';

let desk: ReportsDesk;
let round: Round;
let reportId: Id;

beforeAll(async () => {
  desk = await openReports(2);
});

beforeEach(async () => {
  desk.world.clock.set(REPORTS_MORNING);
  round = await openRound(desk);
  reportId = round.reportIds[0] as Id;
  await round.save(0, filled(3, '无'));
});

afterEach(() => expect(desk.world.faults).toEqual([]));

afterAll(() => desk.world.close());

const judge = (mutation: Parameters<Round['act']>[1], input = {}) =>
  round.act(round.checker, mutation, reportId, input);
const sendBack = (input = {}) => judge('returnReport', { reasons: ['INCOMPLETE'], ...input });

const clock = async () => {
  const [row] = await desk.world.database.query<{ closed_at: Date | null; due_at: Date; basis: string }>(
    'select closed_at, due_at, basis from reports.kept_deadline where subject_id = $1 and part_id = $2',
    [round.taskId, desk.units[0]?.organizationId],
  );
  return row;
};

const events = (name: string) =>
  desk.world.database.query<{ payload: Record<string, unknown> }>(
    `select payload from reports.outbox where event = $1 and (payload->'about'->>'id' = $2 or payload->>'reportId' = $2)
     order by id`,
    [name, reportId],
  );

test('a return names reasons and fields, gives time of its own, and reaches the unit at once', async () => {
  await round.submit(0);
  const marks = [{ key: 'meetings', note: '与台账不符' }];
  expect(await sendBack({ marks, note: '请核对', until: '2020-11-20' })).toMatchObject({ state: 'RETURNED' });
  const dueAt = new Date('2020-11-20T18:00:00+08:00');
  expect(await round.row(reportId)).toMatchObject({ return_count: 1, resubmit_due_at: dueAt });
  expect(await clock()).toEqual({ closed_at: null, due_at: dueAt, basis: 'GRANTED' });
  expect(await events('hub.notice-requested')).toMatchObject([
    {
      payload: {
        kind: 'RETURNED',
        addressees: [{ to: 'UNIT_DESK', organizationId: desk.units[0]?.organizationId }],
        body: '退回理由：要素不全。请于2020-11-20 18:00前补报。说明：请核对',
      },
    },
  ]);
  const [returned] = await desk.world.database.query('select * from reports.report_return where report_id = $1', [
    reportId,
  ]);
  expect(returned).toMatchObject({ reasons: ['INCOMPLETE'], marks, content_number: 1, visibility: 'COMMITTEE' });
});

test('who answers a return in time was never late, and what was returned stays as it was', async () => {
  await round.submit(0);
  await sendBack({ until: '2020-11-20' });
  const before = desk.world.clock.now();
  desk.world.clock.set('2020-11-19T09:00:00+08:00');
  await round.save(0, filled(5));
  expect(await round.submit(0, { minutesSpent: 10 })).toMatchObject({ state: 'SUBMITTED' });
  desk.world.clock.set(before);
  expect(await round.tally()).toEqual({ draft: 1, submitted: 1, handedIn: 1 });
  expect(await round.versions(reportId)).toMatchObject([
    { number: 1, values: { meetings: { number: '3' } } },
    { number: 2, values: { meetings: { number: '5' } }, visibility: 'COMMITTEE' },
  ]);
  expect((await clock())?.closed_at).not.toBeNull();
  expect(await events('hub.notices-settled')).not.toEqual([]);
  const figures = await desk.world.database.query('select value from reports.report_figure where report_id = $1', [
    reportId,
  ]);
  expect(figures).toEqual([{ value: '5' }]);
});

test('what was returned may be handed in again without a change, as a version of its own', async () => {
  await round.submit(0);
  await sendBack();
  expect(await round.submit(0)).toMatchObject({ state: 'SUBMITTED' });
  expect(await round.row(reportId)).toMatchObject({ submitted_number: 2, content_number: 2 });
  expect(await round.versions(reportId)).toMatchObject([{ number: 1 }, { number: 2 }]);
});

test.each<[string, object, string]>([
  ['no reason', { reasons: [] }, 'REPORT_RETURN_REASON_REQUIRED'],
  ['a reason that says nothing', { reasons: ['OTHER'], note: ' ' }, 'REPORT_RETURN_NOTE_REQUIRED'],
  ['a field that is not there', { marks: [{ key: 'other' }] }, 'MARKED_FIELD_UNKNOWN'],
  ['a day that is over', { until: '2020-10-14' }, 'RESUBMIT_DUE_PAST'],
])('a return with %s leaves no trace', async (_, input, reason) => {
  await round.submit(0);
  const before = await round.row(reportId);
  expect((await sendBack(input)).reason).toBe(reason);
  expect(await round.row(reportId)).toEqual(before);
  expect(await events('hub.notice-requested')).toEqual([]);
});

test('the office judges what was handed in, and nothing else', async () => {
  expect((await judge('acceptReport')).reason).toBe('REPORT_NOT_SUBMITTED');
  expect((await sendBack()).reason).toBe('REPORT_NOT_SUBMITTED');
  await round.submit(0);
  expect((await round.act(round.clerk(0), 'acceptReport', reportId)).reason).toBe('ROLE_NOT_ALLOWED');
  expect((await judge('commendReport')).reason).toBe('REPORT_NOT_ACCEPTED');
  expect(await judge('acceptReport')).toMatchObject({ state: 'ACCEPTED' });
  expect((await sendBack()).reason).toBe('REPORT_ACCEPTED');
  expect(await round.tally()).toEqual({ draft: 1, accepted: 1, handedIn: 1 });
});

test('a unit that hands in and an office that returns at the same moment do not undo each other', async () => {
  const { version } = await round.submit(0);
  const acts = [
    sendBack({ expectedVersion: version }),
    judge('acceptReport', { expectedVersion: version }),
    round.submit(0, { expectedVersion: version }),
  ];
  const reasons = (await Promise.all(acts)).map(({ reason }) => reason);
  expect(reasons.filter((reason) => reason === null)).toHaveLength(1);
  expect(await round.row(reportId)).toMatchObject({ version: version + 1 });
  await round.tally();
});

test('excellent is a mark that is given and taken back', async () => {
  await round.submit(0);
  await judge('acceptReport');
  expect(await judge('commendReport')).toMatchObject({ state: 'ACCEPTED' });
  expect(await round.tally()).toEqual({ draft: 1, accepted: 1, handedIn: 1, excellent: 1 });
  await judge('commendReport', { excellent: false });
  expect(await round.tally()).toEqual({ draft: 1, accepted: 1, handedIn: 1 });
});

describe('adoption', () => {
  const bulletin = { level: 'COMMITTEE', channel: '《机关党建信息》第12期', adoptedOn: '2020-10-15' };

  const shown = async () => {
    const query = `query ($id: ID!) { _entities(representations: [{ __typename: "Report", id: $id }]) {
      ... on Report { adoptedLevel adoptions { id level } } } }`;
    const { data } = await desk.world.graphql('reports', round.clerk(0), query, { id: reportId });
    return (data as { _entities: { adoptedLevel: string; adoptions: { id: Id; level: string }[] }[] })._entities[0];
  };

  test('is told for what was accepted, and counts at the highest level that stands', async () => {
    await round.submit(0);
    expect((await judge('adoptReport', bulletin)).reason).toBe('REPORT_NOT_ACCEPTED');
    await judge('acceptReport');
    expect((await judge('adoptReport', bulletin)).reason).toBeNull();
    expect((await judge('adoptReport', bulletin)).reason).toBe('ADOPTED_ALREADY');
    await judge('adoptReport', { ...bulletin, level: 'PROVINCE', channel: '省直党建网' });
    expect(await shown()).toMatchObject({ adoptedLevel: 'PROVINCE', adoptions: [{}, {}] });
    const province = (await shown())?.adoptions.find(({ level }) => level === 'PROVINCE');
    const revoke = (input: object) =>
      judge('revokeAdoption', { adoptionId: province?.id, reason: '登记有误', ...input });
    expect((await revoke({ reason: ' ' })).reason).toBe('REVOKE_REASON_REQUIRED');
    expect((await revoke({ adoptionId: someId() })).reason).toBe('ADOPTION_NOT_FOUND');
    expect((await revoke({})).reason).toBeNull();
    expect((await revoke({})).reason).toBe('ADOPTION_NOT_FOUND');
    expect(await shown()).toMatchObject({ adoptedLevel: 'COMMITTEE', adoptions: [{ level: 'COMMITTEE' }] });
    expect((await judge('adoptReport', { ...bulletin, level: 'PROVINCE', channel: '省直党建网' })).reason).toBeNull();
  });

  test('is counted once for a report, by unit and period, and only where it stands', async () => {
    const { world, units } = desk;
    const rows = (actor: PersonActor, groupBy: string, input = {}) => {
      const query = `query ($groupBy: AdoptionGrouping!, $every: ReportCadence, $filter: AdoptionRowsFilterInput) {
        adoptionRows(groupBy: $groupBy, every: $every, filter: $filter) {
          unitId periodKey reports committee city province nation } }`;
      return world.graphql('reports', actor, query, { groupBy, ...input }).then(({ data }) => data?.adoptionRows);
    };
    world.clock.set('2020-11-12T09:00:00+08:00');
    await round.save(1, filled(1));
    for (const unit of [0, 1]) {
      await round.submit(unit);
      await round.act(round.checker, 'acceptReport', round.reportIds[unit] as Id);
    }
    const adopt = (unit: number, level: string, adoptedOn: string, channel = level) =>
      round.act(round.checker, 'adoptReport', round.reportIds[unit] as Id, { level, channel, adoptedOn });
    world.clock.set('2021-01-12T09:00:00+08:00');
    await adopt(0, 'COMMITTEE', '2020-11-13');
    await adopt(0, 'PROVINCE', '2020-12-02');
    await adopt(0, 'PROVINCE', '2021-01-08', '省委信息');
    await adopt(0, 'CITY', '2021-01-05');
    await adopt(1, 'CITY', '2020-12-30');
    await adopt(1, 'NATION', '2021-01-06');
    const { checker } = round;
    const none = { committee: 0, city: 0, province: 0, nation: 0 };
    const [first, second] = units.map(({ unitId }) => unitId);
    const scope = { filter: { unitIds: [first, second], from: '2020-12-01' } };
    const ofUnits = [
      { unitId: first, periodKey: null, reports: 1, ...none, province: 1 },
      { unitId: second, periodKey: null, reports: 1, ...none, nation: 1 },
    ];
    expect(await rows(checker, 'UNIT', scope)).toEqual(ofUnits);
    expect(await rows(checker, 'UNIT_AND_PERIOD', scope)).toEqual([
      { ...ofUnits[1], periodKey: '2021-01' },
      { ...ofUnits[0], periodKey: '2020-12' },
    ]);
    for (const [every, keys] of [
      ['QUARTERLY', ['2021Q1', '2020Q4']],
      ['HALF_YEARLY', ['2021H1', '2020H2']],
      ['YEARLY', ['2021', '2020']],
    ] as const) {
      const found = (await rows(checker, 'PERIOD', { ...scope, every })) as { periodKey: string; unitId: null }[];
      expect(found.map(({ periodKey, unitId }) => [periodKey, unitId])).toEqual(keys.map((key) => [key, null]));
    }
    expect(await rows(round.clerk(1), 'UNIT')).toEqual([ofUnits[1]]);
    expect(await rows(checker, 'UNIT', { filter: { ...scope.filter, to: '2020-12-31' } })).toEqual([ofUnits[0]]);
    expect(await rows(checker, 'UNIT', { filter: { ...scope.filter, kinds: ['HONOR'] } })).toEqual([]);
    expect(await rows(checker, 'UNIT', { filter: { unitIds: [second] } })).toEqual([ofUnits[1]]);
    // Not by what was adopted, nor by their names in the database.
    await world.database.query('update reports.directory_unit set protocol_order = 9 - protocol_order');
    expect(await rows(checker, 'UNIT', scope)).toEqual([ofUnits[1], ofUnits[0]]);

    const [nation] = await world.database.query<{ id: Id }>(
      `select adoption_id as id from reports.report_adoption where report_id = $1 and level = 'NATION'`,
      [round.reportIds[1]],
    );
    const revoked = { adoptionId: nation?.id, reason: '登记有误' };
    await round.act(checker, 'revokeAdoption', round.reportIds[1] as Id, revoked);
    expect(await rows(checker, 'UNIT_AND_PERIOD', scope)).toEqual([
      { unitId: second, periodKey: '2020-12', reports: 1, ...none, city: 1 },
      { ...ofUnits[0], periodKey: '2020-12' },
    ]);
  });

  test.each([
    [{ adoptedOn: '2020-10-14' }, 'ADOPTED_ON_INVALID'],
    [{ adoptedOn: '2020-10-16' }, 'ADOPTED_ON_INVALID'],
    [{ channel: ' ' }, 'ADOPTION_CHANNEL_REQUIRED'],
  ])('with %j is refused', async (change, reason) => {
    await round.submit(0);
    await judge('acceptReport');
    expect((await judge('adoptReport', { ...bulletin, ...change })).reason).toBe(reason);
    expect(await shown()).toMatchObject({ adoptions: [] });
  });
});

describe('a difference', () => {
  const FIELD = `key label change by percent from { number } to { number } passages { change text }
    rows { change fromRow toRow cells { key change from { text } to { text } } }`;
  const SIDES = `from { reportId number periodKey } to { reportId number periodKey } fields { ${FIELD} }`;

  const told = async (actor: PersonActor, root: string, args: string, variables: object) => {
    const types = { from: 'Int!', to: 'Int', periodKey: 'String' } as const;
    const names = args.split(' ').filter((name) => name !== '') as (keyof typeof types)[];
    const declared = names.map((name) => `, $${name}: ${types[name]}`).join('');
    const given = names.map((name) => `, ${name}: $${name}`).join('');
    const query = `query ($id: ID!${declared}) { ${root}(reportId: $id${given}) { ${SIDES} } }`;
    const { data, errors } = await desk.world.graphql('reports', actor, query, { id: reportId, ...variables });
    return errors ? String(errors[0]?.extensions?.reason) : data?.[root];
  };
  const versions = (actor: PersonActor, from: number, to?: number) =>
    told(actor, 'reportDifference', 'from to', { from, to });
  const periods = (actor: PersonActor, id: Id, periodKey?: string) =>
    told(actor, 'reportPeriodDifference', 'periodKey', { id, periodKey });

  test('of two versions is for the office one of words that were handed in', async () => {
    await round.submit(0);
    await sendBack();
    await round.save(0, filled(5, '会议记录不全'));
    const inspector = { ...round.clerk(0), role: 'INSPECTOR' } as const;
    for (const reader of [round.checker, inspector]) {
      expect(await versions(reader, 1, 2)).toBe('REPORT_VERSION_NOT_FOUND');
      expect(await versions(reader, 2)).toBe('REPORT_VERSION_NOT_FOUND');
      expect(await versions(reader, 1)).toMatchObject({ to: { number: 1 }, fields: [] });
    }
    const side = { reportId, periodKey: '2020-10' };
    const difference = {
      from: { ...side, number: 1 },
      to: { ...side, number: 2 },
      fields: [
        {
          ...{ key: 'meetings', change: 'CHANGED', by: '2', percent: '66.67', passages: null, rows: null },
          ...{ from: { number: '3' }, to: { number: '5' } },
        },
        { key: 'problems', change: 'CHANGED', by: null, percent: null, passages: expect.any(Array) },
      ],
    };
    expect(await versions(round.clerk(0), 1)).toMatchObject(difference);
    expect(await versions(round.clerk(0), 1, 3)).toBe('REPORT_VERSION_NOT_FOUND');
    expect(await versions(round.clerk(1), 1)).toBe('REPORT_NOT_FOUND');

    await round.submit(0);
    expect(await versions(round.checker, 1)).toMatchObject(difference);
  });

  test('of two periods is one of the same organisation and template', async () => {
    const { world } = desk;
    const columns: TemplateField[] = [
      { key: 'who', label: '姓名', type: 'TEXT', origin: { by: 'ASKED' }, required: true },
    ];
    const visits: TemplateField = {
      key: 'visits',
      label: '走访',
      type: 'TABLE',
      origin: { by: 'ASKED' },
      required: false,
    };
    round = await openRound(desk, { fields: [...FIELDS, { ...visits, columns }] });
    reportId = round.reportIds[0] as Id;
    const visit = (who: string) => ({ cells: [{ key: 'who', text: who }] });
    await round.save(0, [...filled(4), { key: 'visits', rows: [visit('甲'), visit('乙')] }]);
    await round.submit(0);
    const asked = { templateId: round.templateId, kind: 'MONTHLY', number: 1 } as const;
    const taskId = await desk.open(asked, { periodKey: '2020-11', duplicateReason: '各期分别统计' });
    const next = await world.database.query<{ id: Id }>(
      'select report_id as id from reports.report where task_id = $1 and unit_id = $2',
      [taskId, desk.units[0]?.unitId],
    );
    const id = next[0]?.id as Id;
    expect(await periods(round.checker, id)).toBe('REPORT_VERSION_NOT_FOUND');
    await round.act(round.clerk(0), 'saveReport', id, {
      fields: [...filled(2, '人手不足'), { key: 'visits', rows: [visit('甲'), visit('丙'), visit('丁')] }],
    });
    expect(await periods(round.checker, id)).toBe('REPORT_VERSION_NOT_FOUND');
    await round.act(round.clerk(0), 'submitReport', id, PLEDGED);
    const difference = {
      from: { reportId, number: 1, periodKey: '2020-10' },
      to: { reportId: id, number: 1, periodKey: '2020-11' },
      fields: [
        { key: 'meetings', by: '-2', percent: '-50.00' },
        { key: 'problems', change: 'ADDED', from: null },
        {
          key: 'visits',
          rows: [
            { change: 'CHANGED', fromRow: 2, toRow: 2, cells: [{ from: { text: '乙' }, to: { text: '丙' } }] },
            { change: 'ADDED', fromRow: null, toRow: 3, cells: [{ from: null, to: { text: '丁' } }] },
          ],
        },
      ],
    };
    for (const reader of [round.checker, round.clerk(0)]) {
      expect(await periods(reader, id)).toMatchObject(difference);
      expect(await periods(reader, id, '2020-10')).toMatchObject(difference);
    }
    expect(await periods(round.checker, id, '2020-09')).toBe('REPORT_OF_PERIOD_NOT_FOUND');
    expect(await periods(round.checker, id, '2020-13')).toBe('PERIOD_INVALID');
    expect(await periods(round.clerk(1), id)).toBe('REPORT_NOT_FOUND');
    expect(await periods(round.checker, round.taskId)).toBe('REPORT_NOT_FOUND');
  });
});
