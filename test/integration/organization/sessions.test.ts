import type { PersonActor } from '@hub/core';

import { unitLogin } from '../../../infra/seed/organization';
import { type Door, doorOf, type Tokens } from './door';
import { createOrganizationWorld, type OrganizationWorld } from './organization-world';

let o: OrganizationWorld;
let door: Door;

beforeAll(async () => {
  o = await createOrganizationWorld();
  door = doorOf(o);
});

afterAll(() => o.world.close());

const FIELDS = 'nodes { id isCurrent secondFactor createdAt lastUsedAt endedAt endReason actingPost { title } }';
const MINE = `{ mySessions { totalCount ${FIELDS} } }`;
const OF = `query ($accountId: ID!) { sessions(accountId: $accountId) { totalCount ${FIELDS} } }`;
const REVOKE = 'mutation ($sessionId: ID!) { revokeSession(sessionId: $sessionId) }';
const REVOKE_OTHERS = 'mutation { revokeOtherSessions }';
const REVOKE_ALL = 'mutation ($input: AccountInput!) { revokeSessions(input: $input) { id } }';

interface Shown {
  readonly nodes: readonly { readonly id: string; readonly endReason: string | null; readonly isCurrent: boolean }[];
}

const mine = async (person: PersonActor) => (await o.ask<{ mySessions: Shown }>(person, MINE)).mySessions;
const personOf = async (tokens: Tokens) => (await door.bearer(tokens)) as PersonActor;
const hours = (count: number) => o.world.clock.advance(count * 3_600_000);

describe('of refresh tokens', () => {
  test('any older one ends the session, however old it is', async () => {
    const first = await door.login(unitLogin(1));
    let newest = first;
    for (let i = 0; i < 4; i += 1) newest = await door.refresh(newest);
    expect(await door.refreshRefusal(first)).toBe('REFRESH_INVALID');
    expect(await door.bearer(newest)).toBeNull();
    expect(await door.refreshRefusal(newest)).toBe('REFRESH_INVALID');
    const [end] = await o.rows<{ end_reason: string }>(
      'select end_reason from organization.session order by session_id desc limit 1',
    );
    expect(end).toEqual({ end_reason: 'REUSE_DETECTED' });
  });

  test('a guess does nothing to the session it names', async () => {
    const tokens = await door.login(unitLogin(2));
    const parts = tokens.refreshToken.split('.');
    const guess = (at: number) => parts.map((part, index) => (index === at ? 'A'.repeat(43) : part)).join('.');
    expect(await door.refreshRefusal({ ...tokens, refreshToken: guess(2) })).toBe('REFRESH_INVALID');
    expect(await door.refreshRefusal({ ...tokens, refreshToken: parts.slice(0, 3).join('.') })).toBe('REFRESH_INVALID');
    expect(await door.bearer(tokens)).not.toBeNull();
    await door.refresh(tokens);
  });

  test('ten uses of one at once give one new pair, and the session ends', async () => {
    const tokens = await door.login(unitLogin(3));
    // Connections are open already, so that none waits for another's.
    await Promise.all(Array.from({ length: 10 }, () => door.bearer(tokens)));
    const query = 'mutation ($token: String!) { refreshSession(refreshToken: $token) { accessToken refreshToken } }';
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => o.world.graphql('organization', null, query, { token: tokens.refreshToken })),
    );
    const pairs = answers.flatMap(({ data }) => (data ? [data.refreshSession as Tokens] : []));
    expect(pairs).toHaveLength(1);
    expect(await door.bearer(pairs[0] as Tokens)).toBeNull();
    expect(await door.refreshRefusal(pairs[0] as Tokens)).toBe('REFRESH_INVALID');
  });

  test('chains of many sessions of one account do not disturb each other', async () => {
    const chains = await Promise.all(Array.from({ length: 4 }, () => door.login(unitLogin(4))));
    const renewed = await Promise.all(
      chains.map(async (tokens) => door.refresh(await door.refresh(await door.refresh(tokens)))),
    );
    for (const tokens of renewed) expect(await door.bearer(tokens)).not.toBeNull();
  });
});

