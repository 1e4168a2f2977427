import { StatedLimits1763769600061 } from '../../../subgraphs/dispatch/src/data/migrations/1763769600061-stated-limits';
import { createTestWorld, type TestWorld } from '../../support';
import { type Office, openOffice } from './office';
import { type ActInput, issuePaper, type Paper } from './paper';

let world: TestWorld;
let desk: Office;
let paper: Paper;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch'] });
  desk = await openOffice(world, 2);
});

beforeEach(async () => {
  paper = await issuePaper(world, desk, {
    feedback: { kind: 'IMPLEMENTATION', stages: [], fields: [] },
    feedbackDueOn: '2020-10-30',
  });
});

afterEach(() => expect(world.faults).toEqual([]));

afterAll(() => world.close());

const ask = (until: string, reason = '数据尚在汇总') =>
  paper.act(paper.clerk(0), 'requestExtension', 0, { until, reason });

const decide = (input: ActInput) => paper.act(paper.office('OFFICE_CHECKER'), 'decideExtension', 0, input);

const requests = () =>
  world.database.query('select * from dispatch.extension_request where document_id = $1 order by ordinal', [
    paper.documentId,
  ]);

test('the stated date stands until the office has granted another', async () => {
  expect(await ask('2020-11-06')).toMatchObject({ reason: null, version: 1 });
  expect((await paper.row(0)).feedback_due_at).toEqual(new Date('2020-10-30T18:00:00+08:00'));
  expect(await decide({ granted: true, note: '同意' })).toMatchObject({ reason: null, version: 2 });
  expect((await paper.row(0)).feedback_due_at).toEqual(new Date('2020-11-06T18:00:00+08:00'));
  expect(await requests()).toMatchObject([
    { state: 'GRANTED', decision_note: '同意', granted_due_at: new Date('2020-11-06T18:00:00+08:00') },
  ]);
});

test('a day off moves the limit to the next working day', async () => {
  await ask('2020-11-07');
  await decide({ granted: true });
  expect((await paper.row(0)).feedback_due_at).toEqual(new Date('2020-11-09T18:00:00+08:00'));
});

test('the office may grant another date, but none that is not later', async () => {
  await ask('2020-11-20');
  expect((await decide({ granted: true, until: '2020-10-29' })).reason).toBe('EXTENSION_NOT_LATER');
  await decide({ granted: true, until: '2020-11-03' });
  expect((await paper.row(0)).feedback_due_at).toEqual(new Date('2020-11-03T18:00:00+08:00'));
});

test('a refusal leaves the limit, and the unit may ask again', async () => {
  await ask('2020-11-06');
  await decide({ granted: false, note: '请按期' });
  expect((await paper.row(0)).feedback_due_at).toEqual(new Date('2020-10-30T18:00:00+08:00'));
  await ask('2020-11-02');
  expect(await requests()).toMatchObject([
    { ordinal: 1, state: 'REFUSED', granted_due_at: null },
    { ordinal: 2, state: 'PENDING' },
  ]);
});

test('a year without a calendar is refused, and the request still waits', async () => {
  await ask('2031-01-10');
  expect((await decide({ granted: true })).reason).toBe('CALENDAR_YEAR_MISSING');
  expect((await paper.row(0)).feedback_due_at).toEqual(new Date('2020-10-30T18:00:00+08:00'));
  expect(await requests()).toMatchObject([{ state: 'PENDING', decided_at: null }]);
});

test.each([
  ['a date that is not later', '2020-10-30', '忙', 'EXTENSION_NOT_LATER'],
  ['no reason', '2020-11-06', ' ', 'EXTENSION_REASON_REQUIRED'],
  ['a day that does not exist', '2020-11-31', '忙', 'DATE_INVALID'],
])('a request with %s is refused', async (_, until, reason, refusal) => {
  expect((await ask(until, reason)).reason).toBe(refusal);
  expect(await requests()).toEqual([]);
});

test('one request waits at a time, and one decision is made on it', async () => {
  await ask('2020-11-06');
  expect((await ask('2020-11-07')).reason).toBe('EXTENSION_PENDING');
  await decide({ granted: false });
  expect((await decide({ granted: true })).reason).toBe('NO_EXTENSION_PENDING');
});

test('nothing is extended where no feedback is owed', async () => {
  paper = await issuePaper(world, desk);
  expect((await ask('2020-11-06')).reason).toBe('EXTENSION_NOT_POSSIBLE');
});

test('a unit does not grant its own request', async () => {
  await ask('2020-11-06');
  expect((await paper.act(paper.clerk(0), 'decideExtension', 0, { granted: true })).reason).toBe('ROLE_NOT_ALLOWED');
});

test('limits of before it was kept know again where they come from', async () => {
  await ask('2020-11-06');
  await decide({ granted: true });
  const counted = await issuePaper(world, desk, { feedback: { kind: 'IMPLEMENTATION', stages: [], fields: [] } });
  const bases = async () => [
    (await paper.row(0)).feedback_basis,
    (await paper.row(1)).feedback_basis,
    (await counted.row(0)).feedback_basis,
  ];
  expect(await bases()).toEqual(['GRANTED', 'STATED', 'TERM']);
  await world.database.query(`update dispatch.receipt set feedback_basis = 'TERM'`);
  const runner = { query: (sql: string, parameters?: unknown[]) => world.database.query(sql, parameters) };
  await new StatedLimits1763769600061().up(runner as Parameters<StatedLimits1763769600061['up']>[0]);
  expect(await bases()).toEqual(['GRANTED', 'STATED', 'TERM']);
});
