import { DEMO_PASSWORD } from '../../../infra/seed/organization';
import {
  createOrganizationWorld,
  DECISION,
  type OrganizationWorld,
  type SeededUnit,
  WORK_COMMITTEE,
} from './organization-world';

let o: OrganizationWorld;

beforeAll(async () => {
  o = await createOrganizationWorld();
});

afterAll(() => o.world.close());

const KIND =
  'mutation ($input: ChangeOrganizationKindInput!) { changeOrganizationKind(input: $input) { id kind name } }';
const DISSOLVE =
  'mutation ($input: DissolveOrganizationInput!) { dissolveOrganization(input: $input) { id status effectiveTo } }';

test('an upgrade in place keeps the groups of lists and changes those of kinds', async () => {
  const unit = await o.unitWith('BRANCH');
  const [list, kinds] = [await o.groupNamed('模范机关70家'), await o.groupNamed('直属党总支')];
  const input = {
    organizationId: unit.organizationId,
    kind: 'GENERAL_BRANCH',
    name: '中共某总支部委员会',
    change: DECISION,
    expectedVersion: unit.organizationVersion,
  };
  const { changeOrganizationKind } = await o.ask<{ changeOrganizationKind: object }>(o.admin, KIND, { input });
  expect(changeOrganizationKind).toMatchObject({ kind: 'GENERAL_BRANCH', name: '中共某总支部委员会' });
  expect((await o.groupNamed('直属党总支')).organization_ids).toEqual(
    [...kinds.organization_ids, unit.organizationId].sort(),
  );
  expect((await o.groupNamed('模范机关70家')).version).toBe(list.version);
  const [event] = await o.rows('select kind from organization.structure_event where object_id = $1', [
    unit.organizationId,
  ]);
  expect(event).toEqual({ kind: 'UPGRADE' });
});

test('a downgrade below its subordinates is refused', async () => {
  const unit = await o.unitWith('ORGAN_COMMITTEE', 2);
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
    const unit = await o.unitWith('ORGAN_COMMITTEE', 3);
    const input = { organizationId: unit.organizationId, change: DECISION, expectedVersion: unit.organizationVersion };
    expect(await o.refusal(o.admin, DISSOLVE, { input })).toBe('ORGANIZATION_HAS_CHILDREN');
  });

  test('is refused while members are reported and nobody takes them over', async () => {
    const unit = await o.unitWith('BRANCH', 1);
    const input = { organizationId: unit.organizationId, change: DECISION, expectedVersion: unit.organizationVersion };
    const before = await o.fingerprint();
    expect(await o.refusal(o.admin, DISSOLVE, { input })).toBe('MEMBERS_WITHOUT_SUCCESSOR');
    expect(await o.fingerprint()).toBe(before);
  });

  test('with a successor ends posts and their sessions, and leaves every group and list', async () => {
    const [unit, successor] = [await o.unitWith('BRANCH', 1), await o.unitWith('BRANCH', 2)];
    const [{ login_name: loginName }] = (await o.rows(
      `select login_name from organization.account join organization.post using (account_id) where organization_id = $1 limit 1`,
      [unit.organizationId],
    )) as [{ login_name: string }];
    await o.ask(null, 'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }', {
      input: { loginName, password: DEMO_PASSWORD },
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
      expect((await o.groupNamed(name)).organization_ids).not.toContain(unit.organizationId);
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
    expect(await o.lastEvent('organization.organization-changed', group?.guided ?? '')).toMatchObject({
      guidanceId: null,
    });
  });
});

test('a suspended organisation receives nothing until it is resumed', async () => {
  const unit = await o.unitWith('BRANCH', 3);
  const change = { organizationId: unit.organizationId, change: DECISION, expectedVersion: unit.organizationVersion };
  await o.ask(o.admin, 'mutation ($input: DecidedChangeInput!) { suspendOrganization(input: $input) { status } }', {
    input: change,
  });
  expect((await o.groupNamed('全部单位')).organization_ids).not.toContain(unit.organizationId);
  const RESUME = 'mutation ($input: DecidedChangeInput!) { resumeOrganization(input: $input) { status } }';
  await o.ask(o.admin, RESUME, { input: { ...change, expectedVersion: unit.organizationVersion + 1 } });
  expect((await o.groupNamed('全部单位')).organization_ids).toContain(unit.organizationId);
  expect(
    await o.refusal(o.admin, RESUME, { input: { ...change, expectedVersion: unit.organizationVersion + 2 } }),
  ).toBe('ORGANIZATION_STATUS');
});

test('many changes at once each reach the groups', async () => {
  const before = await o.groupNamed('全部单位');
  const units: SeededUnit[] = [];
  for (const place of [30, 31, 32, 33, 34, 35, 36, 39]) units.push(await o.unitAt(place));
  const SUSPEND = 'mutation ($input: DecidedChangeInput!) { suspendOrganization(input: $input) { id } }';
  await Promise.all(
    units.map(({ organizationId, organizationVersion }) =>
      o.ask(o.admin, SUSPEND, { input: { organizationId, change: DECISION, expectedVersion: organizationVersion } }),
    ),
  );
  const after = await o.groupNamed('全部单位');
  const gone = units.map(({ organizationId }) => organizationId);
  expect(after.organization_ids).toEqual(before.organization_ids.filter((id) => !gone.includes(id)));
  expect(after.version).toBe(before.version + units.length);
});

test('renaming and guidance change the snapshot with a higher version', async () => {
  const unit = await o.unitWith('BRANCH', 4);
  await o.ask(o.admin, 'mutation ($input: RenameOrganizationInput!) { renameOrganization(input: $input) { id } }', {
    input: {
      organizationId: unit.organizationId,
      name: '中共新名支部委员会',
      change: DECISION,
      expectedVersion: unit.organizationVersion,
    },
  });
  expect(await o.lastEvent('organization.organization-changed', unit.organizationId)).toMatchObject({
    name: '中共新名支部委员会',
    version: unit.organizationVersion + 1,
  });
  await o.ask(o.admin, 'mutation ($input: ChangeGuidanceInput!) { changeGuidance(input: $input) { id } }', {
    input: { organizationId: unit.organizationId, guidanceId: null, expectedVersion: unit.organizationVersion + 1 },
  });
  expect(await o.lastEvent('organization.organization-changed', unit.organizationId)).toMatchObject({
    version: unit.organizationVersion + 2,
  });
});

test('no fault was masked', () => {
  expect(o.world.faults).toEqual([]);
});
