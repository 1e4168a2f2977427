import { unitLogin } from '../../../infra/seed/organization';
import { personActor } from '../../support';
import { type Door, doorOf } from './door';
import { createOrganizationWorld, type OrganizationWorld } from './organization-world';

let o: OrganizationWorld;
let door: Door;

beforeAll(async () => {
  o = await createOrganizationWorld();
  door = doorOf(o);
});

afterAll(() => o.world.close());

const FIELDS =
  'totalCount nodes { act reason sessionId postId secondFactor at account { loginName } } pageInfo { endCursor }';
const ALL = `query ($filter: SignInFilterInput, $first: Int, $after: String) {
  signIns(filter: $filter, first: $first, after: $after) { ${FIELDS} } }`;
const MINE = `{ mySignIns { ${FIELDS} } }`;

interface Log {
  readonly totalCount: number;
  readonly nodes: readonly { readonly act: string; readonly reason: string | null }[];
  readonly pageInfo: { readonly endCursor: string };
}

const all = async (variables: object = {}) => (await o.ask<{ signIns: Log }>(o.auditor, ALL, variables)).signIns;
const actsOf = ({ nodes }: Log) => nodes.map(({ act, reason }) => (reason === null ? act : `${act} ${reason}`));

test('the 审计管理员 sees how people came in, and how they did not', async () => {
  await door.loginRefusal(unitLogin(1), { password: 'wrong-password-1' });
  const tokens = await door.login(unitLogin(1));
  const person = await door.bearer(tokens);
  await o.ask(person, 'mutation ($postId: ID!) { switchPost(postId: $postId) { actingPostId } }', {
    postId: person?.postId,
  });
  await door.refresh(tokens);
  await door.refreshRefusal(tokens);
  const again = await door.bearer(await door.login(unitLogin(1)));
  await o.ask(again, 'mutation { logout }');
  const { accountId } = await door.accountNamed(unitLogin(1));
  const log = await all({ filter: { accountId } });
  expect(actsOf(log)).toEqual([
    'LOGOUT',
    'LOGIN',
    'REFRESH_REUSED',
    'SWITCH_POST',
    'LOGIN',
    'LOGIN_FAILED LOGIN_FAILED',
  ]);
  expect(log.nodes[4]).toMatchObject({
    sessionId: person?.sessionId,
    postId: person?.postId,
    secondFactor: 'NONE',
    at: expect.stringContaining('2020-10-15T'),
    account: { loginName: unitLogin(1) },
  });
});

test('by account, act and time, page by page', async () => {
  o.world.clock.advance(60_000);
  const from = o.world.clock.now().toISOString();
  for (const place of [2, 3, 4]) await door.login(unitLogin(place));
  o.world.clock.advance(60_000);
  const until = o.world.clock.now().toISOString();
  await door.login(unitLogin(5));
  await door.loginRefusal(unitLogin(5), { password: 'wrong-password-1' });
  const filter = { from, until, acts: ['LOGIN'] };
  const first = await all({ filter, first: 2 });
  expect([first.totalCount, actsOf(first)]).toEqual([3, ['LOGIN', 'LOGIN']]);
  const rest = await all({ filter, first: 2, after: first.pageInfo.endCursor });
  expect(rest.nodes).toMatchObject([{ account: { loginName: unitLogin(2) } }]);
  expect(actsOf(await all({ filter: { from: until } }))).toEqual(['LOGIN_FAILED LOGIN_FAILED', 'LOGIN']);
});

test('everybody sees the own log and nobody else’s', async () => {
  await door.loginRefusal(unitLogin(6), { password: 'wrong-password-1' });
  await door.login(unitLogin(7));
  const person = await door.personNamed(unitLogin(6));
  const { mySignIns } = await o.ask<{ mySignIns: Log }>(person, MINE);
  expect(actsOf(mySignIns)).toEqual(['LOGIN', 'LOGIN_FAILED LOGIN_FAILED']);
  const leader = personActor('COMMITTEE_LEADER', { committeeId: o.committeeId });
  for (const actor of [person, leader, o.admin, o.security]) {
    expect(await o.refusal(actor, ALL)).toBe('ROLE_NOT_ALLOWED');
  }
  expect(await o.refusal(null, MINE)).toBe('SIGN_IN_REQUIRED');
});

test('nothing of the trail but sign-ins is told, and nothing of another committee', async () => {
  const acts = await o.rows<{ count: number }>(
    `select count(*)::int as count from organization.audit where object_type <> 'signIn'`,
  );
  expect(acts[0]?.count).toBeGreaterThan(0);
  const signIns = await o.rows<{ count: number }>(
    `select count(*)::int as count from organization.audit where object_type = 'signIn'`,
  );
  expect((await all()).totalCount).toBe(signIns[0]?.count);
  const elsewhere = personActor('AUDIT_ADMIN', { committeeId: o.world.ids.next() });
  expect(await o.ask(elsewhere, ALL)).toMatchObject({ signIns: { totalCount: 0, nodes: [] } });
});

test('no fault was masked', () => {
  expect(o.world.faults).toEqual([]);
});
