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
const KIND =
  'mutation ($input: ChangeOrganizationKindInput!) { changeOrganizationKind(input: $input) { id kind name } }';
const DISSOLVE =
  'mutation ($input: DissolveOrganizationInput!) { dissolveOrganization(input: $input) { id status effectiveTo } }';

interface Created {
  readonly createOrganization: { readonly id: string; readonly version: number; readonly affiliationPath: string[] };
}

/** A unit whose addressee is of that kind. */
async function unitWith(kind: string, place = 0) {
  const [row] = await o.rows<{ protocol_order: number }>(
    `select u.protocol_order from organization.unit u join organization.organization o using (committee_id, unit_id)
     where o.kind = $1 and cardinality(o.affiliation_path) = 2 and o.status = 'ACTIVE' and u.protocol_order <> 10
     order by u.protocol_order offset $2 limit 1`,
    [kind, place],
  );
  return o.unitAt(row?.protocol_order ?? 0);
}

async function groupNamed(name: string) {
  const [group] = await o.rows<{ group_id: string; version: number; organization_ids: string[] }>(
    `select group_id, version, organization_ids from organization.recipient_group
     join organization.recipient_group_version using (committee_id, group_id, version) where name = $1`,
    [name],
  );
  if (!group) throw new Error(`no group ${name}`);
  return group;
}

const lastEvent = async (event: string, id: string) => {
  const [row] = await o.rows<{ payload: Record<string, unknown> }>(
    'select payload from organization.outbox where event = $1 and aggregate_id = $2 order by id desc limit 1',
    [event, id],
  );
  return row?.payload;
};

