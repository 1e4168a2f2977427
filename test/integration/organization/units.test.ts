import { createOrganizationWorld, DECISION, type OrganizationWorld } from './organization-world';

let o: OrganizationWorld;

beforeAll(async () => {
  o = await createOrganizationWorld();
});

afterAll(() => o.world.close());

const RENAME = `mutation ($input: RenameUnitInput!) { renameUnit(input: $input) { id name version } }`;
const CREATE = `mutation ($input: CreateUnitInput!) { createUnit(input: $input) { id name nature version status } }`;

async function eventsOf(event: string, id: string): Promise<{ payload: Record<string, unknown> }[]> {
  return o.rows('select payload from organization.outbox where event = $1 and aggregate_id = $2 order by id', [
    event,
    id,
  ]);
}

async function auditOf(id: string): Promise<{ action: string }[]> {
  return o.rows('select action from organization.audit where object_id = $1 order by id', [id]);
}

describe('renaming a unit', () => {
  test('takes effect on its day, keeps the old name and tells the others', async () => {
    const unit = await o.unitAt(54);
    const input = {
      unitId: unit.unitId,
      name: '市人民防空办公室',
      change: DECISION,
      expectedVersion: unit.unitVersion,
    };
    const { renameUnit } = await o.ask<{ renameUnit: object }>(o.admin, RENAME, { input });
    expect(renameUnit).toMatchObject({ name: '市人民防空办公室', version: unit.unitVersion + 1 });

    const { unit: named } = await o.ask<{ unit: object }>(
      o.admin,
      `query ($id: ID!) { unit(id: $id) { before: nameOn(date: "2020-10-11") after: nameOn(date: "2020-10-12")
        never: nameOn(date: "2018-12-31") names { name effectiveFrom effectiveTo } } }`,
      { id: unit.unitId },
    );
    expect(named).toEqual({
      before: unit.name,
      after: '市人民防空办公室',
      never: null,
      names: [
        { name: unit.name, effectiveFrom: '2019-01-01', effectiveTo: '2020-10-12' },
        { name: '市人民防空办公室', effectiveFrom: '2020-10-12', effectiveTo: null },
      ],
    });
    const events = await eventsOf('organization.unit-changed', unit.unitId);
    expect(events.at(-1)?.payload).toMatchObject({ name: '市人民防空办公室', version: unit.unitVersion + 1 });
    expect(await auditOf(unit.unitId)).toEqual([{ action: 'renameUnit' }]);
    const { structureEvents } = await o.ask<{ structureEvents: object[] }>(
      o.admin,
      'query ($of: ID!) { structureEvents(of: $of) { kind effectiveOn decisionNumber detail } }',
      { of: unit.unitId },
    );
    expect(structureEvents).toEqual([
      {
        kind: 'RENAME',
        effectiveOn: '2020-10-12',
        decisionNumber: '焦编〔2020〕8号',
        detail: expect.stringContaining('市人民防空办公室'),
      },
    ]);
  });

  test.each([
    ['a stale version', { expectedVersion: 99 }, 'STALE_VERSION'],
    ['the name it has', { name: '市财政局' }, 'NAME_UNCHANGED'],
    ['a name another has', { name: '市司法局' }, 'UNIT_NAME_TAKEN'],
    ['no decision', { change: { effectiveOn: '2020-10-12' } }, 'DECISION_REQUIRED'],
    [
      'a day before it began',
      { change: { ...DECISION, effectiveOn: '2019-01-01', decisionOn: '2018-12-01' } },
      'EFFECTIVE_DATE_TOO_EARLY',
    ],
    ['a day to come', { change: { ...DECISION, effectiveOn: '2020-10-16' } }, 'EFFECTIVE_DATE_FUTURE'],
    ['an unknown unit', { unitId: '0192a000-0000-7000-8000-000000000001' }, 'UNIT_NOT_FOUND'],
    ['a malformed id', { unitId: 'x' }, 'INPUT_INVALID'],
  ])('is refused with %s, and changes nothing', async (_, change, reason) => {
    const unit = await o.unitAt(32);
    const before = await o.fingerprint();
    const input = {
      unitId: unit.unitId,
      name: '新名称',
      change: DECISION,
      expectedVersion: unit.unitVersion,
      ...change,
    };
    expect(await o.refusal(o.admin, RENAME, { input })).toBe(reason);
    expect(await o.fingerprint()).toBe(before);
  });

  test('is not for a unit itself', async () => {
    const unit = await o.unitAt(32);
    const input = { unitId: unit.unitId, name: '新名称', change: DECISION, expectedVersion: unit.unitVersion };
    expect(await o.refusal(await o.personOf(unit), RENAME, { input })).toBe('ROLE_NOT_ALLOWED');
    expect(await o.refusal(null, RENAME, { input })).toBe('SIGN_IN_REQUIRED');
  });
});

