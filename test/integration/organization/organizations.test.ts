import { createOrganizationWorld, DECISION, type OrganizationWorld, WORK_COMMITTEE } from './organization-world';

let o: OrganizationWorld;

beforeAll(async () => {
  o = await createOrganizationWorld();
});

afterAll(() => o.world.close());

const CREATE =
  'mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { id version affiliationPath } }';
const MOVE =
  'mutation ($input: MoveOrganizationInput!) { moveOrganization(input: $input) { id version affiliationPath } }';

interface Created {
  readonly createOrganization: { readonly id: string; readonly version: number; readonly affiliationPath: string[] };
}

test('a new organisation stands on the path of its superior, audited and told', async () => {
  const unit = await o.unitWith('ORGAN_COMMITTEE');
  const input = {
    unitId: unit.unitId,
    kind: 'RETIREE_BRANCH',
    name: '中共离退休支部委员会',
    affiliationId: unit.organizationId,
    change: DECISION,
  };
  const { createOrganization } = await o.ask<Created>(o.admin, CREATE, { input });
  const { organizationId: root } = await o.organizationNamed(WORK_COMMITTEE);
  expect(createOrganization.affiliationPath).toEqual([root, unit.organizationId, createOrganization.id]);
  expect(await o.lastEvent('organization.organization-changed', createOrganization.id)).toMatchObject({
    kind: 'RETIREE_BRANCH',
    active: true,
  });
  expect(await o.rows('select action from organization.audit where object_id = $1', [createOrganization.id])).toEqual([
    { action: 'createOrganization' },
  ]);
});

test.each([
  ['a branch under a party group', { kind: 'BRANCH' }, 'AFFILIATION_KIND'],
  ['a party group under anything', { kind: 'PARTY_GROUP' }, 'AFFILIATION_KIND'],
  ['a second work committee', { kind: 'WORK_COMMITTEE', affiliationId: null }, 'WORK_COMMITTEE_FIXED'],
  [
    'an organisation without a decision',
    { kind: 'PARTY_GROUP', affiliationId: null, change: { effectiveOn: '2020-10-12' } },
    'DECISION_REQUIRED',
  ],
])('%s is refused and leaves nothing behind', async (_, change, reason) => {
  const [group] = await o.rows<{ organization_id: string; unit_id: string }>(
    `select organization_id, unit_id from organization.organization where kind = 'PARTY_GROUP' limit 1`,
  );
  const before = await o.fingerprint();
  const input = {
    unitId: group?.unit_id,
    name: '中共某组织',
    affiliationId: group?.organization_id,
    change: DECISION,
    ...change,
  };
  expect(await o.refusal(o.admin, CREATE, { input })).toBe(reason);
  expect(await o.fingerprint()).toBe(before);
});

test('a moved organisation takes everything below it along, and each is told', async () => {
  const [from, to] = [await o.unitWith('GENERAL_BRANCH'), await o.unitWith('ORGAN_COMMITTEE', 1)];
  const below = await o.rows<{ organization_id: string }>(
    'select organization_id from organization.organization where affiliation_id = $1',
    [from.organizationId],
  );
  const input = {
    organizationId: from.organizationId,
    affiliationId: to.organizationId,
    change: DECISION,
    expectedVersion: 1,
  };
  await o.ask(o.admin, MOVE, { input });
  const { organizationId: root } = await o.organizationNamed(WORK_COMMITTEE);
  expect(below.length).toBeGreaterThan(1);
  for (const { organization_id: id } of below) {
    expect(await o.lastEvent('organization.organization-changed', id)).toMatchObject({
      affiliationPath: [root, to.organizationId, from.organizationId, id],
      version: 2,
    });
  }
});

test('a unit that stops being directly under the committee leaves the groups in the same act', async () => {
  const before = await o.groupNamed('全部单位');
  const [from, to] = [await o.unitWith('GENERAL_BRANCH', 1), await o.unitWith('ORGAN_COMMITTEE', 1)];
  const input = {
    organizationId: from.organizationId,
    affiliationId: to.organizationId,
    change: DECISION,
    expectedVersion: 1,
  };
  await o.ask(o.admin, MOVE, { input });
  const after = await o.groupNamed('全部单位');
  expect(after.version).toBe(before.version + 1);
  expect(after.organization_ids).toEqual(before.organization_ids.filter((id) => id !== from.organizationId));
  expect(await o.lastEvent('organization.group-changed', after.group_id)).toMatchObject({
    groupVersion: after.version,
    organizationIds: after.organization_ids,
  });
  const [kept] = await o.rows(
    'select cardinality(organization_ids) as size from organization.recipient_group_version where group_id = $1 and version = $2',
    [before.group_id, before.version],
  );
  expect(kept).toEqual({ size: before.organization_ids.length });
});

