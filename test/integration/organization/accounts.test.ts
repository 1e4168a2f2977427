import { type PersonActor } from '@hub/core';

import { DEMO_PASSWORD, unitLogin } from '../../../infra/seed/organization';
import { createOrganizationWorld, type OrganizationWorld, WORK_COMMITTEE } from './organization-world';

let o: OrganizationWorld;

beforeAll(async () => {
  o = await createOrganizationWorld();
});

afterAll(() => o.world.close());

interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

const LOGIN = 'mutation ($input: LoginInput!) { login(input: $input) { accessToken refreshToken } }';
const REFRESH = 'mutation ($token: String!) { refreshSession(refreshToken: $token) { accessToken refreshToken } }';

const login = async (loginName: string, password = DEMO_PASSWORD): Promise<Tokens> =>
  (await o.ask<{ login: Tokens }>(null, LOGIN, { input: { loginName, password } })).login;

const loginRefusal = (loginName: string, password = DEMO_PASSWORD) =>
  o.refusal(null, LOGIN, { input: { loginName, password } });

const refresh = async (token: string): Promise<Tokens> =>
  (await o.ask<{ refreshSession: Tokens }>(null, REFRESH, { token })).refreshSession;

/** Who the bearer of an access token is at this moment, as the gateway asks it. */
async function bearer({ accessToken }: Tokens): Promise<PersonActor | null> {
  const claims = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as { sid: string };
  const { sessionActor } = await o.ask<{ sessionActor: string | null }>(
    null,
    'query ($key: String!) { sessionActor(sessionKey: $key) }',
    { key: claims.sid },
  );
  return sessionActor === null ? null : (JSON.parse(sessionActor) as PersonActor);
}

async function accountNamed(loginName: string) {
  const { accounts } = await o.ask<{
    accounts: { nodes: { id: string; version: number; status: string; posts: { id: string; version: number }[] }[] };
  }>(
    o.admin,
    'query ($search: String!) { accounts(search: $search) { nodes { id version status posts { id version } } } }',
    { search: loginName },
  );
  const [account] = accounts.nodes;
  if (!account) throw new Error(`no account ${loginName}`);
  return account;
}

describe('signing in', () => {
  test('a session acts under the post its account holds', async () => {
    const unit = await o.unitAt(1);
    expect(await bearer(await login(unitLogin(1)))).toMatchObject({
      side: 'unit',
      role: 'UNIT_CLERK',
      unitId: unit.unitId,
    });
    expect(await bearer(await login('leader'))).toMatchObject({ side: 'office', role: 'COMMITTEE_LEADER' });
  });

  test('a wrong password and an unknown name are refused alike', async () => {
    expect(await loginRefusal('leader', 'wrong-password-1')).toBe('LOGIN_FAILED');
    expect(await loginRefusal('nobody')).toBe('LOGIN_FAILED');
  });

  test('five failures lock the account for a minute, even for the right password', async () => {
    for (let i = 0; i < 5; i += 1) await loginRefusal(unitLogin(20), 'wrong-password-1');
    expect(await loginRefusal(unitLogin(20))).toBe('ACCOUNT_LOCKED');
    o.world.clock.advance(61_000);
    await login(unitLogin(20));
  });

  test('each refresh gives a new pair, and the one before ends the session for both', async () => {
    const first = await login(unitLogin(2));
    const second = await refresh(first.refreshToken);
    expect(await bearer(second)).not.toBeNull();
    expect(await o.refusal(null, REFRESH, { token: first.refreshToken })).toBe('REFRESH_INVALID');
    expect(await bearer(second)).toBeNull();
    expect(await o.refusal(null, REFRESH, { token: second.refreshToken })).toBe('REFRESH_INVALID');
  });

  test('after logging out neither token is good', async () => {
    const tokens = await login(unitLogin(3));
    const actor = await bearer(tokens);
    await o.ask(actor, 'mutation { logout }');
    expect(await bearer(tokens)).toBeNull();
    expect(await o.refusal(null, REFRESH, { token: tokens.refreshToken })).toBe('REFRESH_INVALID');
  });

  test('who may change nothing can still log out', async () => {
    const tokens = await login(unitLogin(4));
    const actor = await bearer(tokens);
    if (actor === null) throw new Error('nobody signed in');
    await o.ask({ ...actor, role: 'INSPECTOR' }, 'mutation { logout }');
    expect(await bearer(tokens)).toBeNull();
  });
});

