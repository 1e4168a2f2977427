import { someId } from '../../support';
import { createMemberWorld, idNumber, type MemberWorld, memberInput, REGISTER } from './member-world';

let m: MemberWorld;
let memberId: string;

const NUMBER = idNumber('1985-03-12', 701);
const REVEAL = 'mutation ($input: RevealMemberInput!) { revealMember(input: $input) { memberId idNumber } }';
const FIND = 'mutation ($input: FindMemberInput!) { findMemberByIdNumber(input: $input) { id } }';
const CORRECT = 'mutation ($input: CorrectMemberInput!) { correctMember(input: $input) { id version } }';

beforeAll(async () => {
  m = await createMemberWorld();
  memberId = (await m.register(m.here.clerk, { idNumber: NUMBER })).id;
});

afterAll(() => m.world.close());

const input = (change: object = {}) => ({ memberId, fields: ['ID_NUMBER'], purpose: '核对党员档案', ...change });

const reveals = () =>
  m.rows<{ account_id: string; after: object }>(
    `select account_id, after from organization.audit where action = 'revealMember' and object_id = $1 order by id`,
    [memberId],
  );

describe('a reveal', () => {
  test.each([
    ['the leader of the unit', () => m.here.leader],
    ['the checker of the office', () => m.checker],
  ])('%s sees the number, for a purpose that stands in the trail', async (_, actor) => {
    const before = (await reveals()).length;
    const { revealMember } = await m.ask<{ revealMember: object }>(actor(), REVEAL, { input: input() });
    expect(revealMember).toEqual({ memberId, idNumber: NUMBER });
    const trail = await reveals();
    expect(trail).toHaveLength(before + 1);
    expect(trail.at(-1)).toEqual({
      account_id: actor().accountId,
      after: { fields: ['ID_NUMBER'], purpose: '核对党员档案' },
    });
  });

  test.each([
    ['the clerk of the unit', () => m.here.clerk, {}, 'ROLE_NOT_ALLOWED'],
    ['the registrar', () => m.registrar, {}, 'ROLE_NOT_ALLOWED'],
    ['an administrator', () => m.admin, {}, 'ROLE_NOT_ALLOWED'],
    ['the leader of another unit', () => m.there.leader, {}, 'MEMBER_NOT_FOUND'],
    ['a leader without a purpose', () => m.here.leader, { purpose: ' ' }, 'PURPOSE_REQUIRED'],
    ['a leader who asks for nothing', () => m.here.leader, { fields: [] }, 'FIELDS_REQUIRED'],
    ['a leader who writes the number as the purpose', () => m.here.leader, { purpose: NUMBER }, 'TEXT_HOLDS_ID_NUMBER'],
  ])('%s is refused and nothing is written', async (_, actor, change, reason) => {
    const before = await m.fingerprint();
    expect(await m.refusal(actor(), REVEAL, { input: input(change) })).toBe(reason);
    expect(await m.fingerprint()).toBe(before);
  });

  test('sent again under its key it is another read, and the key keeps no answer', async () => {
    const before = (await reveals()).length;
    const send = () =>
      m.world.graphql('organization', m.here.leader, REVEAL, { input: input() }, { idempotencyKey: 'reveal' });
    expect((await send()).data).toEqual((await send()).data);
    expect(await reveals()).toHaveLength(before + 2);
    expect(await m.rows(`select 1 from organization.idempotency_key where key like 'reveal%'`)).toEqual([]);
  });

  test('after a hundred reads, reveals and searches together, a day is over', async () => {
    const { leader } = m.there;
    const { id } = await m.register(m.there.clerk);
    const find = { input: { idNumber: idNumber('1985-03-12', 703) } };
    const ask = (at: number) =>
      at % 2 === 0 ? m.ask(leader, FIND, find) : m.ask(leader, REVEAL, { input: input({ memberId: id }) });
    for (let at = 0; at < 99; at += 1) await ask(at);
    // The last one of the day is given to one of two who ask at once.
    const last = await Promise.all([m.refusal(leader, FIND, find), m.refusal(leader, FIND, find)]);
    expect(last.map(String).sort()).toEqual(['REVEAL_LIMIT', 'undefined']);
    expect(await m.refusal(leader, REVEAL, { input: input({ memberId: id }) })).toBe('REVEAL_LIMIT');
    m.world.clock.advance(24 * 3_600_000);
    await ask(1);
  });
});

test('whatever was done with a number, it is nowhere in the database, in no fault and in no refusal', async () => {
  const number = idNumber('1985-03-12', 705);
  const other = idNumber('1985-03-12', 707);
  const refusals: unknown[] = [];
  const refused = async (actor: typeof m.admin, text: string, given: object) => {
    const { errors } = await m.world.graphql(
      'organization',
      actor,
      text,
      { input: given },
      { idempotencyKey: someId() },
    );
    expect(errors).toHaveLength(1);
    refusals.push(errors);
  };
  const { id, version } = await m.register(m.here.clerk, { idNumber: number });
  const { organizationId: _, ...facts } = memberInput(m.here.branchId, { idNumber: other });
  await m.ask(m.here.clerk, CORRECT, { input: { ...facts, memberId: id, expectedVersion: version } });
  await m.ask(m.here.clerk, CORRECT, {
    input: { ...facts, idNumber: number, memberId: id, expectedVersion: version + 1 },
  });
  await m.ask(m.here.leader, REVEAL, { input: input({ memberId: id }) });
  await m.ask(m.here.clerk, FIND, { input: { idNumber: number } });
  await m.ask(m.there.clerk, FIND, { input: { idNumber: number } });
  await refused(m.there.clerk, REGISTER, memberInput(m.there.branchId, { idNumber: number }));
  await refused(m.here.clerk, REGISTER, memberInput(m.here.branchId, { idNumber: number, bornOn: '1985-03-13' }));
  await refused(m.here.clerk, REGISTER, memberInput(m.here.branchId, { idNumber: number, name: number }));
  await refused(m.here.leader, REVEAL, input({ memberId: id, purpose: `核对 ${number}` }));
  expect(JSON.stringify(refusals)).not.toContain(number);
  expect(m.world.faults.map(String).join()).not.toContain(number);
  const masked = `${number.slice(0, 1)}${'*'.repeat(16)}${number.slice(-1)}`;
  expect(await placesOf(number)).toEqual([]);
  expect(await placesOf(other)).toEqual([]);
  // The search looks where it should: the masked form is found.
  expect(await placesOf(masked)).toEqual([
    'organization.audit.after',
    'organization.audit.before',
    'organization.member.id_number_masked',
  ]);
});

/** Columns of any table, partitions by their parent, in which the text occurs as text or as bytes. */
async function placesOf(text: string): Promise<string[]> {
  const columns = await m.rows<{ table: string; column: string; bytes: boolean }>(
    `select c.oid::regclass::text as table, a.attname as column, t.typname = 'bytea' as bytes
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
     join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
       and n.nspname not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { table, column, bytes } of columns) {
    const within = bytes
      ? `position(convert_to($1, 'UTF8') in "${column}") > 0`
      : `position($1 in "${column}"::text) > 0`;
    const rows = await m.rows(`select 1 from ${table} where ${within} limit 1`, [text]);
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  return found.sort();
}
