import { createOrganizationWorld, type OrganizationWorld, WORK_COMMITTEE } from './organization-world';

let o: OrganizationWorld;

beforeAll(async () => {
  o = await createOrganizationWorld();
});

afterAll(() => o.world.close());

interface Group {
  readonly id: string;
  readonly version: number;
  readonly memberCount: number;
}

const CREATE_GROUP = 'mutation ($input: CreateGroupInput!) { createGroup(input: $input) { id version memberCount } }';
const CHANGE_MEMBERS =
  'mutation ($input: ChangeGroupMembersInput!) { changeGroupMembers(input: $input) { id version memberCount } }';

const createGroup = async (input: object): Promise<Group> =>
  (await o.ask<{ createGroup: Group }>(o.admin, CREATE_GROUP, { input })).createGroup;

async function groupEvents(groupId: string) {
  return o.rows<{ payload: { organizationIds: string[]; groupVersion: number } }>(
    `select payload from organization.outbox where event = 'organization.group-changed' and aggregate_id = $1 order by id`,
    [groupId],
  );
}

describe('a list', () => {
  test('keeps every version of its members with the reason', async () => {
    const [first, second] = [await o.unitAt(1), await o.unitAt(2)];
    const group = await createGroup({ name: '试点单位', rule: 'LIST', organizationIds: [first.organizationId] });
    expect(group).toMatchObject({ version: 1, memberCount: 1 });
    const change = {
      groupId: group.id,
      add: [second.organizationId],
      remove: [first.organizationId],
      reason: '轮换试点',
      expectedVersion: 1,
    };
    await o.ask(o.admin, CHANGE_MEMBERS, { input: change });
    const { recipientGroup } = await o.ask<{ recipientGroup: object }>(
      o.admin,
      'query ($id: ID!) { recipientGroup(id: $id) { version organizations { id } versions { version reason organizationIds } } }',
      { id: group.id },
    );
    expect(recipientGroup).toEqual({
      version: 2,
      organizations: [{ id: second.organizationId }],
      versions: [
        { version: 2, reason: '轮换试点', organizationIds: [second.organizationId] },
        { version: 1, reason: '新建分组', organizationIds: [first.organizationId] },
      ],
    });
    expect((await groupEvents(group.id)).map(({ payload }) => payload.groupVersion)).toEqual([1, 2]);
    expect(await o.rows('select action from organization.audit where object_id = $1 order by id', [group.id])).toEqual([
      { action: 'createGroup' },
      { action: 'changeGroupMembers' },
    ]);
  });

  test.each([
    ['a stale version', { expectedVersion: 9 }, 'STALE_VERSION'],
    ['no reason', { reason: ' ' }, 'GROUP_REASON_REQUIRED'],
    ['nothing changed', { add: [], remove: [] }, 'GROUP_UNCHANGED'],
    ['a member that does not exist', { add: ['0192a000-0000-7000-8000-000000000001'] }, 'GROUP_MEMBER_INVALID'],
    ['an unknown group', { groupId: '0192a000-0000-7000-8000-000000000001' }, 'GROUP_NOT_FOUND'],
  ])('is not changed with %s', async (_, change, reason) => {
    const [group] = await o.rows<{ group_id: string; version: number }>(
      `select group_id, version from organization.recipient_group where name = '模范机关70家'`,
    );
    const unit = await o.unitAt(76);
    const before = await o.fingerprint();
    const input = {
      groupId: group?.group_id,
      add: [unit.organizationId],
      remove: [],
      reason: '增补',
      expectedVersion: group?.version,
      ...change,
    };
    expect(await o.refusal(o.admin, CHANGE_MEMBERS, { input })).toBe(reason);
    expect(await o.fingerprint()).toBe(before);
  });

  test('does not take the work committee itself', async () => {
    const { organizationId } = await o.organizationNamed(WORK_COMMITTEE);
    const input = { name: '含工委', rule: 'LIST', organizationIds: [organizationId] };
    expect(await o.refusal(o.admin, CREATE_GROUP, { input })).toBe('GROUP_MEMBER_INVALID');
  });
});

