import type { OrganizationContext } from '@hub/organization';

import { DEMO_PASSWORD, OFFICE_LOGINS, seedOrganization, unitLogin } from '../../../infra/seed/organization';
import { createTestWorld, systemActor, type TestWorld } from '../../support';

let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['organization'] });
  await seed();
});

afterAll(() => world.close());

const seed = () =>
  seedOrganization(world.context<OrganizationContext['deps']>('organization', systemActor(world.ids.next())));

async function count(table: string, where = 'true'): Promise<number> {
  const [row] = await world.database.query<{ count: number }>(
    `select count(*)::int as count from organization.${table} where ${where}`,
  );
  return row?.count ?? -1;
}

function membersOf(group: string): Promise<{ name: string }[]> {
  return world.database.query(
    `select u.name from organization.recipient_group g
     join organization.recipient_group_version v using (committee_id, group_id, version)
     join organization.organization o on o.organization_id = any(v.organization_ids)
     join organization.unit u using (unit_id) where g.name = $1 order by u.protocol_order`,
    [group],
  );
}

test('the 70 units of annex 1 stand in its order, six invented ones behind them', async () => {
  expect(await count('unit', 'not is_fictitious and protocol_order <= 70')).toBe(70);
  expect(await count('unit', 'is_fictitious and protocol_order > 70')).toBe(6);
  const [tenth] = await world.database.query('select name from organization.unit where protocol_order = 10');
  expect(tenth).toEqual({ name: '市委市直机关工委' });
});

test('the unit of the work committee owns the committee and its own branch', async () => {
  const rows = await world.database.query(
    `select o.kind from organization.organization o join organization.unit u using (unit_id)
     where u.protocol_order = 10 order by o.affiliation_path`,
  );
  expect(rows).toEqual([{ kind: 'WORK_COMMITTEE' }, { kind: 'BRANCH' }]);
});

test('every group reaches each of its units once', async () => {
  expect(await membersOf('全部单位')).toHaveLength(76);
  expect(await membersOf('模范机关70家')).toHaveLength(70);
  expect(await membersOf('省部属驻焦单位')).toEqual([
    { name: '省属驻焦单位甲（虚构）' },
    { name: '部属驻焦单位乙（虚构）' },
    { name: '省属驻焦单位丙（虚构）' },
  ]);
  expect(await membersOf('第一片区')).toHaveLength(15);
  expect(await membersOf('第五片区')).toHaveLength(16);
});

test('leadership bodies guide and stand outside the chain of affiliation', async () => {
  expect(await count('organization', `kind = 'PARTY_GROUP' and cardinality(affiliation_path) > 1`)).toBe(0);
  expect(await count('organization', `guidance_id is not null`)).toBe(
    await count('organization', `kind = 'PARTY_GROUP'`),
  );
});

test('the other rooms are told of every unit, organisation and group', async () => {
  expect(await count('outbox', `event = 'organization.unit-changed'`)).toBe(76);
  expect(await count('outbox', `event = 'organization.organization-changed'`)).toBe(await count('organization'));
  expect(await count('outbox', `event = 'organization.group-changed'`)).toBe(await count('recipient_group'));
});

test.each([...Object.keys(OFFICE_LOGINS), unitLogin(1), `${unitLogin(76)}-leader`])(
  '%s signs in',
  async (loginName) => {
    const { errors } = await world.graphql(
      'organization',
      null,
      'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }',
      { input: { loginName, password: DEMO_PASSWORD } },
    );
    expect(errors).toBeUndefined();
  },
);

test('a second seed changes nothing', async () => {
  const before = await count('outbox');
  expect(await seed()).toMatchObject({ imported: false });
  expect(await count('outbox')).toBe(before);
  expect(await count('committee')).toBe(1);
});