test('a new unit joins no group before it has an organisation that can receive', async () => {
  const input = { name: '市新设局', nature: 'ADMINISTRATIVE_ORGAN', protocolOrder: 77, change: DECISION };
  const { createUnit } = await o.ask<{ createUnit: { id: string } }>(o.admin, CREATE, { input });
  expect(createUnit).toMatchObject({ name: '市新设局', status: 'ACTIVE', version: 1 });
  expect(await eventsOf('organization.unit-changed', createUnit.id)).toHaveLength(1);
  expect(await auditOf(createUnit.id)).toEqual([{ action: 'createUnit' }]);
  expect(await o.refusal(o.admin, CREATE, { input })).toBe('UNIT_NAME_TAKEN');
});

test('a new place in the protocol order moves the unit in every list', async () => {
  const unit = await o.unitAt(60);
  await o.ask(o.admin, 'mutation ($input: ChangeUnitOrderInput!) { changeUnitOrder(input: $input) { id } }', {
    input: { unitId: unit.unitId, protocolOrder: 1000, expectedVersion: unit.unitVersion },
  });
  const { units } = await o.ask<{ units: { nodes: { id: string }[] } }>(
    o.admin,
    '{ units(first: 1000) { nodes { id } } }',
  );
  expect(units.nodes.at(-1)?.id).toBe(unit.unitId);
});

test('a merged unit ends, and its organisations live on under the successor with their posts', async () => {
  const [ended, successor] = [await o.unitAt(56), await o.unitAt(57)];
  await o.ask(o.admin, 'mutation ($input: MergeUnitsInput!) { mergeUnits(input: $input) { id } }', {
    input: { unitIds: [ended.unitId], successorId: successor.unitId, change: DECISION },
  });
  const [unit] = await o.rows('select status, effective_to from organization.unit where unit_id = $1', [ended.unitId]);
  expect(unit).toEqual({ status: 'DISSOLVED', effective_to: '2020-10-12' });
  const [moved] = await o.rows(
    `select o.unit_id, (select array_agg(distinct p.unit_id) from organization.post p where p.organization_id = o.organization_id) as posts
     from organization.organization o where o.organization_id = $1`,
    [ended.organizationId],
  );
  expect(moved).toEqual({ unit_id: successor.unitId, posts: [successor.unitId] });
  expect((await eventsOf('organization.unit-changed', ended.unitId)).at(-1)?.payload).toMatchObject({ active: false });
  expect((await eventsOf('organization.organization-changed', ended.organizationId)).at(-1)?.payload).toMatchObject({
    unitId: successor.unitId,
  });
  expect(
    await o.refusal(o.admin, 'mutation ($input: MergeUnitsInput!) { mergeUnits(input: $input) { id } }', {
      input: { unitIds: [ended.unitId], successorId: successor.unitId, change: DECISION },
    }),
  ).toBe('UNIT_DISSOLVED');
});

