import type { PersonActor } from '@hub/core';

import { unitLogin } from '../../../infra/seed/organization';
import { createOrganizationWorld, type OrganizationWorld } from './organization-world';
import { bearerOf, signedIn } from './sessions';

let o: OrganizationWorld;

beforeAll(async () => {
  o = await createOrganizationWorld();
});

afterAll(() => o.world.close());

const FIELDS = 'id state version principalName delegateName postId postTitle endedByName';
const DELEGATE = `mutation ($input: DelegatePostInput!) { delegatePost(input: $input) { ${FIELDS} } }`;
const END = `mutation ($input: EndDelegationInput!) { endDelegation(input: $input) { ${FIELDS} } }`;
const SWITCH = `mutation ($postId: ID!) { switchPost(postId: $postId) {
  displayName actingPostId actingDelegationId delegatedPosts { postId } } }`;
const LIST = `{ delegations { totalCount nodes { ${FIELDS} } } }`;

interface Lent {
  readonly id: string;
  readonly version: number;
}

const term = (change: object = {}) => ({ fromOn: '2020-10-15', toOn: '2020-10-16', reason: '出差', ...change });

const delegate = async (principal: PersonActor, to: PersonActor, change: object = {}): Promise<Lent> => {
  const input = { delegateAccountId: to.accountId, ...term(change) };
  return (await o.ask<{ delegatePost: Lent }>(principal, DELEGATE, { input })).delegatePost;
};

const ends = ({ id, version }: Lent) => ({ input: { delegationId: id, expectedVersion: version } });

/** Leader and clerk of a unit of its own for each test. */
async function pair(order: number) {
  const leader = await signedIn(o, `${unitLogin(order)}-leader`);
  const clerk = await signedIn(o, unitLogin(order));
  return { leader: leader.actor, clerk: clerk.actor, session: clerk.sessionKey };
}

async function actsFor(order: number, change: object = {}) {
  const { leader, clerk, session } = await pair(order);
  const lent = await delegate(leader, clerk, change);
  await o.ask(clerk, SWITCH, { postId: leader.postId });
  return { leader, clerk, session, lent };
}

test('a colleague acts under the post that was lent, and every name shows both', async () => {
  const { leader, clerk, session, lent } = await actsFor(1);
  expect(await bearerOf(o, session)).toMatchObject({
    accountId: clerk.accountId,
    postId: leader.postId,
    role: 'UNIT_LEADER',
    displayName: '演示·经办001（受演示·负责人001委托）',
    delegation: { delegationId: lent.id, principalAccountId: leader.accountId, principalName: '演示·负责人001' },
  });
  const me =
    '{ me { displayName actingPostId actingDelegationId posts { id } delegatedPosts { postId principalName } } }';
  expect(await o.ask(clerk, me)).toEqual({
    me: {
      displayName: '演示·经办001（受演示·负责人001委托）',
      actingPostId: leader.postId,
      actingDelegationId: lent.id,
      posts: [{ id: clerk.postId }],
      delegatedPosts: [{ postId: leader.postId, principalName: '演示·负责人001' }],
    },
  });
  expect(await o.ask(clerk, SWITCH, { postId: clerk.postId })).toMatchObject({
    switchPost: { displayName: '演示·经办001', actingPostId: clerk.postId, actingDelegationId: null },
  });
  const audits = await o.rows(
    `select action, after from organization.audit where object_id in ($1, $2) and action <> 'login' order by id`,
    [lent.id, clerk.accountId],
  );
  expect(audits).toMatchObject([
    { action: 'delegatePost', after: { postId: leader.postId, delegateAccountId: clerk.accountId, reason: '出差' } },
    { action: 'switchPost', after: { postId: leader.postId, delegationId: lent.id } },
    { action: 'switchPost', after: { postId: clerk.postId, delegationId: null } },
  ]);
});

test('it runs from its first day to its last', async () => {
  const { leader, clerk, session } = await pair(2);
  await delegate(leader, clerk, { fromOn: '2020-10-16', toOn: '2020-10-16' });
  expect(await o.refusal(clerk, SWITCH, { postId: leader.postId })).toBe('POST_NOT_HELD');
  o.world.clock.set('2020-10-16T00:00:00+08:00');
  const again = await signedIn(o, unitLogin(2));
  await o.ask(again.actor, SWITCH, { postId: leader.postId });
  o.world.clock.set('2020-10-16T11:00:00+08:00');
  expect(await bearerOf(o, again.sessionKey)).toMatchObject({ postId: leader.postId });
  o.world.clock.set('2020-10-17T00:00:00+08:00');
  const expired = await signedIn(o, unitLogin(2));
  expect(await o.refusal(expired.actor, SWITCH, { postId: leader.postId })).toBe('POST_NOT_HELD');
  expect(await bearerOf(o, again.sessionKey)).toBeNull();
  expect(session).not.toBe(again.sessionKey);
  o.world.clock.set('2020-10-15T09:00:00+08:00');
});