describe('a rule', () => {
  test('finds its members when the group is made', async () => {
    expect(await createGroup({ name: '法检两院', rule: 'NATURE', ruleValue: 'COURT_OR_PROCURATORATE' })).toMatchObject({
      memberCount: 2,
    });
  });

  test('that finds nobody is told as empty', async () => {
    const group = await createGroup({ name: '困难企业', rule: 'NATURE', ruleValue: 'STRUGGLING_ENTERPRISE' });
    expect((await groupEvents(group.id)).map(({ payload }) => payload.organizationIds)).toEqual([[]]);
  });

  test('takes no members by hand', async () => {
    const [group] = await o.rows<{ group_id: string; version: number }>(
      `select group_id, version from organization.recipient_group where name = '全部单位'`,
    );
    const unit = await o.unitAt(1);
    const input = {
      groupId: group?.group_id,
      add: [],
      remove: [unit.organizationId],
      reason: '试',
      expectedVersion: group?.version,
    };
    expect(await o.refusal(o.admin, CHANGE_MEMBERS, { input })).toBe('GROUP_IS_RULE');
    const listed = { name: '混合', rule: 'ALL_UNITS', organizationIds: [unit.organizationId] };
    expect(await o.refusal(o.admin, CREATE_GROUP, { input: listed })).toBe('GROUP_IS_RULE');
  });

  test('by an area that does not exist is refused', async () => {
    const input = { name: '无此片区', rule: 'ZONE', ruleValue: '0192a000-0000-7000-8000-000000000001' };
    expect(await o.refusal(o.admin, CREATE_GROUP, { input })).toBe('GROUP_RULE_VALUE');
  });

  test('a name is used once', async () => {
    expect(await o.refusal(o.admin, CREATE_GROUP, { input: { name: '全部单位', rule: 'ALL_UNITS' } })).toBe(
      'GROUP_NAME_TAKEN',
    );
  });
});

test('groups are the office’s: a unit reads none', async () => {
  const clerk = await o.personOf(await o.unitAt(1));
  expect(await o.refusal(clerk, '{ recipientGroups { id } }')).toBe('ROLE_NOT_ALLOWED');
});

