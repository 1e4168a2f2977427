import { type PersonActor, type ServiceActor, serviceTokenKey } from '@hub/core';
import type { OrganizationContext } from '@hub/organization';

import { personActor } from '../../support';
import { createOrganizationWorld, type OrganizationWorld, type SeededUnit } from './organization-world';

let o: OrganizationWorld;
let unit: SeededUnit;

beforeAll(async () => {
  o = await createOrganizationWorld();
  unit = await o.unitAt(37);
});

afterAll(() => o.world.close());

const ISSUE = `mutation ($input: IssueServiceTokenInput!) { issueServiceToken(input: $input) {
  token serviceToken { id hint state version documents scope { id } lastUsedAt expiresAt } } }`;
const REVOKE =
  'mutation ($input: ServiceTokenInput!) { revokeServiceToken(input: $input) { state revokedByName version } }';
const LIST = '{ serviceTokens { totalCount nodes { id name hint state lastUsedAt issuedByName } } }';

interface Issued {
  readonly issueServiceToken: {
    readonly token: string | null;
    readonly serviceToken: {
      readonly id: string;
      readonly hint: string;
      readonly state: string;
      readonly version: number;
    };
  };
}

let count = 0;
const input = (change: object = {}) => ({
  name: `看板${++count}`,
  purpose: '机关党建大屏取数',
  documents: ['ReceiptRows', 'ReceiptRows', 'UnitRows'],
  expiresAt: '2021-01-15T00:00:00+08:00',
  ...change,
});
const issue = async (change: object = {}) => {
  const { issueServiceToken } = await o.ask<Issued>(o.admin, ISSUE, { input: input(change) });
  return { ...issueServiceToken, token: issueServiceToken.token ?? '' };
};
const refused = (change: object, actor: PersonActor = o.admin) => o.refusal(actor, ISSUE, { input: input(change) });

async function actorOf(token: string): Promise<ServiceActor | null> {
  const key = serviceTokenKey(token);
  const query = 'query ($c: ID!, $d: String!) { serviceActor(committeeId: $c, digest: $d) }';
  const { serviceActor } = await o.ask<{ serviceActor: string | null }>(null, query, {
    c: key?.committeeId,
    d: key?.digest,
  });
  return serviceActor === null ? null : (JSON.parse(serviceActor) as ServiceActor);
}

const use = (serviceTokenId: string) =>
  o.ask(null, 'mutation ($c: ID!, $t: ID!) { noteServiceTokenUse(committeeId: $c, tokenId: $t) }', {
    c: o.committeeId,
    t: serviceTokenId,
  });

test('a token is shown once, and of it only a digest is kept', async () => {
  const { token, serviceToken } = await issue();
  expect(token).toMatch(/^hub_st_[A-Za-z0-9_-]{66}$/);
  expect(serviceToken).toMatchObject({ state: 'ACTIVE', documents: ['ReceiptRows', 'UnitRows'], scope: null });
  const secret = token.slice(-43);
  expect(serviceToken.hint).toBe(`hub_st_…${secret.slice(0, 6)}…`);
  const everything: object[] = [];
  for (const table of ['service_token', 'audit', 'outbox', 'idempotency_key']) {
    everything.push(await o.rows(`select * from organization.${table}`));
  }
  expect(JSON.stringify(everything)).not.toContain(secret);
  expect(await o.ask(o.admin, LIST)).toMatchObject({ serviceTokens: { nodes: [{ hint: serviceToken.hint }] } });
});

test('it acts for the whole committee, or for the subtree of a unit or an organisation', async () => {
  const committee = await actorOf((await issue()).token);
  expect(committee).toMatchObject({ side: 'office', organizationId: null, documents: ['ReceiptRows', 'UnitRows'] });
  for (const scope of [{ unitId: unit.unitId }, { organizationId: unit.organizationId }]) {
    const actor = await actorOf((await issue(scope)).token);
    expect(actor).toMatchObject({ side: 'unit', committeeId: o.committeeId, organizationId: unit.organizationId });
  }
});

test('a repeated request issues no second token and shows none', async () => {
  const once = input();
  const options = { idempotencyKey: 'issue-once' };
  const ask = () => o.world.graphql('organization', o.admin, ISSUE, { input: once }, options);
  const first = ((await ask()).data as unknown as Issued).issueServiceToken;
  const second = ((await ask()).data as unknown as Issued).issueServiceToken;
  expect(first.token).toMatch(/^hub_st_/);
  expect(second).toEqual({ ...first, token: null });
});

test.each([
  ['without documents', { documents: [] }, 'TOKEN_DOCUMENTS'],
  ['that has ended', { expiresAt: '2020-10-15T09:00:00+08:00' }, 'TOKEN_EXPIRY'],
  ['for more than a year', { expiresAt: '2021-10-17T09:00:00+08:00' }, 'TOKEN_EXPIRY'],
  ['without a purpose', { purpose: ' ' }, 'SERVICE_TEXT'],
  ['for nobody', { unitId: '01980000-0000-7000-8000-000000000000' }, 'TOKEN_SCOPE_NOT_FOUND'],
])('none is issued %s', async (_, change, reason) => {
  const before = await o.fingerprint();
  expect(await refused(change)).toBe(reason);
  expect(await o.fingerprint()).toBe(before);
});

