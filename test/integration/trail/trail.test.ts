import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Id } from '@hub/core';
import type { Finding } from '@hub/persistence';

import { someId } from '../../support';
import { openTrailWorld, type TrailWorld } from './trail-world';

let trail: TrailWorld;
let one: Id;
let other: Id;

beforeAll(async () => {
  trail = await openTrailWorld();
});

afterAll(() => trail.close());

/** Two chains of five acts each, seen by a checkpoint, and two acts more on the first. */
beforeEach(async () => {
  await trail.clear();
  [one, other] = [someId(), someId()];
  for (let step = 1; step <= 5; step += 1) {
    await trail.act({ objectId: one, before: { step: step - 1 }, after: { step, note: '办理' } }, { objectId: other });
  }
  await trail.trail.checkpoint();
  await trail.act({ objectId: one }, { objectId: one });
});

const seen = (findings: readonly Finding[]) =>
  findings.map(({ kind, objectId, from, to }) => `${kind} ${objectId === one ? 'one' : 'other'} ${from}-${to}`).sort();
const found = async () => seen((await trail.verify()).findings);
const at = (objectId: Id, position: number): readonly unknown[] => [objectId, position];
const HERE = 'where object_id = $1 and position = $2';

test('an untouched trail has no finding, and says what was looked at', async () => {
  expect(await trail.verify()).toEqual({
    acts: 12,
    chains: 2,
    unsealed: 0,
    checkpoints: 1,
    lastCheckpointAt: trail.world.clock.now(),
    damage: null,
    findings: [],
  });
});

