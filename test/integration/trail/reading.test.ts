import type { Actor, Id, PersonActor } from '@hub/core';
import type { AuditEntry } from '@hub/persistence';

import { createTestWorld, personActor, serviceActor, someId, type TestWorld } from '../../support';

// Who reads which acts, and what of them.

let world: TestWorld;
const committeeId = someId();
const unitId = someId();
const otherUnitId = someId();
const paper = someId();
const [ownOrganization, otherOrganization] = [someId(), someId()];

const registrar = personActor('OFFICE_REGISTRAR', { committeeId, displayName: '登记员' });
const clerk = personActor('UNIT_CLERK', { committeeId, unitId, displayName: '李四' });
const stranger = personActor('UNIT_CLERK', { committeeId, unitId: otherUnitId, displayName: '王五' });
const leaderOf = (unit: Id) => personActor('UNIT_LEADER', { committeeId, unitId: unit });

interface ShownAct {
  readonly action: string;
  readonly actorName: string;
  readonly objectType: string;
  readonly partId: Id | null;
  readonly position: number;
  readonly changes: readonly {
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

interface Shown {
  readonly totalCount: number;
  readonly nodes: readonly ShownAct[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const ACTS = `totalCount pageInfo { hasNextPage endCursor }
  nodes { action actorName objectType partId position changes { field before after } }`;

/** As an object that does not exist. */
const ABSENT = 'absent';

const ROOT = 'query ($of: ID!) { auditTrail(of: $of) { of organizationActs { totalCount } } }';

/** The acts on an object as a subgraph shows them, or the reason why it does not. */
async function acts(actor: Actor | null, of: string = paper, page = ''): Promise<Shown | string> {
  const { data, errors } = await world.graphql(
    'dispatch',
    actor,
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on AuditTrail { dispatchActs${page} { ${ACTS} } } } }`,
    { of: [{ __typename: 'AuditTrail', of }] },
  );
  const [trail] = (data?._entities ?? []) as ({ dispatchActs: Shown } | null)[];
  return trail ? trail.dispatchActs : String(errors?.[0]?.extensions?.reason ?? ABSENT);
}

const actions = async (actor: Actor, of?: string) => {
  const shown = await acts(actor, of);
  return typeof shown === 'string' ? shown : shown.nodes.map(({ action }) => action);
};

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['organization', 'dispatch'] });
  // Scope of a unit is computed from the projection.
  for (const [organizationId, unit] of [
    [ownOrganization, unitId],
    [otherOrganization, otherUnitId],
  ] as const) {
    await world.database.query(
      `insert into dispatch.directory_organization
         (committee_id, organization_id, unit_id, name, kind, affiliation_path, active, version)
       values ($1, $2, $3, '机关党委', 'ORGAN_COMMITTEE', array[$2::uuid], true, 1)`,
      [committeeId, organizationId, unit],
    );
  }
  const act = (actor: PersonActor, entry: Omit<AuditEntry, 'objectId'>) =>
    world.context('dispatch', actor).transaction(async (tx) => tx.audit({ ...entry, objectId: paper }));
  await act(registrar, {
    action: 'issueDocument',
    objectType: 'document',
    before: { state: 'SEALED' },
    after: { state: 'ISSUED', title: '关于某事的通知', sizes: { recipients: 2 } },
  });
  await act(clerk, {
    action: 'acknowledgeReceipt',
    objectType: 'receipt',
    partId: ownOrganization,
    after: { state: 'ACKNOWLEDGED' },
  });
  await act(stranger, {
    action: 'returnReceipt',
    objectType: 'receipt',
    partId: otherOrganization,
    after: { reason: '误送' },
  });
});

afterAll(() => world.close());

test('the office reads every act with what changed, field by field', async () => {
  expect(await acts(registrar)).toMatchObject({
    totalCount: 3,
    nodes: [
      {
        action: 'issueDocument',
        actorName: '登记员',
        objectType: 'document',
        partId: null,
        position: 1,
        changes: [
          { field: 'state', before: 'SEALED', after: 'ISSUED' },
          { field: 'sizes', before: null, after: '{"recipients":2}' },
          { field: 'title', before: null, after: '关于某事的通知' },
        ],
      },
      { action: 'acknowledgeReceipt', actorName: '李四', partId: ownOrganization, position: 1 },
      { action: 'returnReceipt', actorName: '王五', partId: otherOrganization, position: 1 },
    ],
  });
});

test('the trail of a receipt leaves out what was done to others', async () => {
  expect(await actions(registrar, `${paper}.${ownOrganization}`)).toEqual(['issueDocument', 'acknowledgeReceipt']);
});

test('it is read by pages', async () => {
  const first = (await acts(registrar, paper, '(first: 2)')) as Shown;
  expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  const rest = (await acts(registrar, paper, `(after: "${first.pageInfo.endCursor}")`)) as Shown;
  expect(rest.nodes.map(({ action }) => action)).toEqual(['returnReceipt']);
});

test('the leader of a unit reads what was done under its posts, and nothing else', async () => {
  const leader = { ...leaderOf(unitId), organizationId: ownOrganization };
  expect(await acts(leader)).toMatchObject({ totalCount: 1, nodes: [{ action: 'acknowledgeReceipt' }] });
  expect(await acts({ ...leader, committeeId: someId() })).toMatchObject({ totalCount: 0, nodes: [] });
});

test.each(['COMMITTEE_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'] as const)(
  '%s sees that something was done, by whom, and no value of it',
  async (role) => {
    const shown = await acts(personActor(role, { committeeId }));
    expect(shown).toMatchObject({ totalCount: 3, nodes: [{ action: 'issueDocument', actorName: '登记员' }, {}, {}] });
    expect((shown as Shown).nodes[0]?.changes).toEqual([
      { field: 'state', before: '***', after: '***' },
      { field: 'sizes', before: null, after: '***' },
      { field: 'title', before: null, after: '***' },
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/SEALED|ISSUED|通知|误送/);
  },
);

test('an administrator of another committee sees nothing', async () => {
  expect(await acts(personActor('AUDIT_ADMIN', { committeeId: someId() }))).toMatchObject({ totalCount: 0, nodes: [] });
});

test('what administrators keep themselves is shown to them', async () => {
  const seriesId = someId();
  await world.context('dispatch', registrar).transaction(async (tx) => {
    tx.audit({
      action: 'createNumberSeries',
      objectType: 'numberSeries',
      objectId: seriesId,
      after: { prefix: '焦直文' },
    });
  });
  const shown = (await acts(personActor('AUDIT_ADMIN', { committeeId }), seriesId)) as Shown;
  expect(shown.nodes[0]?.changes).toEqual([{ field: 'prefix', before: null, after: '焦直文' }]);
});

test.each([
  ['a clerk of the unit', () => clerk, 'ROLE_NOT_ALLOWED'],
  ['a clerk of the office', () => personActor('OFFICE_CLERK', { committeeId }), 'ROLE_NOT_ALLOWED'],
  ['an inspector', () => personActor('INSPECTOR', { committeeId }), 'ROLE_NOT_ALLOWED'],
  ['a program', () => serviceActor(committeeId), 'PERSON_REQUIRED'],
  ['nobody', () => null, 'SIGN_IN_REQUIRED'],
])('for %s there is none', async (_, actor, reason) => {
  expect(await acts(actor())).toBe(actor() === null ? reason : ABSENT);
  const { errors } = await world.graphql('organization', actor(), ROOT, { of: paper });
  expect(errors?.[0]?.extensions?.reason).toBe(reason);
});

test('behind the first wall the rows are closed to administrators and programs', async () => {
  const count = 'select count(*)::int as rows from dispatch.audit';
  const rows = (actor: Actor) =>
    world
      .context('dispatch', actor)
      .read((tx) => tx.query<{ rows: number }>(count))
      .then(([row]) => row?.rows);
  // And what the inspector asked above, in vain.
  expect(await rows(registrar)).toBe(5);
  expect(await rows({ ...leaderOf(unitId), organizationId: ownOrganization })).toBe(1);
  for (const role of ['COMMITTEE_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'] as const) {
    expect(await rows(personActor(role, { committeeId }))).toBe(0);
  }
  expect(await rows(serviceActor(committeeId))).toBe(0);
  expect(await rows(serviceActor(committeeId, ownOrganization))).toBe(0);
});

test('the way to it begins at organization', async () => {
  expect(await world.graphql('organization', registrar, ROOT, { of: paper })).toMatchObject({
    data: { auditTrail: { of: paper, organizationActs: { totalCount: 0 } } },
  });
});

test.each(['', 'paper', `{${paper}}`, paper.replaceAll('-', ''), `${paper}.名称`])(
  '%p is no key of anything',
  async (of) => {
    const { errors } = await world.graphql('organization', registrar, ROOT, { of });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'ID_INVALID' });
    expect(await acts(registrar, of)).toBe(ABSENT);
  },
);
