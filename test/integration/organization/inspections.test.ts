import type { PersonActor } from '@hub/core';

import { createOrganizationWorld, type OrganizationWorld, WORK_COMMITTEE } from './organization-world';
import { bearerOf, signedIn } from './sessions';

// 巡察, 审计: opened by an order, for a time and a subtree; reads, changes nothing, and each question stands in its trail.

let o: OrganizationWorld;

beforeAll(async () => {
  o = await createOrganizationWorld();
});

afterAll(() => o.world.close());

const FIELDS = 'id state version orderNumber organizationId openedByName';
const OPEN = `mutation ($input: OpenInspectionInput!) { openInspection(input: $input) { ${FIELDS} } }`;
const CLOSE = `mutation ($input: CloseInspectionInput!) { closeInspection(input: $input) { ${FIELDS} } }`;
const LIST = `{ inspections { totalCount nodes { ${FIELDS} } } }`;
const PASSWORD = 'Inspect-2020-pass';

let count = 0;
async function newAccount(): Promise<{ accountId: string; loginName: string }> {
  const loginName = `inspector${++count}`;
  const input = { loginName, displayName: `演示·巡察${count}`, password: PASSWORD };
  const { createAccount } = await o.ask<{ createAccount: { id: string } }>(
    o.admin,
    'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { id } }',
    { input },
  );
  return { accountId: createAccount.id, loginName };
}

const order = (accountId: string, organizationId: string, change: object = {}) => ({
  input: {
    accountId,
    organizationId,
    kind: 'DISCIPLINE',
    orderNumber: '焦巡〔2020〕3号',
    reason: '市委第三轮巡察',
    fromOn: '2020-10-15',
    toOn: '2020-10-16',
    ...change,
  },
});

interface Opened {
  readonly id: string;
  readonly version: number;
}

/** An inspector with a session; of one unit unless said otherwise. */
async function inspector(organizationId: string, change: object = {}) {
  const { accountId, loginName } = await newAccount();
  const { openInspection } = await o.ask<{ openInspection: Opened }>(
    o.security,
    OPEN,
    order(accountId, organizationId, change),
  );
  await o.rows('update organization.account set must_change_password = false where account_id = $1', [accountId]);
  return { opened: openInspection, ...(await signedIn(o, loginName, PASSWORD)) };
}

const trailOf = (inspectionId: string) =>
  o.rows<{ action: string; actor_name: string; after: Record<string, unknown> }>(
    `select action, actor_name, after from organization.audit where object_id = $1 order by id`,
    [inspectionId],
  );

test('it sees its subtree and no other, changes nothing, and every question stands in its trail', async () => {
  const unit = await o.unitAt(1);
  const other = await o.unitAt(2);
  const { opened, actor } = await inspector(unit.organizationId);
  expect(actor).toMatchObject({ side: 'unit', role: 'INSPECTOR', postId: opened.id, postTitle: '巡察' });
  const query = 'query Look($id: ID!) { organization(id: $id) { name } me { displayName } }';
  expect(await o.ask(actor, query, { id: unit.organizationId })).toMatchObject({
    organization: { name: expect.any(String) },
  });
  expect(await o.ask(actor, query, { id: other.organizationId })).toMatchObject({ organization: null });
  expect(
    await o.refusal(actor, 'mutation ($input: DelegatePostInput!) { delegatePost(input: $input) { id } }', {
      input: { delegateAccountId: actor.accountId, fromOn: '2020-10-15', toOn: '2020-10-15', reason: '试试' },
    }),
  ).toBe('ROLE_NOT_ALLOWED');
  const trail = await trailOf(opened.id);
  expect(trail.map(({ action, after }) => [action, after.fields ?? null])).toEqual([
    ['openInspection', null],
    ['inspect', ['organization', 'me']],
    ['inspect', ['organization', 'me']],
    ['inspect', ['delegatePost']],
  ]);
  const [, first, second] = trail;
  expect(first).toMatchObject({
    actor_name: 'inspection',
    after: { accountId: actor.accountId, inspector: actor.displayName },
  });
  expect(first?.after.documentDigest).toBe(second?.after.documentDigest);
  expect(first?.after.variablesDigest).not.toBe(second?.after.variablesDigest);
  expect(JSON.stringify(trail.slice(1))).not.toContain(other.organizationId);
});

test('what is joined is noted by its type', async () => {
  const unit = await o.unitAt(8);
  const { opened, actor } = await inspector(unit.organizationId);
  const query = `query ($of: [_Any!]!) { me { displayName } again: me { accountId }
    _entities(representations: $of) { ... on Organization { name } ... on Unit { name } } }`;
  await o.ask(actor, query, { of: [{ __typename: 'Organization', id: unit.organizationId }] });
  const [, inspect] = await trailOf(opened.id);
  expect(inspect?.after.fields).toEqual(['me', '_entities Organization', '_entities Unit']);
});

