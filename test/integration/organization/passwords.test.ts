import { unitLogin } from '../../../infra/seed/organization';
import { type Door, doorOf } from './door';
import { createOrganizationWorld, type OrganizationWorld } from './organization-world';

let o: OrganizationWorld;
let door: Door;

beforeAll(async () => {
  o = await createOrganizationWorld();
  door = doorOf(o);
});

afterAll(() => o.world.close());

const CHANGE = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) }';
const RESET = 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { version } }';
const FIRST = 'demo-jiaozuo-140';

const change = (oldPassword: string, newPassword: string) => ({ input: { oldPassword, newPassword } });
const reset = async (loginName: string, password = 'given-by-admin-1') => ({
  input: { ...(await door.accountNamed(loginName)), password },
});

describe('people change their own password', () => {
  test('with the old one, and are then signed in only here', async () => {
    const here = await door.login(unitLogin(1));
    const there = await door.login(unitLogin(1));
    const person = await door.bearer(here);
    expect(await o.ask(person, CHANGE, change(FIRST, 'another-word-1'))).toEqual({ changePassword: true });
    expect(await door.bearer(here)).not.toBeNull();
    expect(await door.bearer(there)).toBeNull();
    expect(await door.loginRefusal(unitLogin(1))).toBe('LOGIN_FAILED');
    await door.login(unitLogin(1), { password: 'another-word-1' });
  });

  test('to none of the last five', async () => {
    const person = await door.personNamed(unitLogin(2));
    const words = [FIRST, 'word-number-1', 'word-number-2', 'word-number-3', 'word-number-4'];
    for (let i = 1; i < words.length; i += 1) {
      await o.ask(person, CHANGE, change(words[i - 1] as string, words[i] as string));
    }
    const newest = words[4] as string;
    for (const word of words) {
      expect([word, await o.refusal(person, CHANGE, change(newest, word))]).toEqual([word, 'PASSWORD_USED_BEFORE']);
    }
    await o.ask(person, CHANGE, change(newest, 'word-number-5'));
    await o.ask(person, CHANGE, change('word-number-5', FIRST));
    const kept = await o.rows(
      `select 1 from organization.used_password join organization.account using (committee_id, account_id)
       where login_name = $1`,
      [unitLogin(2)],
    );
    expect(kept).toHaveLength(4);
  });

  test.each([
    ['a short one', 'short-1', 'PASSWORD_WEAK'],
    ['the own name', `${unitLogin(3)}-word`, 'PASSWORD_IS_NAME'],
    ['a common one', 'Password123', 'PASSWORD_COMMON'],
  ])('not to %s', async (_, word, reason) => {
    const person = await door.personNamed(unitLogin(3));
    expect(await o.refusal(person, CHANGE, change(FIRST, word))).toBe(reason);
  });

  test('and wrong old ones count towards the lock', async () => {
    const person = await door.personNamed(unitLogin(4));
    for (let i = 0; i < 5; i += 1) {
      expect(await o.refusal(person, CHANGE, change('wrong-word-1', 'another-word-1'))).toBe('PASSWORD_WRONG');
    }
    expect(await o.refusal(person, CHANGE, change(FIRST, 'another-word-1'))).toBe('ACCOUNT_LOCKED');
    expect(await door.loginRefusal(unitLogin(4))).toBe('ACCOUNT_LOCKED');
  });

  test('one of two changes at once is the password, and the other was refused', async () => {
    const person = await door.personNamed(unitLogin(5));
    const words = ['first-of-two-1', 'second-of-two-2'];
    const answers = await Promise.all(
      words.map((word) => o.world.graphql('organization', person, CHANGE, change(FIRST, word))),
    );
    const refused = answers.map(({ errors }) => errors?.[0]?.extensions?.reason ?? null);
    expect([...refused].sort()).toEqual(['PASSWORD_WRONG', null]);
    await door.login(unitLogin(5), { password: words[refused.indexOf(null)] });
  });
});

describe('a password that was reset', () => {
  test('ends the sessions, lifts the lock, and is good for one sign-in that changes it', async () => {
    const tokens = await door.login(unitLogin(6));
    for (let i = 0; i < 5; i += 1) await door.loginRefusal(unitLogin(6), { password: 'wrong-word-1' });
    await o.ask(o.admin, RESET, await reset(unitLogin(6)));
    expect(await door.bearer(tokens)).toBeNull();
    expect(await door.loginRefusal(unitLogin(6))).toBe('LOGIN_FAILED');
    const given = { password: 'given-by-admin-1' };
    expect(await door.loginRefusal(unitLogin(6), given)).toBe('PASSWORD_CHANGE_REQUIRED');
    const renewals = [
      ['given-by-admin-1', 'PASSWORD_USED_BEFORE'],
      [FIRST, 'PASSWORD_USED_BEFORE'],
      ['short-1', 'PASSWORD_WEAK'],
    ];
    for (const [newPassword, reason] of renewals) {
      expect(await door.loginRefusal(unitLogin(6), { ...given, newPassword })).toBe(reason);
    }
    await door.personNamed(unitLogin(6), { ...given, newPassword: 'word-of-my-own-1' });
    expect(await door.loginRefusal(unitLogin(6), given)).toBe('LOGIN_FAILED');
    await door.login(unitLogin(6), { password: 'word-of-my-own-1' });
  });

  test('is given by the 系统管理员, to others', async () => {
    expect(await o.refusal(o.security, RESET, await reset(unitLogin(7)))).toBe('ROLE_NOT_ALLOWED');
    expect(await o.refusal(o.admin, RESET, await reset('admin'))).toBe('ACCOUNT_IS_OWN');
    expect(await o.refusal(o.admin, RESET, await reset(unitLogin(7), `${unitLogin(7)}-word`))).toBe('PASSWORD_IS_NAME');
  });
});

test('no password is kept where it can be read', async () => {
  const person = await door.personNamed(unitLogin(8));
  await o.ask(person, CHANGE, change(FIRST, 'nowhere-to-be-seen-1'));
  for (const table of ['account', 'used_password', 'session', 'audit', 'outbox', 'idempotency_key']) {
    const [row] = await o.rows<{ all: string | null }>(
      `select string_agg(t::text, '') as all from organization.${table} t`,
    );
    expect(row?.all ?? '').not.toMatch(/nowhere-to-be-seen-1|demo-jiaozuo-140/);
  }
});

test('no fault was masked', () => {
  expect(o.world.faults).toEqual([]);
});
