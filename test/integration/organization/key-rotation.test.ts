import { type HubDatabases, hubDatabases } from '@hub/infra/scripts/hub-databases';
import { eachEncrypted, rotationTools } from '@hub/infra/scripts/keys/encrypted-columns';
import { statusReport } from '@hub/infra/scripts/keys/key-report';
import {
  countKeyVersions,
  createFieldCipher,
  type DataKeys,
  type FieldCipher,
  type RotatedColumn,
  rotateKeys,
} from '@hub/persistence';
import { Client } from 'pg';

import { createTestWorld, type TestWorld } from '../../support';
import { TEST_SETTINGS } from '../../support/settings';
import { createMemberWorld, idNumber, type MemberWorld, memberInput, REGISTER } from './member-world';

const COLUMN = 'organization.member.id_number';
const SECRET = 'organization.second_factor.pending_secret';
const REVEAL = 'mutation ($input: RevealMemberInput!) { revealMember(input: $input) { idNumber } }';
const FIND = 'mutation ($input: FindMemberInput!) { findMemberByIdNumber(input: $input) { id } }';

const { versions, search } = TEST_SETTINGS.dataKeys;
const second = new Uint8Array(32).fill(20);
const both: DataKeys = { versions: new Map([...versions, [2, second]]), search };
const newest: DataKeys = { versions: new Map([[2, second]]), search };

let m: MemberWorld;
let hub: HubDatabases;
const members: { readonly id: string; readonly number: string }[] = [];

/** As a hub of an earlier year left it: everything under the first key. */
beforeEach(async () => {
  m = await createMemberWorld();
  const { ownerUrl, rolePassword } = m.world.database;
  hub = hubDatabases(ownerUrl, rolePassword, { ...TEST_SETTINGS, auditDir: '' });
  members.length = 0;
  for (let at = 0; at < 5; at += 1) {
    const number = idNumber('1985-03-12', 801 + 2 * at);
    members.push({ number, ...(await m.register(m.here.clerk, { idNumber: number })) });
  }
});

afterEach(() => m.world.close());

const rotate = (cipher: FieldCipher, batch?: number) =>
  eachEncrypted(hub, (each) => rotateKeys({ ...each, ...rotationTools(), cipher, batch }));

const counts = async () => (await eachEncrypted(hub, countKeyVersions)).filter(({ column }) => column === COLUMN);

const ofMembers = (columns: readonly RotatedColumn[]) => columns.find(({ column }) => column === COLUMN);

/** The same database, opened by processes with other keys. */
async function withKeys(dataKeys: DataKeys, work: (world: TestWorld) => Promise<void>): Promise<void> {
  const database = { ...m.world.database, drop: async () => undefined };
  const world = await createTestWorld({ subgraphs: ['organization'], database, settings: { dataKeys } });
  try {
    await work(world);
  } finally {
    await world.close();
  }
}

const revealed = async (world: TestWorld, memberId: string): Promise<unknown> => {
  const input = { memberId, fields: ['ID_NUMBER'], purpose: '核对党员档案' };
  const { data } = await world.graphql('organization', m.here.leader, REVEAL, { input });
  return (data?.revealMember as { idNumber: string } | null | undefined)?.idNumber;
};

const sealed = async (memberId: string): Promise<Buffer> => {
  const [row] = await m.rows<{ value: Buffer }>(
    'select id_number as value from organization.member where member_id = $1',
    [memberId],
  );
  if (!row) throw new Error('no such member');
  return row.value;
};

test('after a rotation the new key alone reads, searches and refuses whom it knows', async () => {
  await withKeys(newest, async (world) => expect(await revealed(world, members[0]?.id ?? '')).toBeUndefined());
  expect(await counts()).toEqual([{ column: COLUMN, version: 1, values: 5 }]);
  expect(ofMembers(await rotate(createFieldCipher(both), 2))).toEqual({ column: COLUMN, rotated: 5, unreadable: [] });
  expect(await counts()).toEqual([{ column: COLUMN, version: 2, values: 5 }]);
  expect(ofMembers(await rotate(createFieldCipher(both)))?.rotated).toBe(0);
  await withKeys(newest, async (world) => {
    for (const { id, number } of members) {
      expect(await revealed(world, id)).toBe(number);
      const { data } = await world.graphql('organization', m.here.clerk, FIND, { input: { idNumber: number } });
      expect(data).toEqual({ findMemberByIdNumber: { id } });
    }
    const input = memberInput(m.here.branchId, { idNumber: members[0]?.number });
    const { errors } = await world.graphql('organization', m.here.clerk, REGISTER, { input });
    expect(errors?.[0]?.extensions?.reason).toBe('MEMBER_REGISTERED');
    expect(world.faults).toEqual([]);
  });
  const [trail] = await m.rows<{ batches: number; values: number }>(
    `select count(*)::int as batches, sum((after ->> 'values')::int)::int as values
     from organization.audit where action = 'rotateKeys' and actor_name = 'key-rotation'`,
  );
  expect(trail).toEqual({ batches: 3, values: 5 });
});

