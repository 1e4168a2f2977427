import type { Id } from '@hub/core';

import { someId } from '../../support';
import { numberField, openReports, type ReportsDesk } from './reports-world';
import { FIELDS, filled, openRound, type Round } from './round';

let desk: ReportsDesk;
let round: Round;
let reportId: Id;

beforeAll(async () => {
  desk = await openReports(2);
});

beforeEach(async () => {
  round = await openRound(desk);
  reportId = round.reportIds[0] as Id;
});

afterEach(() => expect(desk.world.faults).toEqual([]));

afterAll(() => desk.world.close());

const colleague = () => desk.of(0, 'UNIT_CLERK');

test('what one person writes is one version, and the next person begins the next', async () => {
  expect(await round.save(0, filled(1))).toMatchObject({ reason: null, state: 'DRAFT', version: 2 });
  await round.save(0, filled(2, '人手不足'));
  await round.act(colleague(), 'saveReport', reportId, { fields: filled(3) });
  expect(await round.versions(reportId)).toMatchObject([
    { number: 1, visibility: 'UNIT', values: { meetings: { type: 'NUMBER', number: '2' } }, frozen_at: null },
    { number: 2, values: { meetings: { number: '3' } } },
  ]);
  expect(await round.row(reportId)).toMatchObject({ content_number: 2, version: 4, drafter_name: '李四' });
  expect(await round.tally()).toEqual({ draft: 2 });
});

test('of two people who save at once one is told that the other was quicker', async () => {
  const { version } = await round.save(0, filled(1));
  const saving = [round.clerk(0), colleague()].map((person, index) =>
    round.act(person, 'saveReport', reportId, { fields: filled(index), expectedVersion: version }),
  );
  const reasons = (await Promise.all(saving)).map(({ reason }) => reason);
  expect(reasons.sort()).toEqual(['STALE_VERSION', null].sort());
  expect(await round.row(reportId)).toMatchObject({ version: version + 1 });
});

test('a version that is older than what was seen is refused', async () => {
  await round.save(0, filled(1));
  expect((await round.save(0, filled(2), { expectedVersion: 1 })).reason).toBe('STALE_VERSION');
  expect(await round.versions(reportId)).toMatchObject([{ values: { meetings: { number: '1' } } }]);
});

test('the same autosave twice is kept once', async () => {
  const input = { fields: filled(1), expectedVersion: 1 };
  const idempotencyKey = someId();
  const save = () => round.act(round.clerk(0), 'saveReport', reportId, input, { idempotencyKey });
  const first = await save();
  expect(await save()).toEqual(first);
  expect(await round.row(reportId)).toMatchObject({ version: 2 });
});

test.each<[string, object[]]>([
  ['a text in a number field', [{ key: 'meetings', text: '一次' }]],
  ['a file in a text field', [{ key: 'problems', fileIds: [someId()] }]],
  ['ten megabytes of text', [{ key: 'problems', text: '长'.repeat(10_000_000) }]],
  ['a field that the template does not have', [{ key: 'other', text: '无' }]],
  ['one field twice', [...filled(1), ...filled(2)]],
])('%s leaves no trace', async (_, fields) => {
  const before = await round.row(reportId);
  expect((await round.save(0, fields)).reason).toBe('REPORT_FIELDS_INVALID');
  expect(await round.row(reportId)).toEqual(before);
  expect(await round.versions(reportId)).toEqual([]);
});

test('what the hub fills in itself is not taken from anybody', async () => {
  const origin = { by: 'PREFILLED', fact: 'receipts.acknowledged' } as const;
  const locked = await openRound(desk, { fields: [...FIELDS, numberField('signed', '签收件数', { origin })] });
  const given = [...filled(1), { key: 'signed', number: '99' }];
  expect((await locked.save(0, given)).reason).toBe('REPORT_FIELDS_INVALID');
});

test('a unit that is not there cannot be named', async () => {
  const partner = {
    key: 'partner',
    label: '共建单位',
    type: 'UNIT',
    origin: { by: 'ASKED' },
    required: false,
  } as const;
  const joint = await openRound(desk, { fields: [...FIELDS, partner] });
  const naming = (unitId: Id) => joint.save(0, [...filled(1), { key: 'partner', unitId }]);
  expect((await naming(someId())).reason).toBe('REPORT_FIELDS_INVALID');
  expect((await naming(desk.units[1]?.unitId ?? '')).reason).toBeNull();
});

test('a report of another unit does not exist', async () => {
  const stranger = round.clerk(1);
  expect((await round.act(stranger, 'saveReport', reportId, { fields: filled(1) })).reason).toBe('REPORT_NOT_FOUND');
  expect((await round.act(round.clerk(0), 'saveReport', someId(), { fields: [], expectedVersion: 1 })).reason).toBe(
    'REPORT_NOT_FOUND',
  );
});

test('nothing is written for a task that is closed', async () => {
  await round.save(0, filled(1));
  await desk.world.database.query(
    `update reports.report_task set state = 'CLOSED', closed_at = now() where task_id = $1`,
    [round.taskId],
  );
  expect((await round.save(0, filled(2))).reason).toBe('TASK_CLOSED');
  expect((await round.submit(0)).reason).toBe('TASK_CLOSED');
});

test('a task that waits may be written for, and takes nothing', async () => {
  await desk.world.database.query(
    `update reports.report_task set state = 'PAUSED', paused_at = now() where task_id = $1`,
    [round.taskId],
  );
  expect((await round.save(0, filled(1))).reason).toBeNull();
  expect((await round.submit(0)).reason).toBe('TASK_PAUSED');
});

test('words with a marking of secrecy are quarantined, and are nowhere', async () => {
  const words = '机密★10年 作战方案';
  expect((await round.save(0, filled(1, words))).reason).toBe('SECRECY_MARKING');
  expect(await round.versions(reportId)).toEqual([]);
  const kept = await desk.world.database.query(
    `select row_to_json(q)::text as kept from reports.quarantine q where subject_id = $1
     union all select row_to_json(a)::text from reports.audit a where committee_id = $2 and action = 'quarantine'`,
    [reportId, desk.committeeId],
  );
  expect(kept).toHaveLength(2);
  expect(JSON.stringify(kept)).not.toContain('作战方案');
});

test('the telephone is kept, and one that cannot be is refused', async () => {
  expect((await round.save(0, filled(1), { contactPhone: '0391-3569123' })).reason).toBeNull();
  expect((await round.save(0, filled(1), { contactPhone: '请打电话' })).reason).toBe('CONTACT_PHONE_INVALID');
  expect(await round.row(reportId)).toMatchObject({ contact_phone: '0391-3569123' });
});

test('ten megabytes are refused before anybody looks for markings in them', async () => {
  const [marked, title] = ['机密★10年 作战方案'.padEnd(10_000_000, '长'), '机密★10年'.padEnd(10_000_000, '长')];
  for (const input of [{ fields: [{ key: 'problems', text: marked }] }, { fields: filled(1), title }]) {
    expect((await round.act(round.clerk(0), 'saveReport', reportId, input)).reason).toMatch(
      /^(REPORT_FIELDS_INVALID|TEXT_TOO_LONG)$/,
    );
  }
  expect(await desk.world.database.query('select from reports.quarantine where subject_id = $1', [reportId])).toEqual(
    [],
  );
});
