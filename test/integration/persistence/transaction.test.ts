import { unitChanged } from '@hub/contracts';
import type { Id } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { createTestWorld, personActor, someId, systemActor, type TestWorld } from '../../support';

let world: TestWorld;
let committeeId: Id;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['reports'] });
});

beforeEach(() => {
  committeeId = someId();
});

afterAll(() => world.close());

const system = () => world.context('reports', systemActor(committeeId));

function unit(name: string, version = 1, unitId = someId()) {
  const snapshot = { committeeId, unitId, name, shortName: null, nature: 'ADMINISTRATIVE', protocolOrder: 1 };
  return { ...snapshot, zoneId: null, active: true, version };
}

async function insertUnit(tx: Transaction, name: string): Promise<Id> {
  const { unitId } = unit(name);
  await tx.execute(
    `insert into reports.directory_unit (committee_id, unit_id, name, nature, protocol_order, active, version)
     values ($1, $2, $3, 'ADMINISTRATIVE', 1, true, 1)`,
    [committeeId, unitId, name],
  );
  return unitId;
}

async function count(table: string): Promise<number> {
  const [row] = await world.database.query<{ n: number }>(
    `select count(*)::int as n from reports.${table} where committee_id = $1`,
    [committeeId],
  );
  return row?.n ?? 0;
}

const act = (tx: Transaction, objectId: Id) => tx.audit({ action: 'create', objectType: 'unit', objectId });

test('rows, event and audit of an act are written together', async () => {
  await system().transaction(async (tx) => {
    const id = await insertUnit(tx, '市委办公室');
    tx.emit(unitChanged, id, unit('市委办公室', 1, id));
    act(tx, id);
  });
  expect([await count('directory_unit'), await count('outbox'), await count('audit')]).toEqual([1, 1, 1]);
});

test('a statement that changes rows and returns them answers with the rows', async () => {
  await system().transaction(async (tx) => {
    const id = await insertUnit(tx, '市委办公室');
    const changed = await tx.query(
      'update reports.directory_unit set version = 2 where committee_id = $1 returning unit_id, version',
      [committeeId],
    );
    expect(changed).toEqual([{ unit_id: id, version: 2 }]);
  });
});

test('an act that fails at its end leaves nothing behind', async () => {
  const failing = system().transaction(async (tx) => {
    const id = await insertUnit(tx, '市委办公室');
    tx.emit(unitChanged, id, unit('市委办公室', 1, id));
    act(tx, id);
    throw new Error('the domain said no');
  });
  await expect(failing).rejects.toThrow('the domain said no');
  expect([await count('directory_unit'), await count('outbox'), await count('audit')]).toEqual([0, 0, 0]);
});

test('a payload that is not what the event promises fails the act that emits it', async () => {
  const failing = system().transaction(async (tx) => {
    const id = await insertUnit(tx, '市委办公室');
    tx.emit(unitChanged, id, { ...unit('市委办公室', 1, id), version: 1.5 });
  });
  await expect(failing).rejects.toThrow();
  expect(await count('directory_unit')).toBe(0);
});

test('a swallowed SQL error cannot be committed as if nothing had happened', async () => {
  const failing = system().transaction(async (tx) => {
    await insertUnit(tx, '市委办公室');
    await tx.query('select 1 / 0').catch(() => undefined);
  });
  await expect(failing).rejects.toThrow('ROLLBACK');
  expect(await count('directory_unit')).toBe(0);
});

test('two acts that deadlock both succeed in the end', async () => {
  const ids = await system().transaction(async (tx) => [await insertUnit(tx, '甲'), await insertUnit(tx, '乙')]);
  const met = meeting();
  const rename = (first: Id, second: Id, name: string) => {
    let attempts = 0;
    return system().transaction(async (tx) => {
      attempts += 1;
      const update = 'update reports.directory_unit set name = $3 where committee_id = $1 and unit_id = $2';
      await tx.execute(update, [committeeId, first, name]);
      if (attempts === 1) await met();
      await tx.execute(update, [committeeId, second, name]);
      return attempts;
    });
  };
  const [a, b] = ids as [Id, Id];
  const attempts = await Promise.all([rename(a, b, '丙'), rename(b, a, '丁')]);
  expect(attempts.sort()).toEqual([1, 2]);
});