test('a scope is one thing, and a living name is one token', async () => {
  const { unitId, organizationId } = unit;
  expect(await refused({ unitId, organizationId })).toBe('TOKEN_SCOPE');
  const { serviceToken } = await issue({ name: '唯一' });
  expect(await refused({ name: ' 唯一 ' })).toBe('TOKEN_NAME_TAKEN');
  await o.ask(o.admin, REVOKE, { input: { tokenId: serviceToken.id, expectedVersion: 1 } });
  expect((await issue({ name: '唯一' })).serviceToken.state).toBe('ACTIVE');
});

test('two administrators at once issue one token of a name', async () => {
  const answers = await Promise.all(
    [1, 2, 3].map(() => o.world.graphql('organization', o.admin, ISSUE, { input: input({ name: '同时' }) })),
  );
  expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
});

test('only administrators issue, revoke and see tokens', async () => {
  const { serviceToken } = await issue();
  const revoke = { input: { tokenId: serviceToken.id, expectedVersion: 1 } };
  for (const role of ['COMMITTEE_LEADER', 'OFFICE_REGISTRAR', 'UNIT_LEADER'] as const) {
    const actor = personActor(role, { committeeId: o.committeeId });
    expect(await refused({}, actor)).toBe('ROLE_NOT_ALLOWED');
    expect(await o.refusal(actor, REVOKE, revoke)).toBe('ROLE_NOT_ALLOWED');
    expect(await o.refusal(actor, LIST)).toBe('ROLE_NOT_ALLOWED');
  }
  const stranger = { ...o.admin, committeeId: o.world.ids.next() };
  expect(await o.refusal(stranger, REVOKE, revoke)).toBe('TOKEN_NOT_FOUND');
});

test('a revoked token is nobody, and is revoked once', async () => {
  const { token, serviceToken } = await issue();
  const revoke = { input: { tokenId: serviceToken.id, expectedVersion: 1 } };
  expect(await o.ask(o.admin, REVOKE, revoke)).toMatchObject({ revokeServiceToken: { state: 'REVOKED', version: 2 } });
  expect(await actorOf(token)).toBeNull();
  expect(await o.refusal(o.admin, REVOKE, revoke)).toBe('STALE_VERSION');
  expect(await o.refusal(o.admin, REVOKE, { input: { ...revoke.input, expectedVersion: 2 } })).toBe('TOKEN_ENDED');
  const audits = await o.rows(`select action from organization.audit where object_id = $1 order by id`, [
    serviceToken.id,
  ]);
  expect(audits).toEqual([{ action: 'issueServiceToken' }, { action: 'revokeServiceToken' }]);
});

test('an expired token is nobody', async () => {
  const { token } = await issue({ expiresAt: '2020-10-15T09:10:00+08:00' });
  expect(await actorOf(token)).not.toBeNull();
  o.world.clock.set('2020-10-15T09:10:00+08:00');
  expect(await actorOf(token)).toBeNull();
});

test('a token with another secret, or of another committee, is nobody', async () => {
  const { token } = await issue();
  expect(await actorOf(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
  const key = serviceTokenKey(token);
  const query = 'query ($c: ID!, $d: String!) { serviceActor(committeeId: $c, digest: $d) }';
  for (const c of [o.world.ids.next(), 'x', "'; drop table x"]) {
    expect(await o.ask(null, query, { c, d: key?.digest })).toEqual({ serviceActor: null });
  }
  expect(await o.ask(null, query, { c: o.committeeId, d: 'ff' })).toEqual({ serviceActor: null });
});

test('its last use is known to the minute', async () => {
  const { serviceToken } = await issue();
  const lastUse = async () => {
    const [row] = await o.rows<{ at: Date | null }>(
      'select last_used_at as at from organization.service_token where token_id = $1',
      [serviceToken.id],
    );
    return row?.at?.toISOString() ?? null;
  };
  expect(await lastUse()).toBeNull();
  const start = o.world.clock.now();
  await use(serviceToken.id);
  o.world.clock.advance(59_000);
  await use(serviceToken.id);
  expect(await lastUse()).toBe(start.toISOString());
  o.world.clock.advance(1_000);
  await use(serviceToken.id);
  expect(await lastUse()).toBe(o.world.clock.now().toISOString());
});

test('no side of people can read the digest of a token', async () => {
  const look = o.world
    .context('organization', o.admin)
    .read((tx) => tx.query('select digest from organization.service_token'));
  await expect(look).rejects.toThrow('permission denied');
});

test('a token changes nothing, in no use case and in no transaction', async () => {
  const actor = await actorOf((await issue()).token);
  expect(await o.refusal(actor, ISSUE, { input: input() })).toBe('PERSON_REQUIRED');
  expect(await o.refusal(actor, 'mutation { logout }')).toBe('PERSON_REQUIRED');
  const context = o.world.context<OrganizationContext['deps']>('organization', actor);
  await expect(context.transaction((tx) => tx.execute('select 1'))).rejects.toMatchObject({
    reason: 'PERSON_REQUIRED',
  });
  await expect(context.read((tx) => tx.query(`update organization.unit set name = 'x'`))).rejects.toThrow(
    'read-only transaction',
  );
});

test.each(['me { displayName }', 'accounts { totalCount }', 'recipientGroups { id }', 'serviceTokens { totalCount }'])(
  'a token asks in vain for %s',
  async (field) => {
    const actor = await actorOf((await issue()).token);
    expect(await o.refusal(actor, `{ ${field} }`)).toBe('PERSON_REQUIRED');
  },
);

test('no fault was masked', () => {
  expect(o.world.faults).toEqual([]);
});
