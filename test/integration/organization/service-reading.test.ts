import type { ServiceActor } from '@hub/core';

import { serviceActor } from '../../support';
import { createOrganizationWorld, DECISION, type OrganizationWorld, type SeededUnit } from './organization-world';

let o: OrganizationWorld;
let own: SeededUnit;
let other: SeededUnit;
let dashboard: ServiceActor;

beforeAll(async () => {
  o = await createOrganizationWorld();
  own = await o.unitAt(37);
  other = await o.unitAt(38);
  dashboard = serviceActor(o.committeeId, own.organizationId);
});

afterAll(() => o.world.close());

const EVERYTHING = `query ($own: ID!, $other: ID!, $otherOrganization: ID!, $committee: ID!) {
  units(first: 1000) { totalCount nodes { id names { name } zone { units { id } } organizations { unit { id } } } }
  found: units(filter: { search: "水利局" }) { totalCount }
  unitRows { totalCount nodes { unitId changedAt } }
  second: unitRows(offset: 1) { nodes { unitId } }
  own: unit(id: $own) { id addressee { id } }
  other: unit(id: $other) { id }
  zones { units { id } }
  organizations(first: 1000) { nodes { unit { id } posts { account { id } } } }
  organization(id: $otherOrganization) { id }
  committee: organization(id: $committee) { unit { id } children { unit { id } } posts { id } sections { id } }
  organizationTree(rootId: $otherOrganization) { id }
  structureEvents(of: $other) { id }
  _entities(representations: [{ __typename: "Unit", id: $other }, { __typename: "Unit", id: $own }]) {
    ... on Unit { id }
  }
}`;

interface Ids {
  readonly id: string;
}

interface Everything {
  readonly units: { nodes: { id: string; zone: { units: Ids[] } | null; organizations: { unit: Ids }[] }[] };
  readonly zones: { units: Ids[] }[];
  readonly organizations: { nodes: { unit: Ids; posts: { account: object | null }[] }[] };
}

async function expectSubtree(): Promise<void> {
  const seen = await o.ask<Everything>(dashboard, EVERYTHING, {
    own: own.unitId,
    other: other.unitId,
    otherOrganization: other.organizationId,
    committee: o.admin.organizationId,
  });
  expect(seen).toMatchObject({
    units: { totalCount: 1, nodes: [{ id: own.unitId, names: [{ name: own.name }] }] },
    found: { totalCount: 0 },
    unitRows: { totalCount: 1, nodes: [{ unitId: own.unitId }] },
    second: { nodes: [] },
    own: { id: own.unitId, addressee: { id: own.organizationId } },
    other: null,
    organization: null,
    committee: { unit: { id: o.admin.unitId }, posts: [], sections: [] },
    organizationTree: [],
    structureEvents: [],
    _entities: [null, { id: own.unitId }],
  });
  const [unit] = seen.units.nodes;
  expect(unit?.zone?.units).toEqual([{ id: own.unitId }]);
  expect(seen.zones.flatMap(({ units }) => units)).toEqual([{ id: own.unitId }]);
  expect(seen.organizations.nodes.length).toBeGreaterThan(0);
  expect(new Set(seen.organizations.nodes.map((node) => node.unit.id))).toEqual(new Set([own.unitId]));
  const accounts = seen.organizations.nodes.flatMap(({ posts }) => posts.map(({ account }) => account));
  expect(accounts.length).toBeGreaterThan(0);
  expect(accounts.filter((account) => account !== null)).toEqual([]);
}

const WALLED = [
  'unit',
  'unit_name',
  'zone',
  'zone_unit',
  'organization',
  'post',
  'account',
  'term',
  'section',
  'contact_point',
  'structure_event',
];

test('a token for a subtree sees its subtree, whichever way it goes', () => expectSubtree());

test('with row security off the queries alone hold', async () => {
  for (const table of WALLED) await o.rows(`alter table organization.${table} disable row level security`);
  try {
    await expectSubtree();
  } finally {
    for (const table of WALLED) await o.rows(`alter table organization.${table} enable row level security`);
  }
});