test('without a session nothing is reachable but signing in', async () => {
  const queries = [
    '{ me { displayName } }',
    '{ units { totalCount } }',
    '{ unit(id: "0192a000-0000-7000-8000-000000000001") { name } }',
    '{ organizations { totalCount } }',
    '{ organizationTree(rootId: "0192a000-0000-7000-8000-000000000001") { name } }',
    '{ recipientGroups { name } }',
    '{ structureEvents(of: "0192a000-0000-7000-8000-000000000001") { id } }',
    '{ zones { name } }',
    '{ contactPoints { id } }',
    '{ organizationWarnings { text } }',
    '{ accounts { totalCount } }',
    'mutation { logout }',
    'query { _entities(representations: [{ __typename: "Unit", id: "0192a000-0000-7000-8000-000000000001" }]) { __typename } }',
  ];
  for (const query of queries) expect([query, await o.refusal(null, query)]).toEqual([query, 'SIGN_IN_REQUIRED']);
});

describe('accounts', () => {
  const CREATE = 'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { id version } }';
  const DISABLE = 'mutation ($input: AccountInput!) { disableAccount(input: $input) { status } }';
  const ENABLE = 'mutation ($input: AccountInput!) { enableAccount(input: $input) { status } }';

  test('a new account signs in once it holds a post', async () => {
    const input = { loginName: 'new.person', displayName: '演示·新人', password: 'first-pass-2020' };
    const { createAccount } = await o.ask<{ createAccount: { id: string } }>(o.admin, CREATE, { input });
    expect(await loginRefusal('new.person', 'first-pass-2020')).toBe('NO_POST');
    const unit = await o.unitAt(5);
    await o.ask(o.admin, 'mutation ($input: AssignPostInput!) { assignPost(input: $input) { id } }', {
      input: {
        accountId: createAccount.id,
        organizationId: unit.organizationId,
        role: 'UNIT_CLERK',
        title: '党务专干',
        heldFrom: '2020-10-15',
      },
    });
    expect(await bearer(await login('new.person', 'first-pass-2020'))).toMatchObject({ unitId: unit.unitId });
    const kept = await o.rows<{ all: string }>(`select string_agg(a::text, '') as all from organization.audit a`);
    expect(kept[0]?.all).not.toContain('first-pass-2020');
  });

  test.each([
    ['a taken name', { loginName: 'leader' }, 'LOGIN_NAME_TAKEN'],
    ['a name in capitals', { loginName: 'Zhang' }, 'LOGIN_NAME_INVALID'],
    ['a weak password', { password: '12345678901' }, 'PASSWORD_WEAK'],
    ['no name of the person', { displayName: ' ' }, 'DISPLAY_NAME_INVALID'],
  ])('with %s are refused', async (_, change, reason) => {
    const before = await o.fingerprint();
    const input = { loginName: 'another', displayName: '演示·某人', password: 'first-pass-2020', ...change };
    expect(await o.refusal(o.admin, CREATE, { input })).toBe(reason);
    expect(await o.fingerprint()).toBe(before);
  });

  test('are not made by a unit', async () => {
    const input = { loginName: 'another', displayName: '演示·某人', password: 'first-pass-2020' };
    expect(await o.refusal(await o.personOf(await o.unitAt(5)), CREATE, { input })).toBe('ROLE_NOT_ALLOWED');
  });

  test('a disabled account is out at once and comes back when enabled', async () => {
    const tokens = await login(`${unitLogin(7)}-leader`);
    const { id: accountId, version } = await accountNamed(`${unitLogin(7)}-leader`);
    await o.ask(o.admin, DISABLE, { input: { accountId, expectedVersion: version } });
    expect(await bearer(tokens)).toBeNull();
    expect(await loginRefusal(`${unitLogin(7)}-leader`)).toBe('ACCOUNT_DISABLED');
    expect(await o.refusal(o.admin, DISABLE, { input: { accountId, expectedVersion: version + 1 } })).toBe(
      'ACCOUNT_STATUS',
    );
    await o.ask(o.security, ENABLE, { input: { accountId, expectedVersion: version + 1 } });
    await login(`${unitLogin(7)}-leader`);
    expect(await bearer(tokens)).toBeNull();
  });

  test('administrators do not lock themselves out', async () => {
    const { version } = await accountNamed('admin');
    expect(
      await o.refusal(o.admin, DISABLE, { input: { accountId: o.admin.accountId, expectedVersion: version } }),
    ).toBe('ACCOUNT_IS_OWN');
  });
});

