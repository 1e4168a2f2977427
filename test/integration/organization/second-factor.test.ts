import type { PersonActor } from '@hub/core';

import { DEMO_PASSWORD, unitLogin } from '../../../infra/seed/organization';
import { shownCode } from '../../support';
import { type Door, doorOf } from './door';
import { createOrganizationWorld, type OrganizationWorld } from './organization-world';

let o: OrganizationWorld;
let door: Door;

beforeAll(async () => {
  o = await createOrganizationWorld({ secondFactor: 'required' });
  door = doorOf(o);
});

afterAll(() => o.world.close());

const ENROL = 'mutation ($input: EnrolSecondFactorInput!) { enrolSecondFactor(input: $input) { secret uri } }';
const CONFIRM = 'mutation ($input: ConfirmSecondFactorInput!) { confirmSecondFactor(input: $input) { recoveryCodes } }';
const RESET = 'mutation ($input: AccountInput!) { resetSecondFactor(input: $input) { id version } }';
const UNLOCK = 'mutation ($input: AccountInput!) { unlockAccount(input: $input) { lockedUntil } }';
const SWITCH = 'mutation ($postId: ID!) { switchPost(postId: $postId) { actingPostId } }';
const ASSIGN = 'mutation ($input: AssignPostInput!) { assignPost(input: $input) { id } }';

const proof = (loginName: string, more: object = {}) => ({ input: { loginName, password: DEMO_PASSWORD, ...more } });
/** What the authenticator shows now, or some steps of thirty seconds from now. */
const codeOf = (secret: string, steps = 0): string =>
  shownCode(secret, new Date(o.world.clock.now().getTime() + steps * 30_000));
const MINE = '{ mySecondFactor { isOn isRequired recoveryCodesLeft } }';
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const nextStep = () => o.world.clock.advance(30_000);

async function enrol(loginName: string, more: object = {}): Promise<string> {
  const { enrolSecondFactor } = await o.ask<{ enrolSecondFactor: { secret: string } }>(
    null,
    ENROL,
    proof(loginName, more),
  );
  return enrolSecondFactor.secret;
}

async function turnOn(loginName: string, more: object = {}): Promise<{ secret: string; recoveryCodes: string[] }> {
  const secret = await enrol(loginName, more);
  const { confirmSecondFactor } = await o.ask<{ confirmSecondFactor: { recoveryCodes: string[] } }>(
    null,
    CONFIRM,
    proof(loginName, { code: codeOf(secret) }),
  );
  nextStep();
  return { secret, ...confirmSecondFactor };
}

async function treasurerOf(loginName: string, place: number): Promise<string> {
  const { accountId } = await door.accountNamed(loginName);
  const { organizationId } = await o.unitAt(place);
  const post = { accountId, organizationId, role: 'UNIT_TREASURER', title: '党费管理员', heldFrom: '2020-10-15' };
  return (await o.ask<{ assignPost: { id: string } }>(o.admin, ASSIGN, { input: post })).assignPost.id;
}

test.each(['admin', 'security', 'auditor'])(
  '%s has no session without a second factor, and gets one',
  async (login) => {
    expect(await door.loginRefusal(login)).toBe('SECOND_FACTOR_ENROL');
    expect(await door.loginRefusal(login, { code: '123456' })).toBe('SECOND_FACTOR_ENROL');
    const { secret, recoveryCodes } = await turnOn(login);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await door.loginRefusal(login)).toBe('SECOND_FACTOR_REQUIRED');
    expect(await door.personNamed(login, { code: codeOf(secret) })).toMatchObject({ side: 'office' });
  },
);

test('a treasurer needs one, and whoever is to become one keeps the session but not the new post', async () => {
  const clerk = await door.personNamed(unitLogin(1));
  const postId = await treasurerOf(unitLogin(1), 1);
  expect(await o.refusal(clerk, SWITCH, { postId })).toBe('SECOND_FACTOR_MISSING');
  expect(await door.loginRefusal(unitLogin(1))).toBe('SECOND_FACTOR_ENROL');
  const { secret } = await turnOn(unitLogin(1));
  expect(await o.ask(clerk, MINE)).toEqual({
    mySecondFactor: { isOn: true, isRequired: true, recoveryCodesLeft: 10 },
  });
  const signedIn = await door.personNamed(unitLogin(1), { code: codeOf(secret) });
  expect(await o.ask(signedIn, SWITCH, { postId })).toEqual({ switchPost: { actingPostId: postId } });
});