describe('areas', () => {
  const ASSIGN = 'mutation ($input: AssignZoneInput!) { assignZone(input: $input) { units { id } } }';
  const zoneNamed = async (name: string) => {
    const { zones } = await o.ask<{ zones: { id: string; name: string; units: { id: string }[] }[] }>(
      o.admin,
      '{ zones { id name units { id } contactLeader { title } } }',
    );
    const zone = zones.find((each) => each.name === name);
    if (!zone) throw new Error(`no zone ${name}`);
    return zone;
  };

  test('a unit that changes its area changes both groups and its own snapshot', async () => {
    const unit = await o.unitAt(1);
    const [from, to] = [await zoneNamed('第一片区'), await zoneNamed('第二片区')];
    await o.ask(o.admin, ASSIGN, { input: { zoneId: to.id, year: 2020, unitIds: [unit.unitId] } });
    expect((await zoneNamed('第一片区')).units).toHaveLength(from.units.length - 1);
    expect((await zoneNamed('第二片区')).units).toHaveLength(to.units.length + 1);
    const groups = await o.rows(
      `select name, version, cardinality(organization_ids) as size from organization.recipient_group
       join organization.recipient_group_version using (committee_id, group_id, version)
       where name in ('第一片区', '第二片区') order by name collate "C"`,
    );
    expect(groups).toEqual(
      expect.arrayContaining([
        { name: '第一片区', version: 3, size: from.units.length - 1 },
        { name: '第二片区', version: 3, size: to.units.length + 1 },
      ]),
    );
    const [event] = await o.rows<{ payload: object }>(
      `select payload from organization.outbox where event = 'organization.unit-changed' and aggregate_id = $1 order by id desc limit 1`,
      [unit.unitId],
    );
    expect(event?.payload).toMatchObject({ zoneId: to.id, version: unit.unitVersion + 1 });
    expect(await o.rows('select kind from organization.structure_event where object_id = $1', [unit.unitId])).toEqual([
      { kind: 'CHANGE_AREA' },
    ]);
  });

  test('next year’s areas leave this year’s groups as they are', async () => {
    const unit = await o.unitAt(3);
    const to = await zoneNamed('第五片区');
    await o.ask(o.admin, ASSIGN, { input: { zoneId: to.id, year: 2021, unitIds: [unit.unitId] } });
    const { unit: zones } = await o.ask<{ unit: object }>(
      o.admin,
      'query ($id: ID!) { unit(id: $id) { now: zone { name } next: zone(year: 2021) { name } } }',
      { id: unit.unitId },
    );
    expect(zones).toEqual({ now: { name: '第一片区' }, next: { name: '第五片区' } });
  });

  test.each([
    [2019, 'ZONE_YEAR'],
    [2022, 'ZONE_YEAR'],
  ])('the year %i is not assigned', async (year, reason) => {
    const unit = await o.unitAt(4);
    const zone = await zoneNamed('第五片区');
    expect(await o.refusal(o.admin, ASSIGN, { input: { zoneId: zone.id, year, unitIds: [unit.unitId] } })).toBe(reason);
  });

  test('unknown units are refused and nobody moves', async () => {
    const unit = await o.unitAt(4);
    const zone = await zoneNamed('第五片区');
    const before = await o.fingerprint();
    const unitIds = [unit.unitId, '0192a000-0000-7000-8000-000000000001'];
    expect(await o.refusal(o.admin, ASSIGN, { input: { zoneId: zone.id, year: 2020, unitIds } })).toBe(
      'ZONE_UNITS_INVALID',
    );
    expect(await o.fingerprint()).toBe(before);
  });

  test('a new area is empty and its name its own', async () => {
    const CREATE = 'mutation ($input: CreateZoneInput!) { createZone(input: $input) { name units { id } } }';
    const { createZone } = await o.ask<{ createZone: object }>(o.admin, CREATE, { input: { name: '第六片区' } });
    expect(createZone).toEqual({ name: '第六片区', units: [] });
    expect(await o.refusal(o.admin, CREATE, { input: { name: '第六片区' } })).toBe('ZONE_NAME_TAKEN');
  });
});

describe('contact points', () => {
  const SET =
    'mutation ($input: SetContactPointInput!) { setContactPoint(input: $input) { id year organization { id } unit { id } } }';

  test('a unit names one branch per leader and year, and another in its place', async () => {
    const unit = await o.unitAt(38);
    const clerk = await o.personOf(unit);
    const branches = await o.rows<{ organization_id: string }>(
      `select organization_id from organization.organization where unit_id = $1 order by organization_id desc limit 2`,
      [unit.unitId],
    );
    const name = (organizationId: unknown) =>
      o.ask<{ setContactPoint: { id: string } }>(clerk, SET, {
        input: { year: 2020, leaderName: '演示·局长', leaderTitle: '党组书记', organizationId },
      });
    const first = await name(branches[0]?.organization_id);
    const second = await name(branches[1]?.organization_id);
    expect(second.setContactPoint).toMatchObject({
      id: first.setContactPoint.id,
      organization: { id: branches[1]?.organization_id },
    });
    const { contactPoints } = await o.ask<{ contactPoints: object[] }>(clerk, '{ contactPoints { leaderName } }');
    expect(contactPoints).toEqual([{ leaderName: '演示·局长' }]);
  });

  test('of another unit are out of its sight', async () => {
    const [own, other] = [await o.unitAt(37), await o.unitAt(38)];
    const clerk = await o.personOf(own);
    const input = { year: 2020, leaderName: '甲', leaderTitle: '局长', organizationId: other.organizationId };
    expect(await o.refusal(clerk, SET, { input })).toBe('ORGANIZATION_NOT_FOUND');
    expect(await o.ask(clerk, '{ contactPoints { id } }')).toEqual({ contactPoints: [] });
  });
});

test('no fault was masked', () => {
  expect(o.world.faults).toEqual([]);
});