/** Resolves for both once both have come. */
function meeting(): () => Promise<void> {
  let waiting: (() => void) | null = null;
  return () =>
    new Promise((resolve) => {
      if (waiting === null) {
        waiting = resolve;
      } else {
        waiting();
        resolve();
      }
    });
}

test('an act that loses a unique key in a race decides again, knowing the winner', async () => {
  const met = meeting();
  const winner = someId();
  const insertOnce = async (): Promise<number> => {
    let attempts = 0;
    return system().transaction(async (tx) => {
      attempts += 1;
      const present = await tx.query('select from reports.directory_unit where unit_id = $1', [winner]);
      if (attempts === 1) await met();
      if (present.length > 0) return attempts;
      await tx.execute(
        `insert into reports.directory_unit (committee_id, unit_id, name, nature, protocol_order, active, version)
         values ($1, $2, '甲', 'ADMINISTRATIVE', 1, true, 1)`,
        [committeeId, winner],
      );
      return attempts;
    });
  };
  expect((await Promise.all([insertOnce(), insertOnce()])).sort()).toEqual([1, 2]);
  expect(await count('directory_unit')).toBe(1);
});

test.each([
  ['a text with NUL', 'select $1::text', '关于\u0000的通知', 'TEXT_INVALID'],
  ['NUL in JSON', 'select $1::jsonb', JSON.stringify({ text: '\u0000' }), 'TEXT_INVALID'],
  ['half a surrogate pair in JSON', 'select $1::jsonb', JSON.stringify({ text: '\ud800' }), 'TEXT_INVALID'],
  ['a number too large', 'select $1::int - 1', -2_147_483_648, 'VALUE_OUT_OF_RANGE'],
  ['a day in the year 0', 'select $1::date', '0000-01-01', 'VALUE_OUT_OF_RANGE'],
])('%s is the asker’s mistake as well', async (_, sql, value, reason) => {
  const asking = system().read((tx) => tx.query(sql, [value]));
  await expect(asking).rejects.toMatchObject({ kind: 'BAD_USER_INPUT', reason });
});

test('an id that is none is the asker’s mistake, not a fault of the hub', async () => {
  const asking = system().read((tx) =>
    tx.query('select name from reports.directory_unit where unit_id = $1', ['not-an-id']),
  );
  await expect(asking).rejects.toMatchObject({ kind: 'BAD_USER_INPUT', reason: 'ID_INVALID' });
});

test('the role and scope of one act do not reach the next on the same connection', async () => {
  await system().transaction((tx) => insertUnit(tx, '市委办公室'));
  const office = world.context('reports', personActor('OFFICE_CLERK', { committeeId }));
  const other = world.context('reports', personActor('OFFICE_CLERK', { committeeId: someId() }));
  const names = (ctx: typeof office) => ctx.read((tx) => tx.query('select name from reports.directory_unit'));
  for (let round = 0; round < 20; round += 1) {
    const [own, foreign] = await Promise.all([names(office), names(other)]);
    expect([own.length, foreign.length]).toEqual([1, 0]);
  }
});

test('a read cannot write', async () => {
  const writing = system().read((tx) => tx.query('delete from reports.processed_event'));
  await expect(writing).rejects.toThrow(/read-only/);
});

test('of two reads of one operation only the faulty one fails', async () => {
  await system().transaction((tx) => insertUnit(tx, '市委办公室'));
  const session = world.subgraph('reports').database.openReads(systemActor(committeeId));
  const reads = [
    session.query('select name from reports.directory_unit where unit_id = $1', ['not-an-id']),
    session.query('select name from reports.directory_unit'),
  ];
  const [faulty, sound] = await Promise.allSettled(reads);
  await session.close();
  expect(faulty).toMatchObject({ status: 'rejected', reason: { reason: 'ID_INVALID' } });
  expect(sound).toEqual({ status: 'fulfilled', value: [{ name: '市委办公室' }] });
});