test('every encrypted column is walked: second factors too', async () => {
  const [account] = await m.rows<{ id: string }>('select account_id as id from organization.account limit 1');
  const place = { column: SECRET, committeeId: m.committeeId, rowId: account?.id ?? '' };
  const value = createFieldCipher(TEST_SETTINGS.dataKeys).encrypt('JBSWY3DPEHPK3PXP', place);
  await m.rows(
    'insert into organization.second_factor (committee_id, account_id, pending_secret) values ($1, $2, $3)',
    [m.committeeId, place.rowId, value],
  );
  const columns = await rotate(createFieldCipher(both));
  expect(columns.find(({ column }) => column === SECRET)).toMatchObject({ rotated: 1, unreadable: [] });
  const [row] = await m.rows<{ secret: Buffer }>('select pending_secret as secret from organization.second_factor');
  expect(createFieldCipher(newest).decrypt(row?.secret ?? Buffer.alloc(0), place)).toBe('JBSWY3DPEHPK3PXP');
});

test('a rotation that breaks off goes on where it was', async () => {
  const cipher = createFieldCipher(both);
  let left = 3;
  const breaking: FieldCipher = {
    ...cipher,
    encrypt: (text, place) => {
      if (left === 0) throw new Error('the machine went down');
      left -= 1;
      return cipher.encrypt(text, place);
    },
  };
  await expect(rotate(breaking, 2)).rejects.toThrow('the machine went down');
  expect(await counts()).toEqual([
    { column: COLUMN, version: 1, values: 3 },
    { column: COLUMN, version: 2, values: 2 },
  ]);
  expect(ofMembers(await rotate(cipher, 2))?.rotated).toBe(3);
});

test('a value that somebody writes meanwhile is not overwritten', async () => {
  const [{ id, number }] = members as [(typeof members)[number]];
  const other = idNumber('1985-03-12', 821);
  const place = { column: COLUMN, committeeId: m.committeeId, rowId: id };
  const client = new Client({ connectionString: m.world.database.ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    // By a process that does not know the second key yet.
    const written = createFieldCipher(TEST_SETTINGS.dataKeys).encrypt(other, place);
    await client.query('update organization.member set id_number = $2 where member_id = $1', [id, written]);
    const rotation = rotate(createFieldCipher(both));
    await someoneWaits();
    await client.query('commit');
    expect(ofMembers(await rotation)?.rotated).toBe(5);
  } finally {
    await client.end();
  }
  expect(createFieldCipher(newest).decrypt(await sealed(id), place)).toBe(other);
  expect(other).not.toBe(number);
});

test('a value that does not open is named by its row and keeps no other from the new key', async () => {
  const [first, second] = members as [(typeof members)[number], (typeof members)[number]];
  const moved = await sealed(second.id);
  await m.rows('update organization.member set id_number = $2 where member_id = $1', [first.id, moved]);
  const columns = await rotate(createFieldCipher(both), 2);
  expect(ofMembers(columns)).toEqual({ column: COLUMN, rotated: 4, unreadable: [first.id] });
  expect(await sealed(first.id)).toEqual(moved);
});

test('the status says which key is needed, missing, or used by nothing', async () => {
  expect(statusReport(await counts(), both)).toEqual([`${COLUMN}：版本 1，5 项`, '当前写入用版本 2']);
  expect(statusReport(await counts(), newest).at(-1)).toContain('缺少版本 1 的密钥');
  await rotate(createFieldCipher(both));
  expect(statusReport(await counts(), both).at(-1)).toContain('版本 1 已无数据使用');
});

/** Until some statement of this database waits for a lock. */
async function someoneWaits(): Promise<void> {
  for (;;) {
    const waiting = await m.rows(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (waiting.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