describe('it ends at once, and the session under it', () => {
  test.each([
    ['the principal', 3],
    ['the delegate', 4],
  ])('when %s ends it', async (who, order) => {
    const { leader, clerk, session, lent } = await actsFor(order);
    const party = who === 'the principal' ? leader : clerk;
    expect(await o.ask(party, END, ends(lent))).toMatchObject({
      endDelegation: { state: 'ENDED', endedByName: party.displayName, version: 2 },
    });
    expect(await bearerOf(o, session)).toBeNull();
    const [row] = await o.rows<{ ended: boolean }>(
      `select ended_at is not null as ended from organization.session where account_id = $1`,
      [clerk.accountId],
    );
    expect(row?.ended).toBe(true);
    expect(await o.refusal(party, END, ends({ ...lent, version: 2 }))).toBe('DELEGATION_OVER');
  });

  test('when the account of the principal is disabled, or of the delegate', async () => {
    for (const [order, whose] of [
      [5, 'leader'],
      [6, 'clerk'],
    ] as const) {
      const acting = await actsFor(order);
      const { accountId } = acting[whose];
      await o.ask(o.admin, 'mutation ($input: AccountInput!) { disableAccount(input: $input) { status } }', {
        input: { accountId, expectedVersion: 1 },
      });
      expect(await bearerOf(o, acting.session)).toBeNull();
      expect(await stateOf(acting.lent)).toBe('ended');
    }
  });

  test('when the post is ended, with its last day too', async () => {
    const end = 'mutation ($input: EndPostInput!) { endPost(input: $input) { isEnded } }';
    const { leader, session, lent } = await actsFor(7);
    const input = { postId: leader.postId, lastDay: '2020-10-15', expectedVersion: 1 };
    await o.ask(o.admin, end, { input });
    expect(await bearerOf(o, session)).toBeNull();
    expect(await stateOf(lent)).toBe('ended');
  });

  test('when the delegate has no post of the unit any more', async () => {
    const { clerk, session } = await actsFor(8);
    expect(await bearerOf(o, session)).not.toBeNull();
    await o.rows(`update organization.post set ended_at = now() where post_id = $1`, [clerk.postId]);
    expect(await bearerOf(o, session)).toBeNull();
  });

  test('when the account of the principal is closed behind its back', async () => {
    const { leader, session } = await actsFor(9);
    await o.rows(`update organization.account set status = 'DISABLED' where account_id = $1`, [leader.accountId]);
    expect(await bearerOf(o, session)).toBeNull();
  });
});

const stateOf = async ({ id }: Lent) => {
  const [row] = await o.rows<{ ended: boolean }>(
    'select ended_at is not null as ended from organization.delegation where delegation_id = $1',
    [id],
  );
  return row?.ended ? 'ended' : 'open';
};

test('what cannot be lent, and to whom not', async () => {
  const { leader, clerk } = await pair(11);
  const other = (await pair(12)).clerk;
  const before = await o.fingerprint();
  const refusal = (actor: PersonActor, delegateAccountId: string, change: object = {}) =>
    o.refusal(actor, DELEGATE, { input: { delegateAccountId, ...term(change) } });
  expect(await refusal(leader, other.accountId)).toBe('DELEGATE_NOT_ELIGIBLE');
  expect(await refusal(leader, leader.accountId)).toBe('DELEGATE_NOT_ELIGIBLE');
  expect(await refusal(leader, clerk.accountId, { fromOn: '2020-10-14' })).toBe('DELEGATION_TERM');
  expect(await refusal(leader, clerk.accountId, { reason: ' ' })).toBe('DELEGATION_REASON');
  expect(await refusal(o.admin, clerk.accountId)).toBe('ROLE_NOT_ALLOWED');
  const office = (await signedIn(o, 'leader')).actor;
  expect(await refusal(office, o.admin.accountId)).toBe('DELEGATE_NOT_ELIGIBLE');
  expect(await refusal(office, clerk.accountId)).toBe('DELEGATE_NOT_ELIGIBLE');
  const lent = { delegationId: 'd', principalAccountId: leader.accountId, principalName: '某' };
  expect(await refusal({ ...leader, delegation: lent }, clerk.accountId)).toBe('DELEGATION_CHAIN');
  expect((await o.fingerprint()).split('\n').filter((line) => !/^(session|audit)/.test(line))).toEqual(
    before.split('\n').filter((line) => !/^(session|audit)/.test(line)),
  );
});

