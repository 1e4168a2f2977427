import type { PersonActor, Role } from '@hub/core';

import { unitLogin } from '../../../infra/seed/organization';
import { doorOf } from './door';
import { createOrganizationWorld, type OrganizationWorld, WORK_COMMITTEE } from './organization-world';

let o: OrganizationWorld;
let committee: string;

beforeAll(async () => {
  o = await createOrganizationWorld();
  committee = (await o.organizationNamed(WORK_COMMITTEE)).organizationId;
});

afterAll(() => o.world.close());

const ASSIGN = 'mutation ($input: AssignPostInput!) { assignPost(input: $input) { id version } }';
const END = 'mutation ($input: EndPostInput!) { endPost(input: $input) { isEnded } }';

let count = 0;
async function newAccount(): Promise<string> {
  count += 1;
  const input = { loginName: `person${count}`, displayName: `演示·某人${count}`, password: 'first-pass-2020' };
  const { createAccount } = await o.ask<{ createAccount: { id: string } }>(
    o.admin,
    'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { id } }',
    { input },
  );
  return createAccount.id;
}

const post = (accountId: string, role: Role, organizationId = committee) => ({
  input: { accountId, organizationId, role, title: '某岗位', heldFrom: '2020-10-15' },
});
const assign = async (by: PersonActor, accountId: string, role: Role, organizationId?: string) =>
  (await o.ask<{ assignPost: { id: string; version: number } }>(by, ASSIGN, post(accountId, role, organizationId)))
    .assignPost;
const end = ({ id, version }: { id: string; version: number }) => ({
  input: { postId: id, lastDay: '2020-10-15', expectedVersion: version },
});

test('each administrator gives and ends the posts of his own, and of none of the others', async () => {
  const keepers = { COMMITTEE_ADMIN: o.admin, SECURITY_ADMIN: o.security, AUDIT_ADMIN: o.auditor } as const;
  const kept = {
    OFFICE_CLERK: 'COMMITTEE_ADMIN',
    SECURITY_ADMIN: 'COMMITTEE_ADMIN',
    COMMITTEE_ADMIN: 'SECURITY_ADMIN',
    AUDIT_ADMIN: 'SECURITY_ADMIN',
  } as const;
  for (const [role, keeper] of Object.entries(kept) as [Role, keyof typeof keepers][]) {
    const accountId = await newAccount();
    const others = Object.values(keepers).filter((other) => other !== keepers[keeper]);
    for (const other of others) expect(await o.refusal(other, ASSIGN, post(accountId, role))).toBe('ROLE_NOT_ALLOWED');
    const given = await assign(keepers[keeper], accountId, role);
    for (const other of others) expect(await o.refusal(other, END, end(given))).toBe('ROLE_NOT_ALLOWED');
    expect(await o.ask(keepers[keeper], END, end(given))).toEqual({ endPost: { isEnded: true } });
  }
});

test('an account of one duty takes no post of another, not even when its posts have ended', async () => {
  const auditor = await newAccount();
  await o.ask(o.security, END, end(await assign(o.security, auditor, 'AUDIT_ADMIN')));
  expect(await o.refusal(o.security, ASSIGN, post(auditor, 'COMMITTEE_ADMIN'))).toBe('DUTY_MIXED');
  expect(await o.refusal(o.admin, ASSIGN, post(auditor, 'SECURITY_ADMIN'))).toBe('DUTY_MIXED');
  expect(await o.refusal(o.admin, ASSIGN, post(auditor, 'OFFICE_CLERK'))).toBe('DUTY_MIXED');
  const clerk = await newAccount();
  await assign(o.admin, clerk, 'OFFICE_CLERK');
  await assign(o.admin, clerk, 'UNIT_CLERK', (await o.unitAt(5)).organizationId);
  expect(await o.refusal(o.security, ASSIGN, post(clerk, 'AUDIT_ADMIN'))).toBe('DUTY_MIXED');
});

test('two posts of different duties given at once: one is refused, whichever comes first', async () => {
  const accountId = await newAccount();
  const given = await Promise.all(
    [
      [o.admin, 'OFFICE_CLERK'] as const,
      [o.security, 'AUDIT_ADMIN'] as const,
      [o.admin, 'SECURITY_ADMIN'] as const,
    ].map(([by, role]) => o.world.graphql('organization', by, ASSIGN, post(accountId, role))),
  );
  const refused = given.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions?.reason);
  expect(refused).toEqual(['DUTY_MIXED', 'DUTY_MIXED']);
});

