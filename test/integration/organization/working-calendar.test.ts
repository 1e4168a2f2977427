import { calendarContent } from '@hub/contracts';
import { type PersonActor, STANDARD_TIME_RULES } from '@hub/core';

import { TimeRulesRepository } from '../../../subgraphs/organization/src/data/time-rules.repository';
import { personActor, serviceActor, someId, someoneWaits } from '../../support';
import { createOrganizationWorld, type OrganizationWorld } from './organization-world';

let o: OrganizationWorld;
let clerk: PersonActor;

beforeAll(async () => {
  o = await createOrganizationWorld();
  clerk = await o.personOf(await o.unitAt(37));
});

afterEach(() => expect(o.world.faults).toEqual([]));

afterAll(() => o.world.close());

const FIELDS = `version calendarVersion years { year standing } overrides { date workday note }
  officeHours { from to } dutyPeriods { from to }`;
const READ = `{ workingCalendar { ${FIELDS} } }`;
const change = (verb: string) =>
  `mutation ($input: ${verb[0]?.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { ${FIELDS} } }`;

interface Calendar {
  readonly version: number;
  readonly calendarVersion: string;
  readonly years: { year: number; standing: string }[];
  readonly dutyPeriods: { from: string; to: string }[];
}

const calendar = async (): Promise<Calendar> =>
  (await o.ask<{ workingCalendar: Calendar }>(clerk, READ)).workingCalendar;

/** The administrator changes what he has just seen. */
const changed = async (verb: string, input: object): Promise<Calendar> => {
  const { version: expectedVersion } = await calendar();
  const answer = await o.ask<Record<string, Calendar>>(o.admin, change(verb), { input: { ...input, expectedVersion } });
  return answer[verb] as Calendar;
};

const refused = async (verb: string, input: object): Promise<unknown> => {
  const { version: expectedVersion } = await calendar();
  return o.refusal(o.admin, change(verb), { input: { expectedVersion, ...input } });
};

const year2022 = (provisional: boolean) => ({
  year: 2022,
  source: provisional ? '按惯例预计' : '国办发明电〔2021〕11号（更正）',
  provisional,
  holidays: [{ name: '春节', fromOn: '2022-01-31', toOn: '2022-02-17', makeUp: ['2022-01-29'] }],
});

test('is what the hub carries until somebody changes it, for a unit as for a program', async () => {
  const seen = await calendar();
  expect(seen).toMatchObject({
    version: 0,
    overrides: [],
    officeHours: [
      { from: '08:30', to: '12:00' },
      { from: '14:30', to: '18:00' },
    ],
    dutyPeriods: [],
  });
  expect(new Set(seen.years.map(({ standing }) => standing))).toEqual(new Set(['CARRIED']));
  const program = serviceActor(o.committeeId, clerk.organizationId);
  expect((await o.ask<{ workingCalendar: Calendar }>(program, READ)).workingCalendar).toEqual(seen);
});

test('each change is one revision, told as a whole, with its act in the trail', async () => {
  const before = await calendar();
  const after = await changed('setCalendarOverride', { date: '2020-10-16', workday: false, note: '全市停工' });
  expect(after).toMatchObject({
    version: before.version + 1,
    overrides: [{ date: '2020-10-16', workday: false, note: '全市停工' }],
  });
  expect(after.calendarVersion).not.toBe(before.calendarVersion);
  expect(await o.lastEvent('organization.calendar-changed', o.committeeId)).toMatchObject({
    revision: after.version,
    content: { overrides: [{ date: '2020-10-16', workday: false, note: '全市停工' }], years: [] },
  });
  expect(
    await o.rows('select action, before, after from organization.audit where object_id = $1 order by id', [
      o.committeeId,
    ]),
  ).toEqual([
    expect.objectContaining({ action: 'importStructure' }),
    {
      action: 'setCalendarOverride',
      before: { override: null },
      after: { override: { date: '2020-10-16', workday: false, note: '全市停工' } },
    },
  ]);
  expect(await changed('removeCalendarOverride', { date: '2020-10-16' })).toMatchObject({
    overrides: [],
    calendarVersion: before.calendarVersion,
  });
});