test('acts of one transaction on one object follow each other', async () => {
  const rows = await trail.world.database.query<{ position: string }>(
    'select position from reports.audit where object_id = $1 order by id',
    [one],
  );
  expect(rows.map(({ position }) => Number(position))).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test.each([
  ['who', `actor_name = '另一人'`],
  ['what', `action = 'other'`],
  ['when', `at = at + interval '1 millisecond'`],
  ['before', `before = '{"step": 9}'`],
  ['after', `after = after || '{"note": "另行办理"}'`],
  ['after, taken away', `after = null`],
  ['account', 'account_id = gen_random_uuid()'],
  ['post', 'post_id = gen_random_uuid()'],
  ['unit', 'unit_id = gen_random_uuid()'],
  ['delegation', 'delegation_id = gen_random_uuid()'],
  ['request', `request_id = 'none'`],
  ['seal', `seal = decode(repeat('00', 32), 'hex')`],
])('an act of which %s was changed is named', async (_, change) => {
  await trail.tamper(`update reports.audit set ${change} ${HERE}`, at(one, 3));
  const [act] = await trail.world.database.query<{ id: Id }>(`select id from reports.audit ${HERE}`, at(one, 3));
  const { findings } = await trail.verify();
  expect(seen(findings)).toContain('CHANGED one 3-3');
  expect(findings[0]).toMatchObject({ actId: act?.id, objectType: 'thing', committeeId: trail.committeeId });
  expect(findings.filter(({ kind }) => kind === 'CHANGED')).toHaveLength(1);
});

test('acts that changed places are named', async () => {
  await trail.tamper(
    `update reports.audit set position = case position when 2 then 3 else 2 end
     where object_id = $1 and position in (2, 3)`,
    [one],
  );
  expect(await found()).toEqual(expect.arrayContaining(['CHANGED one 2-2', 'CHANGED one 3-3']));
});

test('an act that changed over to another object is missing here and strange there', async () => {
  await trail.tamper(`update reports.audit set object_id = $3 ${HERE}`, [...at(one, 3), other]);
  expect(await found()).toEqual(['INSERTED other 3-3', 'REMOVED one 3-3']);
});

test('removed acts are missing by their places', async () => {
  await trail.tamper('delete from reports.audit where object_id = $1 and position in (2, 3)', [one]);
  expect(await found()).toEqual(['REMOVED one 2-3']);
});

test('removed acts whose followers moved up are noticed', async () => {
  await trail.tamper(`delete from reports.audit ${HERE}`, at(one, 3));
  await trail.tamper('update reports.audit set position = position - 1 where object_id = $1 and position > 3', [one]);
  expect(await found()).toContain('CHANGED one 3-3');
});

test('an inserted act is named, and the one it would stand for is not', async () => {
  await trail.tamper(
    `insert into reports.audit (committee_id, id, at, request_id, actor_name, action, object_type, object_id, position, seal)
     select committee_id, $3::uuid, at, request_id, '冒名者', action, object_type, object_id, position, seal
     from reports.audit ${HERE}`,
    [...at(one, 4), someId()],
  );
  expect(await found()).toEqual(['INSERTED one 4-4']);
});

describe('acts without a seal', () => {
  const OLDER = '00000000-0000-7000-8000-000000000001';
  const insert = (id: Id) =>
    trail.tamper(
      `insert into reports.audit (committee_id, id, at, request_id, actor_name, action, object_type, object_id)
       select committee_id, $3, at, request_id, actor_name, action, object_type, object_id from reports.audit ${HERE}`,
      [...at(one, 4), id],
    );

  test('are named where there were none, however old their ids pretend to be', async () => {
    await trail.tamper(
      `create table reports.audit_long_ago partition of reports.audit for values from ('${OLDER}') to ('00000000-0000-7000-8000-000000000009')`,
    );
    await insert(OLDER);
    expect(await found()).toEqual(['INSERTED one 0-0']);
    await trail.tamper('drop table reports.audit_long_ago');
  });

  test('of before the trail was chained are counted, and witnessed as a whole from the first checkpoint on', async () => {
    await trail.clear();
    await trail.act({ objectId: one }, { objectId: one }, { objectId: one }, { objectId: one });
    await insert(someId());
    await insert(someId());
    expect(await trail.verify()).toMatchObject({ unsealed: 2, findings: [] });
    await trail.trail.checkpoint();
    expect(await trail.verify()).toMatchObject({ unsealed: 2, findings: [] });
    await trail.tamper(`update reports.audit set actor_name = '另一人' where position is null`);
    expect((await trail.verify()).findings).toMatchObject([{ kind: 'CHANGED', objectType: 'unsealed', to: 2 }]);
  });
});

describe('the end of a chain that was cut off', () => {
  const cut = (objectId: Id, last: number) =>
    trail.tamper('delete from reports.audit where object_id = $1 and position > $2', [objectId, last]);
  const setHead = (objectId: Id) =>
    trail.tamper(
      `update reports.audit_head h set position = a.position, seal = a.seal
       from (select distinct on (object_id) * from reports.audit where object_id = $1 order by object_id, position desc) a
       where h.object_id = a.object_id`,
      [objectId],
    );

  test('is told by the kept end', async () => {
    await cut(one, 3);
    expect(await found()).toEqual(['CUT_OFF one 4-7']);
  });

  test('is told by the checkpoint when the kept end was put back as well', async () => {
    await cut(one, 3);
    await setHead(one);
    expect(await found()).toEqual(['CUT_OFF one 4-5']);
  });

  test('is told when the whole chain is gone without a trace', async () => {
    await trail.tamper('delete from reports.audit where object_id = $1', [other]);
    expect(await found()).toEqual(['CUT_OFF other 1-5']);
    await trail.tamper('delete from reports.audit_head where object_id = $1', [other]);
    expect(await found()).toEqual(['CUT_OFF other 1-5']);
  });

  test('is told when the chain was begun anew by honest acts', async () => {
    await trail.tamper('delete from reports.audit where object_id = $1', [other]);
    await trail.tamper('delete from reports.audit_head where object_id = $1', [other]);
    await trail.act({ objectId: other });
    expect(await found()).toEqual(['CUT_OFF other 2-5']);
    for (let step = 2; step <= 6; step += 1) await trail.act({ objectId: other });
    expect(await found()).toEqual(['REWRITTEN other 1-5']);
  });
});

test('a kept end that is gone or wrong is told', async () => {
  await trail.tamper('delete from reports.audit_head where object_id = $1', [other]);
  await trail.tamper(`update reports.audit_head set seal = decode(repeat('00', 32), 'hex') where object_id = $1`, [
    one,
  ]);
  expect(await found()).toEqual(['HEAD_WRONG one 7-7', 'HEAD_WRONG other 5-5']);
});

test('a chain sealed anew under another key is changed in every act', async () => {
  const { findings } = await trail.trailUnder(new Uint8Array(32).fill(9)).verify();
  expect(findings.filter(({ kind }) => kind === 'CHANGED')).toHaveLength(12);
});

test('a chain sealed anew with the very key is told by the checkpoint', async () => {
  // Who holds the key makes a trail of his own and puts it in the place of the true one.
  await trail.tamper('delete from reports.audit where object_id = $1', [one]);
  await trail.tamper('delete from reports.audit_head where object_id = $1', [one]);
  for (let step = 1; step <= 7; step += 1) await trail.act({ objectId: one, after: { step: -step } });
  expect(await found()).toEqual(['REWRITTEN one 1-5']);
});

describe('checkpoints', () => {
  const files = () => readdirSync(trail.auditDir).map((name) => join(trail.auditDir, name));
  const edit = (change: (text: string) => string) => {
    for (const path of files()) writeFileSync(path, change(readFileSync(path, 'utf8')));
  };
  const damage = async () => (await trail.verify()).damage?.sequence ?? null;

  beforeEach(async () => {
    trail.world.clock.advance(60_000);
    await trail.trail.checkpoint();
  });

  test('see what grew since the one before', async () => {
    expect(await trail.verify()).toMatchObject({ checkpoints: 2, damage: null, findings: [] });
    await trail.tamper('delete from reports.audit where object_id = $1 and position = 7', [one]);
    await trail.tamper('delete from reports.audit_head where object_id = $1', [one]);
    expect(await found()).toContain('CUT_OFF one 7-7');
  });

  test.each([
    ['a changed line', (text: string) => text.replace('"thing"', '"thong"'), 1],
    ['a changed seal', (text: string) => text.replace(/"mac":"./, '"mac":"x'), 1],
    ['a checkpoint taken out', (text: string) => text.slice(text.indexOf('\n\n') + 2), 1],
    ['a line taken out of the last', (text: string) => text.replace(/(\{"checkpoint":2[^\n]*\n)[^\n]*\n/, '$1'), 2],
  ])('%s is told', async (_, change, sequence) => {
    edit(change);
    expect(await damage()).toBe(sequence);
  });

  test('a write that a crash cut off is passed over, and the next one is whole', async () => {
    appendFileSync(files()[0] as string, '{"checkpoint":3,"at":"2020-10-15T01:02:00.000Z"}\n["cut o');
    expect(await trail.verify()).toMatchObject({ checkpoints: 2, damage: null });
    await trail.act({ objectId: one });
    await trail.trail.checkpoint();
    expect(await trail.verify()).toMatchObject({ checkpoints: 3, damage: null, findings: [] });
  });

  test('are found behind a torn end, however long that is', async () => {
    appendFileSync(files()[0] as string, `{"checkpoint":3,"at":"2020-10-15T01:02:00.000Z"}\n["${'x'.repeat(100_000)}`);
    await trail.act({ objectId: one });
    await trail.trail.checkpoint();
    expect(await trail.verify()).toMatchObject({ checkpoints: 3, damage: null, findings: [] });
  });

  test('that are taken at the same moment follow each other', async () => {
    await Promise.all(
      Array.from({ length: 12 }, async (_, turn) => {
        await trail.act({ objectId: someId() });
        await (turn % 3 === 0 ? trail.trail.verifyAndCheckpoint() : trail.trail.checkpoint());
      }),
    );
    const report = await trail.verify();
    expect(report).toMatchObject({ damage: null, findings: [] });
    expect(report.checkpoints).toBeGreaterThan(8);
  });

  test('of another folder, or none, are none', async () => {
    for (const path of files()) rmSync(path);
    expect(await trail.verify()).toMatchObject({ checkpoints: 0, lastCheckpointAt: null, findings: [] });
  });

  test('the nightly one sees what they missed, unless something is wrong', async () => {
    // As an act whose transaction was open while later checkpoints were taken.
    trail.world.clock.set('2020-10-15T12:00:00+08:00');
    await trail.trail.checkpoint();
    trail.world.clock.set('2020-10-15T10:00:00+08:00');
    const late = someId();
    await trail.act({ objectId: late });
    trail.world.clock.set('2020-10-15T12:05:00+08:00');
    await trail.trail.checkpoint();
    const heads = () =>
      files()
        .map((path) => readFileSync(path, 'utf8'))
        .join('');
    expect(heads()).not.toContain(late);
    expect((await trail.trail.verifyAndCheckpoint()).findings).toEqual([]);
    expect(heads()).toContain(late);
    const before = heads();
    await trail.act({ objectId: someId() });
    await trail.tamper(`update reports.audit set action = 'other' ${HERE}`, at(one, 3));
    expect((await trail.trail.verifyAndCheckpoint()).findings).toHaveLength(1);
    expect(heads()).toBe(before);
  });

  // The last: ids of the world never go back.
  test('go on in the file of the next year', async () => {
    trail.world.clock.set('2021-01-02T09:00:00+08:00');
    await trail.act({ objectId: one });
    await trail.trail.checkpoint();
    expect(files()).toHaveLength(2);
    expect(await trail.verify()).toMatchObject({ checkpoints: 3, findings: [] });
  });
});

test('no role of the subgraph changes or removes an act', async () => {
  const { world, committeeId } = trail;
  const system = world.context('reports', { side: 'system', committeeId, name: 'test' });
  for (const statement of ['update reports.audit set action = $1', 'delete from reports.audit where action <> $1']) {
    await expect(system.transaction((tx) => tx.execute(statement, ['x']))).rejects.toMatchObject({ code: '42501' });
  }
});