test('a session without one does not act under such a post, however it came there', async () => {
  const tokens = await door.login(unitLogin(2));
  const { sessionId } = (await door.bearer(tokens)) as PersonActor;
  const postId = await treasurerOf(unitLogin(2), 2);
  await o.rows('update organization.session set acting_post_id = $2 where session_id = $1', [sessionId, postId]);
  expect(await door.bearer(tokens)).toBeNull();
  await o.rows('update organization.session set second_factor = true where session_id = $1', [sessionId]);
  expect(await door.bearer(tokens)).toMatchObject({ role: 'UNIT_TREASURER' });
});

describe('an account of the work', () => {
  test('does without one, and may have one; from then on every session is opened with it', async () => {
    const before = await door.login(unitLogin(3));
    const secret = await enrol(unitLogin(3));
    await door.login(unitLogin(3));
    const code = codeOf(secret);
    expect(await o.refusal(null, CONFIRM, proof(unitLogin(3), { code: wrong(code) }))).toBe('SECOND_FACTOR_WRONG');
    expect(await door.bearer(before)).not.toBeNull();
    await o.ask(null, CONFIRM, proof(unitLogin(3), { code }));
    expect(await door.bearer(before)).toBeNull();
    expect(await door.loginRefusal(unitLogin(3))).toBe('SECOND_FACTOR_REQUIRED');
    expect(await door.loginRefusal(unitLogin(3), { password: 'wrong-password-1', code })).toBe('LOGIN_FAILED');
  });

  test('is enrolled by nobody without its password, and by nobody else once it has one', async () => {
    expect(await o.refusal(null, ENROL, proof(unitLogin(4), { password: 'wrong-password-1' }))).toBe('LOGIN_FAILED');
    expect(await o.refusal(null, CONFIRM, proof(unitLogin(4), { code: '123456' }))).toBe('SECOND_FACTOR_NOT_ENROLLED');
    const person = await door.personNamed(unitLogin(4));
    expect(await o.ask(person, MINE)).toEqual({
      mySecondFactor: { isOn: false, isRequired: false, recoveryCodesLeft: 0 },
    });
    const { secret, recoveryCodes } = await turnOn(unitLogin(4));
    expect(await o.refusal(null, ENROL, proof(unitLogin(4)))).toBe('SECOND_FACTOR_REQUIRED');
    const code = codeOf(secret);
    expect(await o.refusal(null, ENROL, proof(unitLogin(4), { code: wrong(code) }))).toBe('SECOND_FACTOR_WRONG');
    const other = await turnOn(unitLogin(4), { code: recoveryCodes[0] });
    expect(await door.loginRefusal(unitLogin(4), { code: codeOf(secret) })).toBe('SECOND_FACTOR_WRONG');
    expect(await door.loginRefusal(unitLogin(4), { code: recoveryCodes[1] })).toBe('SECOND_FACTOR_WRONG');
    await door.login(unitLogin(4), { code: codeOf(other.secret) });
  });
});