test('a table that the hub carries is corrected, and says so', async () => {
  const seen = await changed('loadCalendarYear', year2022(false));
  expect(seen.years.filter(({ standing }) => standing !== 'CARRIED')).toEqual([{ year: 2022, standing: 'CORRECTED' }]);
  const { calendarYear } = await o.ask<{ calendarYear: object }>(
    clerk,
    '{ calendarYear(year: 2022) { source standing holidays { name fromOn toOn makeUp } workdays } }',
  );
  expect(calendarYear).toMatchObject({
    source: '国办发明电〔2021〕11号（更正）',
    holidays: [{ name: '春节', fromOn: '2022-01-31', toOn: '2022-02-17', makeUp: ['2022-01-29'] }],
    workdays: [21, 7, 23, 21, 22, 22, 21, 23, 22, 21, 22, 22],
  });
});

test('a year that is not loaded is not there, and names what to do', async () => {
  expect(await o.refusal(clerk, '{ calendarYear(year: 2031) { year } }')).toBe('CALENDAR_YEAR_MISSING');
});

test('office hours and duty are the committee’s', async () => {
  const officeHours = [
    { from: '08:00', to: '12:00' },
    { from: '15:00', to: '18:00' },
  ];
  expect(await changed('setOfficeHours', { officeHours })).toMatchObject({ officeHours });
  const window = { from: '2020-10-15T00:00:00+08:00', to: '2020-10-19T00:00:00+08:00' };
  const night = { from: '2020-10-16T18:00:00.000+08:00', to: '2020-10-17T08:00:00.000+08:00' };
  expect((await changed('setDutyPeriods', { window, periods: [night] })).dutyPeriods).toEqual([night]);
  expect((await changed('setDutyPeriods', { window, periods: [] })).dutyPeriods).toEqual([]);
});

test.each([
  ['loadCalendarYear', 'with days of another year', { ...year2022(false), year: 2021 }, 'CALENDAR_TABLE_INVALID'],
  [
    'loadCalendarYear',
    'with a make-up day on a weekday',
    {
      ...year2022(false),
      holidays: [{ name: '春节', fromOn: '2022-02-01', toOn: '2022-02-02', makeUp: ['2022-01-27'] }],
    },
    'CALENDAR_TABLE_INVALID',
  ],
  ['loadCalendarYear', 'expected of a year with a notice', year2022(true), 'CALENDAR_YEAR_OFFICIAL'],
  ['setOfficeHours', 'that run backwards', { officeHours: [{ from: '12:00', to: '08:30' }] }, 'OFFICE_HOURS_INVALID'],
  ['removeCalendarOverride', 'that is not there', { date: '2020-10-20' }, 'CALENDAR_OVERRIDE_NOT_FOUND'],
  [
    'setCalendarOverride',
    'on an old version',
    { date: '2020-10-20', workday: false, note: '停工', expectedVersion: 0 },
    'STALE_VERSION',
  ],
])('%s %s is refused and leaves nothing', async (verb, _, input, reason) => {
  const before = await o.fingerprint();
  expect(await refused(verb, input)).toBe(reason);
  expect(await o.fingerprint()).toBe(before);
});

test('of two who make the first change at once one is told to look again', async () => {
  const admin = personActor('COMMITTEE_ADMIN', { committeeId: someId() });
  let late: unknown;
  let second: Promise<void> | undefined;
  await o.world.context('organization', admin).transaction(async (tx) => {
    const rules = new TimeRulesRepository(tx);
    expect(await rules.lock('CALENDAR')).toBeNull();
    const input = { date: '2020-10-20', workday: false, note: '停工', expectedVersion: 0 };
    second = o.refusal(admin, change('setCalendarOverride'), { input }).then((reason) => {
      late = reason ?? 'went through';
    });
    while (late === undefined && !(await someoneWaits(o.world.database)));
    await rules.save('CALENDAR', { revision: 1, content: calendarContent.parse(STANDARD_TIME_RULES) });
  });
  await second;
  expect(late).toBe('STALE_VERSION');
});