test('the same days are not lent twice to one person, however they come', async () => {
  const { leader, clerk } = await pair(13);
  const inputs = [term(), term({ fromOn: '2020-10-16', toOn: '2020-10-20' }), term()];
  const answers = await Promise.all(
    inputs.map((input) =>
      o.world.graphql('organization', leader, DELEGATE, { input: { delegateAccountId: clerk.accountId, ...input } }),
    ),
  );
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  expect(answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions?.reason))).toEqual([
    'DELEGATION_OVERLAP',
    'DELEGATION_OVERLAP',
  ]);
  await delegate(leader, clerk, { fromOn: '2020-10-21', toOn: '2020-10-22' });
});

test('both sides and the administrator see it, a third does not; a third ends nothing', async () => {
  const { leader, clerk } = await pair(14);
  const lent = await delegate(leader, clerk);
  const stranger = (await pair(15)).leader;
  for (const party of [leader, clerk]) {
    expect(await o.ask(party, LIST)).toMatchObject({ delegations: { totalCount: 1, nodes: [{ id: lent.id }] } });
  }
  const all = await o.ask<{ delegations: { nodes: Lent[] } }>(o.admin, LIST);
  expect(all.delegations.nodes.map(({ id }) => id)).toContain(lent.id);
  const checker = (await signedIn(o, 'checker')).actor;
  for (const third of [stranger, checker]) {
    expect(await o.ask(third, LIST)).toEqual({ delegations: { totalCount: 0, nodes: [] } });
    expect(await o.refusal(third, END, ends(lent))).toBe('DELEGATION_NOT_FOUND');
  }
  const second = await o.world
    .context('organization', stranger)
    .read((tx) =>
      tx.query('select delegation_id from organization.delegation where committee_id = $1', [o.committeeId]),
    );
  expect(second).toEqual([]);
});

test('candidates are the colleagues of the unit', async () => {
  const { leader } = await pair(16);
  expect(await o.ask(leader, '{ delegationCandidates { displayName postTitles } }')).toEqual({
    delegationCandidates: [{ displayName: '演示·经办016', postTitles: ['党务专干'] }],
  });
  const office = (await signedIn(o, 'leader')).actor;
  const { delegationCandidates } = await o.ask<{ delegationCandidates: { displayName: string }[] }>(
    office,
    '{ delegationCandidates { displayName } }',
  );
  expect(delegationCandidates.map(({ displayName }) => displayName).sort()).toEqual(
    ['演示·副书记', '演示·核稿', '演示·登记', '演示·经办'].sort(),
  );
});

test('the database keeps what the code does: who lends, to whom, how long, and who acts', async () => {
  const { leader, clerk } = await pair(17);
  const insert = (account: string, to: string, days: string) =>
    o.rows(
      `insert into organization.delegation (committee_id, delegation_id, post_id, account_id, principal_name, post_title,
         delegate_account_id, delegate_name, from_on, to_on, reason, granted_at)
       values ($1, gen_random_uuid(), $2, $3, '甲', '岗', $4, '乙', '2020-10-15', '2020-10-15'::date + $5::int, '出差', now())`,
      [o.committeeId, leader.postId, account, to, days],
    );
  await expect(insert(clerk.accountId, leader.accountId, '0')).rejects.toThrow('foreign key');
  await expect(insert(leader.accountId, leader.accountId, '0')).rejects.toThrow('check constraint');
  await expect(insert(leader.accountId, clerk.accountId, '90')).rejects.toThrow('check constraint');
  await expect(insert(leader.accountId, o.admin.accountId, '0')).rejects.toThrow('foreign key');
  const lent = await delegate(leader, clerk);
  const other = (await pair(18)).clerk;
  const act = o.rows(
    'update organization.session set acting_post_id = $1, acting_delegation_id = $2 where account_id = $3',
    [leader.postId, lent.id, other.accountId],
  );
  await expect(act).rejects.toThrow('foreign key');
});

test('no fault was masked', () => {
  expect(o.world.faults).toEqual([]);
});