test.each(['unit', 'unit_name', 'zone_unit', 'post', 'structure_event', 'contact_point'])(
  'without a condition in the query row security alone holds for %s',
  async (table) => {
    const rows = await o.world
      .context('organization', dashboard)
      .read((tx) => tx.query<{ unit_id: string }>(`select distinct unit_id from organization.${table}`));
    const known = [own.unitId, ...(table === 'unit' ? [o.admin.unitId] : [])];
    expect(rows.filter(({ unit_id }) => !known.includes(unit_id))).toEqual([]);
  },
);

test('row security alone shows the areas of the subtree, no account and no token', async () => {
  const count = async (table: string) => {
    const read = o.world
      .context('organization', dashboard)
      .read((tx) => tx.query(`select 1 from organization.${table}`));
    return (await read).length;
  };
  expect(await count('zone')).toBe(1);
  expect(await count('account')).toBe(0);
  expect(await count('session')).toBe(0);
  // What people of the subtree did is theirs to see, not a program's.
  const clerk = o.world.context('organization', await o.personOf(own));
  await clerk.transaction(async (tx) => tx.audit({ action: 'look', objectType: 'unit', objectId: own.unitId }));
  expect(await clerk.read((tx) => tx.query('select 1 from organization.audit'))).toHaveLength(1);
  expect(await count('audit')).toBe(0);
  for (const table of ['service_token', 'registered_document', 'export_log', 'recipient_group']) {
    await expect(count(table)).rejects.toThrow('permission denied');
  }
});

test('a token for the whole committee sees its units, and no account', async () => {
  const everywhere = serviceActor(o.committeeId);
  const query = `{ unitRows { totalCount nodes { name organizations zoneName } pageInfo { hasNextPage } }
    organizations(first: 5) { nodes { posts { account { id } } } } }`;
  const seen = await o.ask<{ unitRows: { totalCount: number; nodes: { organizations: number }[] } }>(everywhere, query);
  expect(seen.unitRows.totalCount).toBe(76);
  expect(seen.unitRows.nodes.every(({ organizations }) => organizations > 0)).toBe(true);
  expect(JSON.stringify(seen)).not.toContain('"account":{');
});

test('a scope that was dissolved shows nothing that is not below it', async () => {
  const lost = serviceActor(o.committeeId, o.world.ids.next());
  expect(await o.ask(lost, '{ units { totalCount } unitRows { totalCount } organizations { totalCount } }')).toEqual({
    units: { totalCount: 0 },
    unitRows: { totalCount: 0 },
    organizations: { totalCount: 0 },
  });
});

test('unit rows are paged by cursor and by offset, and narrowed by what changed', async () => {
  const ask = (args: string) =>
    o.ask<{ unitRows: { nodes: { unitId: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } }>(
      o.admin,
      `{ unitRows(${args}) { nodes { unitId } pageInfo { endCursor hasNextPage } } }`,
    );
  const all = (await ask('first: 1000')).unitRows.nodes.map(({ unitId }) => unitId);
  const walked: string[] = [];
  for (let after: string | null = null; ; ) {
    const { unitRows } = await ask(`first: 10${after === null ? '' : `, after: "${after}"`}`);
    walked.push(...unitRows.nodes.map(({ unitId }) => unitId));
    if (!unitRows.pageInfo.hasNextPage) break;
    after = unitRows.pageInfo.endCursor;
  }
  expect(walked).toEqual(all);
  expect((await ask('first: 3, offset: 5')).unitRows.nodes.map(({ unitId }) => unitId)).toEqual(all.slice(5, 8));
  const later = o.world.clock.now().toISOString();
  o.world.clock.advance(60_000);
  const rename = `mutation ($input: RenameUnitInput!) { renameUnit(input: $input) { id } }`;
  const renamed = { unitId: own.unitId, expectedVersion: own.unitVersion, name: '焦作市新名局' };
  await o.ask(o.admin, rename, { input: { ...renamed, change: DECISION } });
  const filter = `filter: { updatedSince: "${new Date(Date.parse(later) + 1000).toISOString()}" }`;
  expect((await ask(filter)).unitRows.nodes).toEqual([{ unitId: own.unitId }]);
});

test('no fault was masked', () => {
  expect(o.world.faults).toEqual([]);
});