test('nobody gives himself a post or ends one', async () => {
  expect(await o.refusal(o.admin, ASSIGN, post(o.admin.accountId, 'OFFICE_CLERK'))).toBe('ACCOUNT_IS_OWN');
  expect(await o.refusal(o.security, ASSIGN, post(o.security.accountId, 'AUDIT_ADMIN'))).toBe('ACCOUNT_IS_OWN');
  const own = await o.rows<{ id: string; version: number }>(
    'select post_id as id, version from organization.post where account_id = $1',
    [o.security.accountId],
  );
  // A second post of the own account, under the eyes of whoever may end posts of that kind.
  const twice = { ...o.admin, accountId: o.security.accountId };
  expect(await o.refusal(twice, END, end(own[0] as { id: string; version: number }))).toBe('ACCOUNT_IS_OWN');
});

describe('whoever leaves', () => {
  const LEAVE = 'mutation ($input: AccountInput!) { endAllPosts(input: $input) { posts { isEnded heldTo } } }';
  const DELEGATE = 'mutation ($input: DelegatePostInput!) { delegatePost(input: $input) { id } }';

  test('holds no post from that moment, lends none, and is signed in nowhere', async () => {
    const door = doorOf(o);
    const { accountId } = await door.accountNamed(unitLogin(31));
    await assign(o.admin, accountId, 'UNIT_CLERK', (await o.unitAt(32)).organizationId);
    const tokens = await door.login(unitLogin(31));
    const person = await door.bearer(tokens);
    const other = await door.personNamed(`${unitLogin(31)}-leader`);
    const loan = { delegateAccountId: other.accountId, fromOn: '2020-10-15', toOn: '2020-10-20', reason: '出差' };
    await o.ask(person, DELEGATE, { input: loan });
    const { endAllPosts } = await o.ask<{ endAllPosts: object }>(o.admin, LEAVE, {
      input: await door.accountNamed(unitLogin(31)),
    });
    const ended = { isEnded: true, heldTo: '2020-10-15' };
    expect(endAllPosts).toEqual({ posts: [ended, ended] });
    expect(await door.bearer(tokens)).toBeNull();
    expect(await door.loginRefusal(unitLogin(31))).toBe('NO_POST');
    const [lent] = await o.rows(
      'select ended_at is not null as over from organization.delegation where account_id = $1',
      [accountId],
    );
    expect(lent).toEqual({ over: true });
    expect(await o.refusal(o.admin, LEAVE, { input: await door.accountNamed(unitLogin(31)) })).toBe('POST_ENDED');
  });

  test('is let go by whoever keeps the posts, and nobody lets himself go', async () => {
    const door = doorOf(o);
    const clerk = { input: await door.accountNamed(unitLogin(33)) };
    const auditor = { input: await door.accountNamed('auditor') };
    expect(await o.refusal(o.security, LEAVE, clerk)).toBe('ROLE_NOT_ALLOWED');
    expect(await o.refusal(o.admin, LEAVE, auditor)).toBe('ROLE_NOT_ALLOWED');
    expect(await o.refusal(await o.personOf(await o.unitAt(33)), LEAVE, clerk)).toBe('ROLE_NOT_ALLOWED');
    expect(await o.refusal(o.admin, LEAVE, { input: await door.accountNamed('admin') })).toBe('ACCOUNT_IS_OWN');
    const stale = { input: { ...clerk.input, expectedVersion: 99 } };
    expect(await o.refusal(o.admin, LEAVE, stale)).toBe('STALE_VERSION');
    await door.personNamed(unitLogin(33));
  });
});

describe('in the database itself', () => {
  const COPY = `insert into organization.post (committee_id, post_id, account_id, organization_id, unit_id, role, title,
      held_from, held_to)
    select committee_id, $2, account_id, organization_id, unit_id, $3, title, held_from, held_from
    from organization.post join organization.account using (committee_id, account_id) where login_name = $1`;

  test.each([
    ['admin', 'AUDIT_ADMIN'],
    ['admin', 'OFFICE_CLERK'],
    ['security', 'COMMITTEE_ADMIN'],
    ['auditor', 'UNIT_CLERK'],
    ['clerk', 'SECURITY_ADMIN'],
    [unitLogin(1), 'INSPECTOR'],
  ])('%s cannot hold a post of %s', async (loginName, role) => {
    await expect(o.rows(COPY, [loginName, o.world.ids.next(), role])).rejects.toThrow('post_of_one_duty');
  });

  test('a duty does not change under the posts that are there', async () => {
    const change = `update organization.account set duty = 'BUSINESS' where login_name = 'auditor'`;
    await expect(o.rows(change)).rejects.toThrow('post_of_one_duty');
    const forget = `update organization.account set duty = null where login_name = 'auditor'`;
    await expect(o.rows(forget)).rejects.toThrow('post_of_one_duty');
  });
});

test('no fault was masked', () => {
  expect(o.world.faults).toEqual([]);
});