test('a merger takes the ended unit out of the groups, once, with a new version', async () => {
  const [ended, successor] = [await o.unitAt(58), await o.unitAt(59)];
  const versionsBefore = await o.rows<{ version: number }>(
    `select version from organization.recipient_group where name = '全部单位'`,
  );
  await o.ask(o.admin, 'mutation ($input: MergeUnitsInput!) { mergeUnits(input: $input) { id } }', {
    input: { unitIds: [ended.unitId], successorId: successor.unitId, change: DECISION },
  });
  const { recipientGroups } = await o.ask<{
    recipientGroups: { name: string; version: number; memberCount: number }[];
  }>(o.admin, '{ recipientGroups { name version memberCount } }');
  const all = recipientGroups.find((group) => group.name === '全部单位');
  expect(all?.version).toBe((versionsBefore[0]?.version ?? 0) + 1);
});

test('a split gives new units with the organisations that go with them', async () => {
  const unit = await o.unitAt(38);
  const [branch] = await o.rows<{ organization_id: string }>(
    `select organization_id from organization.organization where unit_id = $1 and kind = 'BRANCH'
     order by organization_id limit 1`,
    [unit.unitId],
  );
  const newUnit = {
    name: '市水文局',
    nature: 'PUBLIC_WELFARE_ONE',
    protocolOrder: 78,
    organizationIds: [branch?.organization_id],
  };
  const SPLIT = 'mutation ($input: SplitUnitInput!) { splitUnit(input: $input) { id name organizations { id } } }';
  const input = { unitId: unit.unitId, newUnits: [newUnit], change: DECISION, expectedVersion: unit.unitVersion };
  const { splitUnit } = await o.ask<{ splitUnit: object[] }>(o.admin, SPLIT, { input });
  expect(splitUnit).toMatchObject([{ name: '市水文局', organizations: [{ id: branch?.organization_id }] }]);

  const foreign = await o.unitAt(37);
  const again = {
    ...input,
    newUnits: [{ ...newUnit, name: '市测绘局', organizationIds: [foreign.organizationId] }],
    expectedVersion: unit.unitVersion + 1,
  };
  const before = await o.fingerprint();
  expect(await o.refusal(o.admin, SPLIT, { input: again })).toBe('ORGANIZATION_OF_OTHER_UNIT');
  expect(await o.fingerprint()).toBe(before);
});

test('a unit with living organisations is not dissolved, one without is', async () => {
  const DISSOLVE = 'mutation ($input: DissolveUnitInput!) { dissolveUnit(input: $input) { status effectiveTo } }';
  const unit = await o.unitAt(37);
  const refused = { unitId: unit.unitId, change: DECISION, expectedVersion: unit.unitVersion };
  expect(await o.refusal(o.admin, DISSOLVE, { input: refused })).toBe('UNIT_HAS_ORGANIZATIONS');
  const { createUnit } = await o.ask<{ createUnit: { id: string } }>(o.admin, CREATE, {
    input: { name: '市临时机构', nature: 'ADMINISTRATIVE_ORGAN', protocolOrder: 79, change: DECISION },
  });
  const change = { ...DECISION, effectiveOn: '2020-10-15' };
  const { dissolveUnit } = await o.ask<{ dissolveUnit: object }>(o.admin, DISSOLVE, {
    input: { unitId: createUnit.id, change, expectedVersion: 1 },
  });
  expect(dissolveUnit).toEqual({ status: 'DISSOLVED', effectiveTo: '2020-10-15' });
});

test('units page by cursor and by offset in one order', async () => {
  const page = (args: string) =>
    o.ask<{ units: { totalCount: number; nodes: { id: string }[]; pageInfo: { endCursor: string } } }>(
      o.admin,
      `{ units(${args}) { totalCount nodes { id } pageInfo { endCursor } } }`,
    );
  const first = await page('first: 20');
  const byCursor = await page(`first: 20, after: "${first.units.pageInfo.endCursor}"`);
  const byOffset = await page('first: 20, offset: 20');
  expect(byCursor.units.nodes).toHaveLength(20);
  expect(byCursor.units.nodes).toEqual(byOffset.units.nodes);
  expect(byCursor.units.totalCount).toBe(first.units.totalCount);
});

test('no fault was masked', () => {
  expect(o.world.faults).toEqual([]);
});
