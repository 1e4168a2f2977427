import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Id } from '@hub/core';
import { type RemoveActs, removeActsAs } from '@hub/persistence';

import { someId } from '../../support';
import { openTrailWorld, type TrailWorld } from './trail-world';

// Logs of access may be taken out after a year; what was done to things stays.

let trail: TrailWorld;
let person: Id;
let thing: Id;
let remove: RemoveActs;

beforeAll(async () => {
  trail = await openTrailWorld();
  remove = removeActsAs(trail.world.database.ownerUrl, 'reports');
});

afterAll(() => trail.close());

/** Three sign-ins of 2018 and one of 2020, beside acts on a thing. */
beforeEach(async () => {
  await trail.clear();
  [person, thing] = [someId(), someId()];
  const { clock } = trail.world;
  for (const day of ['2018-03-01', '2018-06-01', '2018-09-01', '2020-10-01']) {
    clock.set(`${day}T09:00:00+08:00`);
    await trail.act({ objectType: 'signIn', objectId: person, action: 'login' }, { objectId: thing });
    await trail.trail.checkpoint();
  }
});

const expire = (day: string, by: RemoveActs = remove) =>
  trail.trail.expire(['signIn'], new Date(`${day}T00:00:00+08:00`), by);
const positions = async (objectId: Id) => {
  const rows = await trail.world.database.query<{ position: string }>(
    'select position from reports.audit where object_id = $1 order by position',
    [objectId],
  );
  return rows.map(({ position }) => Number(position));
};
const kinds = async () => (await trail.verify()).findings.map(({ kind, from, to }) => `${kind} ${from}-${to}`);

test('what is older goes, the chain goes on, and acts on things stay', async () => {
  expect(await expire('2018-07-01')).toBe(2);
  expect([await positions(person), await positions(thing)]).toEqual([
    [3, 4],
    [1, 2, 3, 4],
  ]);
  expect(await trail.verify()).toMatchObject({ acts: 6, chains: 2, findings: [], damage: null });
  await trail.act({ objectType: 'signIn', objectId: person });
  expect(await positions(person)).toEqual([3, 4, 5]);
  expect(await kinds()).toEqual([]);
});

test('a chain that has expired whole begins behind its end', async () => {
  trail.world.clock.set('2022-01-01T09:00:00+08:00');
  expect(await expire('2021-01-01')).toBe(4);
  expect(await kinds()).toEqual([]);
  await trail.act({ objectType: 'signIn', objectId: person });
  expect(await positions(person)).toEqual([5]);
  expect(await kinds()).toEqual([]);
});

test('it happens again and again', async () => {
  expect(await expire('2018-04-01')).toBe(1);
  expect(await expire('2018-04-01')).toBe(0);
  expect(await expire('2019-01-01')).toBe(2);
  expect(await kinds()).toEqual([]);
});

test('nothing younger than a year goes', async () => {
  await expect(expire('2019-10-02')).rejects.toMatchObject({ reason: 'RETENTION_FLOOR' });
  expect(await positions(person)).toEqual([1, 2, 3, 4]);
});

test('a trail that is not whole is not made smaller', async () => {
  await trail.tamper(`update reports.audit set action = 'other' where object_id = $1 and position = 2`, [thing]);
  await expect(expire('2019-01-01')).rejects.toMatchObject({ reason: 'AUDIT_TRAIL_BROKEN' });
  expect(await positions(person)).toEqual([1, 2, 3, 4]);
});

test('behind what has expired the rest is still witnessed', async () => {
  await expire('2018-07-01');
  await trail.tamper('delete from reports.audit where object_id = $1 and position = 3', [person]);
  expect(await kinds()).toEqual(['REMOVED 3-3']);
  await trail.tamper('delete from reports.audit where object_id = $1', [person]);
  expect(await kinds()).toEqual(['CUT_OFF 3-4']);
});

test('what is put where acts have expired did not come from the hub', async () => {
  await expire('2018-07-01');
  await trail.tamper(
    `insert into reports.audit (committee_id, id, at, request_id, actor_name, action, object_type, object_id, position, seal)
     select committee_id, $2, at, request_id, '冒名者', action, object_type, object_id, 1, seal
     from reports.audit where object_id = $1 and position = 3`,
    [person, someId()],
  );
  expect(await kinds()).toEqual(['INSERTED 1-1']);
});

test('a crash between the checkpoint and the rows is made good by the next time', async () => {
  const crash = async () => Promise.reject(new Error('the process is gone'));
  await expect(expire('2018-07-01', crash)).rejects.toThrow('the process is gone');
  expect(await positions(person)).toEqual([1, 2, 3, 4]);
  expect(await expire('2018-07-01')).toBe(0);
  expect(await positions(person)).toEqual([3, 4]);
  expect(await kinds()).toEqual([]);
});

test('a note of expiry that the hub did not write is none', async () => {
  const [file = ''] = readdirSync(trail.auditDir);
  const forged = JSON.stringify([
    trail.committeeId,
    'thing',
    thing,
    '00000000-0000-0000-0000-000000000000',
    4,
    'AA==',
    'expired',
  ]);
  appendFileSync(
    join(trail.auditDir, file),
    `{"checkpoint":5,"at":"2020-10-02T00:00:00.000Z"}\n${forged}\n{"sealed":5,"mac":"${'0'.repeat(64)}"}\n`,
  );
  await trail.tamper('delete from reports.audit where object_id = $1', [thing]);
  const report = await trail.verify();
  expect(report.damage).not.toBeNull();
  expect(report.findings.map(({ kind }) => kind)).toContain('CUT_OFF');
});