describe('posts', () => {
  const ASSIGN =
    'mutation ($input: AssignPostInput!) { assignPost(input: $input) { id role organization { id } section { name } account { displayName } } }';
  const END = 'mutation ($input: EndPostInput!) { endPost(input: $input) { isEnded heldTo } }';

  test('of the office are in the work committee only, of a unit anywhere else', async () => {
    const unit = await o.unitAt(8);
    const { organizationId: committee } = await o.organizationNamed(WORK_COMMITTEE);
    const { id: accountId } = await accountNamed(unitLogin(8));
    const post = { accountId, title: '某岗位', heldFrom: '2020-10-15' };
    expect(
      await o.refusal(o.admin, ASSIGN, {
        input: { ...post, organizationId: unit.organizationId, role: 'OFFICE_CLERK' },
      }),
    ).toBe('POST_ROLE_MISPLACED');
    expect(
      await o.refusal(o.admin, ASSIGN, { input: { ...post, organizationId: committee, role: 'UNIT_CLERK' } }),
    ).toBe('POST_ROLE_MISPLACED');
    const [section] = await o.rows<{ section_id: string }>(
      `select section_id from organization.section where name = '宣传部'`,
    );
    const input = { ...post, organizationId: committee, role: 'OFFICE_CLERK', sectionId: section?.section_id };
    const { assignPost } = await o.ask<{ assignPost: object }>(o.admin, ASSIGN, { input });
    expect(assignPost).toMatchObject({
      role: 'OFFICE_CLERK',
      section: { name: '宣传部' },
      account: { displayName: '演示·经办008' },
    });
  });

  test('of one person are switched, and each session acts under one', async () => {
    const actor = await bearer(await login(unitLogin(8)));
    const { me } = await o.ask<{ me: { posts: { id: string; role: string }[] } }>(
      actor,
      '{ me { posts { id role } } }',
    );
    const office = me.posts.find((post) => post.role === 'OFFICE_CLERK');
    await o.ask(actor, 'mutation ($postId: ID!) { switchPost(postId: $postId) { actingPostId } }', {
      postId: office?.id,
    });
    const other = await accountNamed(unitLogin(9));
    expect(
      await o.refusal(actor, 'mutation ($postId: ID!) { switchPost(postId: $postId) { actingPostId } }', {
        postId: other.posts[0]?.id,
      }),
    ).toBe('POST_NOT_HELD');
  });

  test('that end today end every session acting under them, and open no other', async () => {
    const tokens = await login(unitLogin(9));
    const [post] = (await accountNamed(unitLogin(9))).posts;
    const { endPost } = await o.ask<{ endPost: object }>(o.admin, END, {
      input: { postId: post?.id, lastDay: '2020-10-15', expectedVersion: post?.version },
    });
    expect(endPost).toEqual({ isEnded: true, heldTo: '2020-10-15' });
    expect(await bearer(tokens)).toBeNull();
    expect(await o.refusal(null, REFRESH, { token: tokens.refreshToken })).toBe('REFRESH_INVALID');
    expect(await loginRefusal(unitLogin(9))).toBe('NO_POST');
    expect(
      await o.refusal(o.admin, END, {
        input: { postId: post?.id, lastDay: '2020-10-15', expectedVersion: (post?.version ?? 0) + 1 },
      }),
    ).toBe('POST_ENDED');
  });

  test('with a last day to come run out by themselves', async () => {
    const tokens = await login(unitLogin(11));
    const [post] = (await accountNamed(unitLogin(11))).posts;
    await o.ask(o.admin, END, { input: { postId: post?.id, lastDay: '2020-10-16', expectedVersion: post?.version } });
    expect(await bearer(tokens)).not.toBeNull();
    o.world.clock.set('2020-10-17T00:00:00+08:00');
    expect(await bearer(tokens)).toBeNull();
  });
});

test('no fault was masked', () => {
  expect(o.world.faults).toEqual([]);
});