describe('a code', () => {
  let secret: string;
  let recoveryCodes: string[];
  const login = unitLogin(5);

  beforeAll(async () => {
    ({ secret, recoveryCodes } = await turnOn(login));
  });

  test('is good once, and takes those before it along', async () => {
    const [earlier, code] = [codeOf(secret, -1), codeOf(secret)];
    await door.login(login, { code });
    expect(await door.loginRefusal(login, { code })).toBe('SECOND_FACTOR_WRONG');
    expect(await door.loginRefusal(login, { code: earlier })).toBe('SECOND_FACTOR_WRONG');
    await door.login(login, { code: codeOf(secret, 1) });
    nextStep();
    nextStep();
    await door.login(login, { code: codeOf(secret) });
  });

  test('given twice at once opens one session', async () => {
    nextStep();
    const query = 'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }';
    const both = await Promise.all(
      [1, 2].map(() => o.world.graphql('organization', null, query, proof(login, { code: codeOf(secret) }))),
    );
    const reasons = both.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions?.reason);
    expect(reasons).toEqual(['SECOND_FACTOR_WRONG']);
    nextStep();
    await door.login(login, { code: codeOf(secret) });
  });

  test('of recovery is good once, in whatever way it is copied', async () => {
    const [first = '', second = ''] = recoveryCodes;
    await door.login(login, { code: first.toLowerCase().replaceAll('-', ' ') });
    expect(await door.loginRefusal(login, { code: first })).toBe('SECOND_FACTOR_WRONG');
    const person = await door.personNamed(login, { code: second });
    expect(await o.ask(person, MINE)).toMatchObject({ mySecondFactor: { isOn: true, recoveryCodesLeft: 8 } });
  });

  test('that is wrong counts as a wrong password does, and the 安全管理员 lifts the lock', async () => {
    nextStep();
    const code = codeOf(secret);
    for (let i = 0; i < 5; i += 1) {
      expect(await door.loginRefusal(login, { code: wrong(code) })).toBe('SECOND_FACTOR_WRONG');
    }
    expect(await door.loginRefusal(login, { code })).toBe('ACCOUNT_LOCKED');
    const input = await door.accountNamed(login);
    expect(await o.refusal(o.admin, UNLOCK, { input })).toBe('ROLE_NOT_ALLOWED');
    expect(await o.ask(o.security, UNLOCK, { input })).toEqual({ unlockAccount: { lockedUntil: null } });
    expect(await o.refusal(o.security, UNLOCK, { input: await door.accountNamed(login) })).toBe('ACCOUNT_NOT_LOCKED');
    await door.login(login, { code });
  });
});

test('a second factor that is lost is reset by the 安全管理员, for others and not for himself', async () => {
  const { secret } = await turnOn(unitLogin(6));
  const tokens = await door.login(unitLogin(6), { code: codeOf(secret) });
  const input = await door.accountNamed(unitLogin(6));
  expect(await o.refusal(o.admin, RESET, { input })).toBe('ROLE_NOT_ALLOWED');
  const own = { input: await door.accountNamed('security') };
  expect(await o.refusal(o.security, RESET, own)).toBe('ACCOUNT_IS_OWN');
  expect(await o.refusal(o.security, UNLOCK, own)).toBe('ACCOUNT_IS_OWN');
  await o.ask(o.security, RESET, { input });
  expect(await door.bearer(tokens)).toBeNull();
  await door.login(unitLogin(6));
  expect(await o.refusal(o.security, RESET, { input: await door.accountNamed(unitLogin(6)) })).toBe(
    'SECOND_FACTOR_ABSENT',
  );
});

test('no secret and no code is kept where it can be read', async () => {
  const { secret, recoveryCodes } = await turnOn(unitLogin(7));
  await door.login(unitLogin(7), { code: codeOf(secret) });
  const kept: string[] = [];
  for (const table of ['second_factor', 'account', 'session', 'audit', 'outbox', 'idempotency_key']) {
    const [row] = await o.rows<{ all: string | null }>(
      `select string_agg(t::text, '') as all from organization.${table} t`,
    );
    kept.push(row?.all ?? '');
  }
  const all = kept.join('');
  const secretBytes = Buffer.from(secret).toString('hex');
  const codes = recoveryCodes.map((code) => code.replaceAll('-', ''));
  for (const text of [secret, secretBytes, ...codes, ...codes.map((code) => Buffer.from(code).toString('hex'))]) {
    expect(all).not.toContain(text);
  }
  const [row] = await o.rows<{ secret: Buffer }>(
    'select secret from organization.second_factor join organization.account using (committee_id, account_id) where login_name = $1',
    [unitLogin(7)],
  );
  expect(row?.secret.length).toBeGreaterThan(32);
});

test('no fault was masked', () => {
  expect(o.world.faults).toEqual([]);
});