test('an organisation is never hung below itself', async () => {
  const [unit] = await o.rows<{ unit_id: string; organization_id: string }>(
    `select unit_id, organization_id from organization.organization where kind = 'ORGAN_COMMITTEE' order by 2 desc limit 1`,
  );
  const base = async (affiliationId: unknown, name: string) =>
    (
      await o.ask<Created>(o.admin, CREATE, {
        input: { unitId: unit?.unit_id, kind: 'BASE_COMMITTEE', name, affiliationId, change: DECISION },
      })
    ).createOrganization.id;
  const upper = await base(unit?.organization_id, '中共上级基层委员会');
  const lower = await base(upper, '中共下级基层委员会');
  const before = await o.fingerprint();
  const input = { organizationId: upper, affiliationId: lower, change: DECISION, expectedVersion: 1 };
  expect(await o.refusal(o.admin, MOVE, { input })).toBe('AFFILIATION_CYCLE');
  expect(await o.fingerprint()).toBe(before);
});

test('two moves at once cannot make a circle', async () => {
  const [unit] = await o.rows<{ unit_id: string; organization_id: string }>(
    `select unit_id, organization_id from organization.organization where kind = 'ORGAN_COMMITTEE' order by 2 limit 1`,
  );
  const base = async (name: string) =>
    (
      await o.ask<Created>(o.admin, CREATE, {
        input: {
          unitId: unit?.unit_id,
          kind: 'BASE_COMMITTEE',
          name,
          affiliationId: unit?.organization_id,
          change: DECISION,
        },
      })
    ).createOrganization.id;
  const [a, b] = [await base('中共甲基层委员会'), await base('中共乙基层委员会')];
  const reasons = await Promise.all([
    o.refusal(o.admin, MOVE, { input: { organizationId: a, affiliationId: b, change: DECISION, expectedVersion: 1 } }),
    o.refusal(o.admin, MOVE, { input: { organizationId: b, affiliationId: a, change: DECISION, expectedVersion: 1 } }),
  ]);
  // The second waits for the first, which raised the version of one and the path of the other.
  expect(reasons.filter((reason) => reason === undefined)).toHaveLength(1);
  const circles = await o.rows(
    'select 1 from organization.organization where affiliation_id = any(select organization_id from organization.organization s where s.affiliation_path @> array[organization.organization_id])',
  );
  expect(circles).toEqual([]);
});

test('the tree of an organisation is itself and everything below it, superiors first', async () => {
  const unit = await o.unitWith('ORGAN_COMMITTEE', 4);
  const { organizationTree } = await o.ask<{ organizationTree: { id: string; affiliationPath: string[] }[] }>(
    o.admin,
    'query ($id: ID!) { organizationTree(rootId: $id) { id affiliationPath } }',
    { id: unit.organizationId },
  );
  expect(organizationTree[0]?.id).toBe(unit.organizationId);
  expect(organizationTree.length).toBeGreaterThan(2);
  expect(organizationTree.every((each) => each.affiliationPath.includes(unit.organizationId))).toBe(true);
});

test('a section is added once under its name', async () => {
  const { organizationId } = await o.organizationNamed(WORK_COMMITTEE);
  const SECTION =
    'mutation ($input: CreateSectionInput!) { createSection(input: $input) { sections { name isGeneralOffice } } }';
  const input = { organizationId, name: '老干部工作部', isGeneralOffice: false, protocolOrder: 5 };
  const { createSection } = await o.ask<{ createSection: { sections: object[] } }>(o.admin, SECTION, { input });
  expect(createSection.sections).toHaveLength(5);
  expect(createSection.sections[0]).toEqual({ name: '办公室', isGeneralOffice: true });
  expect(await o.refusal(o.admin, SECTION, { input })).toBe('SECTION_NAME_TAKEN');
});

test('the same idempotency key repeats the answer and makes nothing twice', async () => {
  const unit = await o.unitWith('ORGAN_COMMITTEE', 5);
  const input = {
    unitId: unit.unitId,
    kind: 'TEMP_BRANCH',
    name: '中共临时支部委员会',
    affiliationId: unit.organizationId,
    change: DECISION,
  };
  const once = () => o.world.graphql('organization', o.admin, CREATE, { input }, { idempotencyKey: 'temp-1' });
  const [first, second] = [await once(), await once()];
  expect(second).toEqual(first);
  expect(await o.rows(`select 1 from organization.organization where name = '中共临时支部委员会'`)).toHaveLength(1);
});

test('no fault was masked', () => {
  expect(o.world.faults).toEqual([]);
});