test('a new organisation stands on the path of its superior, audited and told', async () => {
  const unit = await unitWith('ORGAN_COMMITTEE');
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
  expect(await lastEvent('organization.organization-changed', createOrganization.id)).toMatchObject({
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
  const [from, to] = [await unitWith('GENERAL_BRANCH'), await unitWith('ORGAN_COMMITTEE', 1)];
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
    expect(await lastEvent('organization.organization-changed', id)).toMatchObject({
      affiliationPath: [root, to.organizationId, from.organizationId, id],
      version: 2,
    });
  }
});

test('a unit that stops being directly under the committee leaves the groups in the same act', async () => {
  const before = await groupNamed('全部单位');
  const [from, to] = [await unitWith('GENERAL_BRANCH', 1), await unitWith('ORGAN_COMMITTEE', 1)];
  const input = {
    organizationId: from.organizationId,
    affiliationId: to.organizationId,
    change: DECISION,
    expectedVersion: 1,
  };
  await o.ask(o.admin, MOVE, { input });
  const after = await groupNamed('全部单位');
  expect(after.version).toBe(before.version + 1);
  expect(after.organization_ids).toEqual(before.organization_ids.filter((id) => id !== from.organizationId));
  expect(await lastEvent('organization.group-changed', after.group_id)).toMatchObject({
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

test('an upgrade in place keeps the groups of lists and changes those of kinds', async () => {
  const unit = await unitWith('BRANCH');
  const [list, kinds] = [await groupNamed('模范机关70家'), await groupNamed('直属党总支')];
  const input = {
    organizationId: unit.organizationId,
    kind: 'GENERAL_BRANCH',
    name: '中共某总支部委员会',
    change: DECISION,
    expectedVersion: unit.organizationVersion,
  };
  const { changeOrganizationKind } = await o.ask<{ changeOrganizationKind: object }>(o.admin, KIND, { input });
  expect(changeOrganizationKind).toMatchObject({ kind: 'GENERAL_BRANCH', name: '中共某总支部委员会' });
  expect((await groupNamed('直属党总支')).organization_ids).toEqual(
    [...kinds.organization_ids, unit.organizationId].sort(),
  );
  expect((await groupNamed('模范机关70家')).version).toBe(list.version);
  const [event] = await o.rows('select kind from organization.structure_event where object_id = $1', [
    unit.organizationId,
  ]);
  expect(event).toEqual({ kind: 'UPGRADE' });
});

test('a downgrade below its subordinates is refused', async () => {
  const unit = await unitWith('ORGAN_COMMITTEE', 2);
  const input = {
    organizationId: unit.organizationId,
    kind: 'BRANCH',
    name: '中共某支部委员会',
    change: DECISION,
    expectedVersion: unit.organizationVersion,
  };
  expect(await o.refusal(o.admin, KIND, { input })).toBe('AFFILIATION_KIND');
});

describe('dissolving', () => {
  test('is refused while subordinates live', async () => {
    const unit = await unitWith('ORGAN_COMMITTEE', 3);
    const input = { organizationId: unit.organizationId, change: DECISION, expectedVersion: unit.organizationVersion };
    expect(await o.refusal(o.admin, DISSOLVE, { input })).toBe('ORGANIZATION_HAS_CHILDREN');
  });

  test('is refused while members are reported and nobody takes them over', async () => {
    const unit = await unitWith('BRANCH', 1);
    const input = { organizationId: unit.organizationId, change: DECISION, expectedVersion: unit.organizationVersion };
    const before = await o.fingerprint();
    expect(await o.refusal(o.admin, DISSOLVE, { input })).toBe('MEMBERS_WITHOUT_SUCCESSOR');
    expect(await o.fingerprint()).toBe(before);
  });

  test('with a successor ends posts and their sessions, and leaves every group and list', async () => {
    const [unit, successor] = [await unitWith('BRANCH', 1), await unitWith('BRANCH', 2)];
    const [{ login_name: loginName }] = (await o.rows(
      `select login_name from organization.account join organization.post using (account_id) where organization_id = $1 limit 1`,
      [unit.organizationId],
    )) as [{ login_name: string }];
    await o.ask(null, 'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }', {
      input: { loginName, password: 'demo-jiaozuo-140' },
    });
    const input = {
      organizationId: unit.organizationId,
      successorId: successor.organizationId,
      change: DECISION,
      expectedVersion: unit.organizationVersion,
    };
    const { dissolveOrganization } = await o.ask<{ dissolveOrganization: object }>(o.admin, DISSOLVE, { input });
    expect(dissolveOrganization).toMatchObject({ status: 'DISSOLVED', effectiveTo: '2020-10-12' });
    const alive = await o.rows(
      `select 1 from organization.session s join organization.post p on p.post_id = s.acting_post_id
       where p.organization_id = $1 and (s.ended_at is null or p.ended_at is null)`,
      [unit.organizationId],
    );
    expect(alive).toEqual([]);
    for (const name of ['全部单位', '模范机关70家']) {
      expect((await groupNamed(name)).organization_ids).not.toContain(unit.organizationId);
    }
    const [history] = await o.rows(
      'select kind, successor_ids from organization.structure_event where object_id = $1',
      [unit.organizationId],
    );
    expect(history).toEqual({ kind: 'DISSOLVE', successor_ids: [successor.organizationId] });
  });

  test('is not possible for the work committee', async () => {
    const { organizationId, version } = await o.organizationNamed(WORK_COMMITTEE);
    expect(
      await o.refusal(o.admin, DISSOLVE, { input: { organizationId, change: DECISION, expectedVersion: version } }),
    ).toBe('WORK_COMMITTEE_FIXED');
  });

  test('a leadership body leaves whom it guided without guidance', async () => {
    const [group] = await o.rows<{ organization_id: string; version: number; guided: string }>(
      `select g.organization_id, g.version, o.organization_id as guided from organization.organization g
       join organization.organization o on o.guidance_id = g.organization_id where g.kind = 'PARTY_GROUP' limit 1`,
    );
    await o.ask(o.admin, DISSOLVE, {
      input: { organizationId: group?.organization_id, change: DECISION, expectedVersion: group?.version },
    });
    expect(await lastEvent('organization.organization-changed', group?.guided ?? '')).toMatchObject({
      guidanceId: null,
    });
  });
});

test('a suspended organisation receives nothing until it is resumed', async () => {
  const unit = await unitWith('BRANCH', 3);
  const change = { organizationId: unit.organizationId, change: DECISION, expectedVersion: unit.organizationVersion };
  await o.ask(o.admin, 'mutation ($input: DecidedChangeInput!) { suspendOrganization(input: $input) { status } }', {
    input: change,
  });
  expect((await groupNamed('全部单位')).organization_ids).not.toContain(unit.organizationId);
  const RESUME = 'mutation ($input: DecidedChangeInput!) { resumeOrganization(input: $input) { status } }';
  await o.ask(o.admin, RESUME, { input: { ...change, expectedVersion: unit.organizationVersion + 1 } });
  expect((await groupNamed('全部单位')).organization_ids).toContain(unit.organizationId);
  expect(
    await o.refusal(o.admin, RESUME, { input: { ...change, expectedVersion: unit.organizationVersion + 2 } }),
  ).toBe('ORGANIZATION_STATUS');
});

test('renaming and guidance change the snapshot with a higher version', async () => {
  const unit = await unitWith('BRANCH', 4);
  await o.ask(o.admin, 'mutation ($input: RenameOrganizationInput!) { renameOrganization(input: $input) { id } }', {
    input: {
      organizationId: unit.organizationId,
      name: '中共新名支部委员会',
      change: DECISION,
      expectedVersion: unit.organizationVersion,
    },
  });
  expect(await lastEvent('organization.organization-changed', unit.organizationId)).toMatchObject({
    name: '中共新名支部委员会',
    version: unit.organizationVersion + 1,
  });
  await o.ask(o.admin, 'mutation ($input: ChangeGuidanceInput!) { changeGuidance(input: $input) { id } }', {
    input: { organizationId: unit.organizationId, guidanceId: null, expectedVersion: unit.organizationVersion + 1 },
  });
  expect(await lastEvent('organization.organization-changed', unit.organizationId)).toMatchObject({
    version: unit.organizationVersion + 2,
  });
});

describe('reported numbers', () => {
  const REPORT =
    'mutation ($input: ReportMemberCountsInput!) { reportMemberCounts(input: $input) { version memberCounts { formal probationary reportedOn } } }';
  const counts = { formalMembers: 2, probationaryMembers: 0, reportedOn: '2020-10-15', hasBranchCommittee: false };

  test('are given by the unit itself and judged by the regulations', async () => {
    const unit = await unitWith('BRANCH', 5);
    const clerk = await o.personOf(unit);
    const input = { organizationId: unit.organizationId, ...counts, expectedVersion: unit.organizationVersion };
    const { reportMemberCounts } = await o.ask<{ reportMemberCounts: object }>(clerk, REPORT, { input });
    expect(reportMemberCounts).toMatchObject({
      memberCounts: { formal: 2, probationary: 0, reportedOn: '2020-10-15' },
    });
    const { organizationWarnings } = await o.ask<{ organizationWarnings: object[] }>(
      clerk,
      '{ organizationWarnings { warning severity text organization { id } } }',
    );
    expect(organizationWarnings).toEqual([
      expect.objectContaining({
        warning: 'BRANCH_TOO_SMALL',
        severity: 'WARN',
        organization: { id: unit.organizationId },
      }),
    ]);
  });

  test('of another unit do not exist for it', async () => {
    const [own, other] = [await unitWith('BRANCH', 5), await unitWith('BRANCH', 6)];
    const input = { organizationId: other.organizationId, ...counts, expectedVersion: other.organizationVersion };
    expect(await o.refusal(await o.personOf(own), REPORT, { input })).toBe('ORGANIZATION_NOT_FOUND');
  });

  test('are refused for a party group', async () => {
    const [group] = await o.rows<{ organization_id: string; version: number }>(
      `select organization_id, version from organization.organization where kind = 'PARTY_GROUP' and status = 'ACTIVE' limit 1`,
    );
    const input = { organizationId: group?.organization_id, ...counts, expectedVersion: group?.version };
    expect(await o.refusal(o.admin, REPORT, { input })).toBe('KIND_WITHOUT_MEMBERS');
  });
});

test('terms follow each other, are extended once and closed', async () => {
  const unit = await unitWith('BRANCH', 7);
  const { organizationId } = unit;
  const START =
    'mutation ($input: StartTermInput!) { startTerm(input: $input) { currentTerm { ordinal lastDay isOverdue version } terms { ordinal closedOn } } }';
  const EXTEND =
    'mutation ($input: ExtendTermInput!) { extendTerm(input: $input) { currentTerm { lastDay isExtended } } }';
  const CLOSE = 'mutation ($input: CloseTermInput!) { closeTerm(input: $input) { currentTerm { id } } }';
  const { startTerm } = await o.ask<{ startTerm: object }>(o.admin, START, {
    input: { organizationId, electedOn: '2020-10-14' },
  });
  expect(startTerm).toEqual({
    currentTerm: { ordinal: 2, lastDay: '2023-10-14', isOverdue: false, version: 1 },
    terms: [
      { ordinal: 2, closedOn: null },
      { ordinal: 1, closedOn: '2020-10-14' },
    ],
  });
  expect(await o.refusal(o.admin, START, { input: { organizationId, electedOn: '2020-10-14' } })).toBe('TERM_START');
  const extension = { organizationId, extendedTo: '2024-04-14', expectedVersion: 1 };
  const { extendTerm } = await o.ask<{ extendTerm: object }>(o.admin, EXTEND, { input: extension });
  expect(extendTerm).toEqual({ currentTerm: { lastDay: '2024-04-14', isExtended: true } });
  expect(await o.refusal(o.admin, EXTEND, { input: { ...extension, expectedVersion: 2 } })).toBe('TERM_EXTENDED_TWICE');
  expect(
    await o.refusal(o.admin, CLOSE, { input: { organizationId, closedOn: '2020-10-15', expectedVersion: 1 } }),
  ).toBe('STALE_VERSION');
  const { closeTerm } = await o.ask<{ closeTerm: object }>(o.admin, CLOSE, {
    input: { organizationId, closedOn: '2020-10-15', expectedVersion: 2 },
  });
  expect(closeTerm).toEqual({ currentTerm: null });
  expect(
    await o.refusal(o.admin, CLOSE, { input: { organizationId, closedOn: '2020-10-15', expectedVersion: 3 } }),
  ).toBe('TERM_NOT_FOUND');
});

test('the tree of an organisation is itself and everything below it, superiors first', async () => {
  const unit = await unitWith('ORGAN_COMMITTEE', 4);
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
  const unit = await unitWith('ORGAN_COMMITTEE', 5);
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