test('a session is over after twelve hours without use, and after seven days whatever its use', async () => {
  const idle = await door.login(unitLogin(5));
  let used = await door.login(unitLogin(6));
  hours(11);
  used = await door.refresh(used);
  hours(2);
  expect(await door.bearer(idle)).toBeNull();
  expect(await door.refreshRefusal(idle)).toBe('REFRESH_INVALID');
  used = await door.refresh(used);
  for (let i = 0; i < 14; i += 1) {
    hours(11);
    used = await door.refresh(used);
  }
  expect(await door.bearer(used)).not.toBeNull();
  hours(1);
  expect(await door.bearer(used)).toBeNull();
  expect(await door.refreshRefusal(used)).toBe('REFRESH_INVALID');
});

describe('people', () => {
  test('see where they are signed in, and end one session or all others', async () => {
    const tokens = [];
    for (let i = 0; i < 4; i += 1) tokens.push(await door.login(unitLogin(8)));
    const [here, lost, ...others] = tokens as [Tokens, Tokens, ...Tokens[]];
    const person = await personOf(here);
    const { sessionId: lostId } = await personOf(lost);
    const { nodes } = await mine(person);
    expect(nodes.filter(({ endReason }) => endReason === null)).toHaveLength(4);
    expect(nodes.filter(({ isCurrent }) => isCurrent)).toEqual([
      expect.objectContaining({ id: person.sessionId, secondFactor: false, actingPost: { title: '党务专干' } }),
    ]);
    expect(await o.ask(person, REVOKE, { sessionId: lostId })).toEqual({ revokeSession: lostId });
    expect(await o.refusal(person, REVOKE, { sessionId: lostId })).toBe('SESSION_NOT_FOUND');
    expect(await door.bearer(lost)).toBeNull();
    expect(await door.refreshRefusal(lost)).toBe('REFRESH_INVALID');
    expect(await o.ask(person, REVOKE_OTHERS)).toEqual({ revokeOtherSessions: 2 });
    for (const other of others) expect(await door.bearer(other)).toBeNull();
    expect(await door.bearer(here)).not.toBeNull();
    const ended = (await mine(person)).nodes.find(({ id }) => id === lostId);
    expect(ended).toMatchObject({ endReason: 'REVOKED', endedAt: expect.any(String) });
  });

  test('do not see or end the sessions of others', async () => {
    const other = await personOf(await door.login(unitLogin(9)));
    const person = await personOf(await door.login(unitLogin(10)));
    for (const each of [person, await personOf(await door.login('clerk'))]) {
      const { nodes } = await mine(each);
      expect(nodes.map(({ id }) => id)).toEqual([each.sessionId]);
    }
    expect(await o.refusal(person, REVOKE, { sessionId: other.sessionId })).toBe('SESSION_NOT_FOUND');
    expect(await o.refusal(o.admin, REVOKE, { sessionId: other.sessionId })).toBe('SESSION_NOT_FOUND');
    for (const actor of [person, o.admin, o.auditor]) {
      expect(await o.refusal(actor, OF, { accountId: other.accountId })).toBe('ROLE_NOT_ALLOWED');
      expect(await o.refusal(actor, REVOKE_ALL, { input: await door.accountNamed(unitLogin(9)) })).toBe(
        'ROLE_NOT_ALLOWED',
      );
    }
  });
});

test('the 安全管理员 sees the sessions of an account and ends them', async () => {
  const tokens = await door.login(unitLogin(11));
  const { accountId, sessionId } = await personOf(tokens);
  const { sessions } = await o.ask<{ sessions: Shown }>(o.security, OF, { accountId });
  expect(sessions.nodes).toMatchObject([{ id: sessionId, endReason: null, isCurrent: false }]);
  await o.ask(o.security, REVOKE_ALL, { input: await door.accountNamed(unitLogin(11)) });
  expect(await door.bearer(tokens)).toBeNull();
  const own = { input: await door.accountNamed('security') };
  expect(await o.refusal(o.security, REVOKE_ALL, own)).toBe('ACCOUNT_IS_OWN');
});

test('no fault was masked', () => {
  expect(o.world.faults).toEqual([]);
});