test('what cannot be noted is not answered', async () => {
  const { actor } = await inspector((await o.unitAt(3)).organizationId);
  await o.rows(`alter table organization.audit add constraint broken check (action <> 'inspect') not valid`);
  try {
    await expect(o.world.graphql('organization', actor, '{ units { totalCount } }')).rejects.toThrow('broken');
  } finally {
    await o.rows('alter table organization.audit drop constraint broken');
  }
  await o.ask(actor, '{ units { totalCount } }');
});

test('the trail of it is read by the watchers and the leaders, and not by the unit that is looked at', async () => {
  const unit = await o.unitAt(4);
  const { opened, actor } = await inspector(unit.organizationId);
  await o.ask(actor, '{ units { totalCount } }');
  const TRAIL =
    'query ($of: ID!) { auditTrail(of: $of) { organizationActs { nodes { action changes { field after } } } } }';
  const seen = async (reader: PersonActor) => {
    const { auditTrail } = await o.ask<{
      auditTrail: { organizationActs: { nodes: { action: string; changes: object[] }[] } };
    }>(reader, TRAIL, { of: opened.id });
    return auditTrail.organizationActs.nodes;
  };
  const leader = (await signedIn(o, 'leader')).actor;
  for (const reader of [o.security, o.auditor, leader]) {
    const [, inspect] = await seen(reader);
    expect(inspect).toMatchObject({ action: 'inspect' });
    expect(inspect?.changes).toContainEqual({ field: 'fields', after: '["units"]' });
  }
  expect(await seen((await signedIn(o, 'unit004-leader')).actor)).toEqual([]);
});

test('it ends with its last day, or when it is closed', async () => {
  const { organizationId } = await o.organizationNamed(WORK_COMMITTEE);
  const all = await inspector(organizationId, { kind: 'AUDIT' });
  expect(all.actor).toMatchObject({ side: 'office', postTitle: '审计' });
  const closed = await inspector((await o.unitAt(5)).organizationId);
  const { id: inspectionId, version: expectedVersion } = closed.opened;
  expect(await o.ask(o.security, CLOSE, { input: { inspectionId, expectedVersion } })).toMatchObject({
    closeInspection: { state: 'OVER' },
  });
  expect(await bearerOf(o, closed.sessionKey)).toBeNull();
  expect(await o.refusal(o.security, CLOSE, { input: { inspectionId, expectedVersion: 2 } })).toBe('INSPECTION_OVER');
  o.world.clock.set('2020-10-16T09:00:00+08:00');
  expect(await bearerOf(o, (await signedIn(o, 'inspector4', PASSWORD)).sessionKey)).not.toBeNull();
  o.world.clock.set('2020-10-17T00:00:00+08:00');
  expect(await bearerOf(o, all.sessionKey)).toBeNull();
  expect(await o.refusal(o.security, CLOSE, { input: { inspectionId: all.opened.id, expectedVersion: 1 } })).toBe(
    'INSPECTION_OVER',
  );
  o.world.clock.set('2020-10-15T09:00:00+08:00');
});

test('it is opened by the security administrator, for an account of no other duty, within bounds', async () => {
  const unit = await o.unitAt(6);
  const { accountId } = await newAccount();
  const clerk = (await signedIn(o, 'clerk')).actor;
  for (const other of [o.admin, o.auditor, clerk]) {
    expect(await o.refusal(other, OPEN, order(accountId, unit.organizationId))).toBe('ROLE_NOT_ALLOWED');
  }
  const refusal = (change: object) => o.refusal(o.security, OPEN, order(accountId, unit.organizationId, change));
  expect(await refusal({ accountId: clerk.accountId })).toBe('DUTY_MIXED');
  expect(await refusal({ accountId: o.security.accountId })).toBe('ACCOUNT_IS_OWN');
  expect(await refusal({ toOn: '2021-04-13' })).toBe('INSPECTION_TERM');
  expect(await refusal({ orderNumber: '' })).toBe('INSPECTION_TEXT');
  const post = {
    accountId,
    organizationId: unit.organizationId,
    role: 'INSPECTOR',
    title: '巡察',
    heldFrom: '2020-10-15',
  };
  const assign = 'mutation ($input: AssignPostInput!) { assignPost(input: $input) { id } }';
  expect(await o.refusal(o.security, assign, { input: post })).toBe('INSPECTION_NOT_ASSIGNED');
});

test('the watchers and the leaders see which there are, and the database keeps an end to each', async () => {
  const leader = (await signedIn(o, 'leader')).actor;
  const { opened } = await inspector((await o.unitAt(7)).organizationId);
  for (const reader of [o.security, o.auditor, leader]) {
    const { inspections } = await o.ask<{ inspections: { nodes: Opened[] } }>(reader, LIST);
    expect(inspections.nodes[0]).toMatchObject({ id: opened.id, state: 'ACTIVE', orderNumber: '焦巡〔2020〕3号' });
  }
  for (const other of [o.admin, (await signedIn(o, 'checker')).actor]) {
    expect(await o.refusal(other, LIST)).toBe('ROLE_NOT_ALLOWED');
  }
  const endless = o.rows('update organization.post set held_to = null where post_id = $1', [opened.id]);
  await expect(endless).rejects.toThrow('inspection_ends');
});

test('no fault was masked', () => {
  expect(o.world.faults).toEqual([]);
});
