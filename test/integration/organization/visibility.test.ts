import type { PersonActor } from '@hub/core';

import { createOrganizationWorld, type OrganizationWorld, type SeededUnit } from './organization-world';

let o: OrganizationWorld;
let own: SeededUnit;
let other: SeededUnit;
let clerk: PersonActor;

beforeAll(async () => {
  o = await createOrganizationWorld();
  own = await o.unitAt(37);
  other = await o.unitAt(38);
  clerk = await o.personOf(own);
});

afterAll(() => o.world.close());

const EVERYTHING = `query ($other: ID!, $tree: ID!) {
  organizations(first: 1000) { nodes { unit { id } posts { account { id } } } }
  organization(id: $other) { id }
  organizationTree(rootId: $tree) { id }
  foreign: organizations(filter: { search: "水利局" }) { totalCount }
  units(first: 1000) { totalCount nodes { id organizations { id } addressee { id } } }
  structureEvents(of: $other) { id }
  organizationWarnings { organization { unit { id } } }
}`;

interface Everything {
  readonly organizations: { nodes: { unit: { id: string }; posts: { account: { id: string } | null }[] }[] };
  readonly organization: object | null;
  readonly organizationTree: object[];
  readonly foreign: { totalCount: number };
  readonly units: { totalCount: number; nodes: { id: string; organizations: object[]; addressee: object | null }[] };
  readonly structureEvents: object[];
  readonly organizationWarnings: { organization: { unit: { id: string } } }[];
}

async function expectOnlyOwn(): Promise<void> {
  const variables = { other: other.organizationId, tree: other.organizationId };
  const seen = await o.ask<Everything>(clerk, EVERYTHING, variables);
  expect(seen.organizations.nodes.length).toBeGreaterThan(0);
  expect(new Set(seen.organizations.nodes.map(({ unit }) => unit.id))).toEqual(new Set([own.unitId]));
  const accounts = seen.organizations.nodes.flatMap(({ posts }) => posts.map((post) => post.account));
  expect(accounts.filter((account) => account !== null)).toEqual([]);
  expect(seen).toMatchObject({
    organization: null,
    organizationTree: [],
    foreign: { totalCount: 0 },
    structureEvents: [],
  });
  expect(seen.units.totalCount).toBe(76);
  const others = seen.units.nodes.filter(({ id }) => id !== own.unitId);
  expect(others.filter(({ organizations, addressee }) => organizations.length > 0 || addressee !== null)).toEqual([]);
  expect(seen.units.nodes.find(({ id }) => id === own.unitId)?.addressee).toEqual({ id: own.organizationId });
  for (const { organization } of seen.organizationWarnings) expect(organization.unit.id).toBe(own.unitId);
}

const WALLED = ['organization', 'post', 'account', 'term', 'section', 'contact_point', 'structure_event'];

const wall = async (state: 'enable' | 'disable') => {
  for (const table of WALLED) await o.rows(`alter table organization.${table} ${state} row level security`);
};

test('a unit sees the directory of units, and organisations and posts only of its own', () => expectOnlyOwn());

test('with row security off the queries alone hold', async () => {
  await wall('disable');
  try {
    await expectOnlyOwn();
  } finally {
    await wall('enable');
  }
});

test.each(WALLED.filter((table) => table !== 'account'))(
  'without a condition in the query row security alone holds for %s',
  async (table) => {
    const context = o.world.context('organization', clerk);
    const unitOf = table === 'term' || table === 'section' ? 'o' : 't';
    const rows = await context.read((tx) =>
      tx.query<{ unit_id: string }>(
        `select distinct ${unitOf}.unit_id from organization.${table} t
       ${unitOf === 'o' ? 'join organization.organization o on o.organization_id = t.organization_id' : ''}`,
      ),
    );
    const known = [own.unitId, o.admin.unitId];
    expect(rows.filter(({ unit_id }) => !known.includes(unit_id))).toEqual([]);
  },
);

test('a unit finds the committee that issues its papers by its id, and nothing of what is in it', async () => {
  const query = `query ($id: ID!) { organization(id: $id) {
    kind children { unit { id } } sections { name } terms { ordinal } posts { id } } }`;
  const seen = await o.ask<{ organization: { children: { unit: { id: string } }[] } }>(clerk, query, {
    id: o.admin.organizationId,
  });
  expect(seen.organization).toMatchObject({ kind: 'WORK_COMMITTEE', sections: [], terms: [], posts: [] });
  expect(seen.organization.children.map(({ unit }) => unit.id)).toEqual([own.unitId]);
});

test('no account but the own one exists for a unit', async () => {
  const rows = await o.world
    .context('organization', clerk)
    .read((tx) => tx.query('select 1 from organization.account'));
  expect(rows).toEqual([]);
});

test('another committee is another world', async () => {
  const stranger = { ...o.admin, committeeId: o.world.ids.next() };
  const seen = await o.ask<{ units: object; organization: object | null }>(
    stranger,
    'query ($id: ID!) { units { totalCount } organization(id: $id) { id } }',
    { id: own.organizationId },
  );
  expect(seen).toEqual({ units: { totalCount: 0 }, organization: null });
});

test('an absent entity and a hidden one are null alike', async () => {
  const units = await o.rows<{ id: string }>(
    'select unit_id as id from organization.unit order by protocol_order limit 40',
  );
  const representations = [
    ...units.map(({ id }) => ({ __typename: 'Unit', id })),
    { __typename: 'Unit', id: 'no-such-id' },
    { __typename: 'Organization', id: own.organizationId },
    { __typename: 'Organization', id: other.organizationId },
  ];
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
    ... on Unit { name } ... on Organization { kind } } }`;
  const { data, errors } = await o.world.graphql('organization', clerk, query, { representations });
  expect(errors).toBeUndefined();
  const entities = (data as { _entities: (object | null)[] })._entities;
  expect(entities.slice(0, 40).every((entity) => entity !== null)).toBe(true);
  expect(entities[40]).toBeNull();
  expect(entities[41]).toMatchObject({ kind: expect.any(String) });
  expect(entities[42]).toBeNull();
});

test('no fault was masked', () => {
  expect(o.world.faults).toEqual([]);
});
