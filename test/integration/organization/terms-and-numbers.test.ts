import { createOrganizationWorld, type OrganizationWorld } from './organization-world';

let o: OrganizationWorld;

beforeAll(async () => {
  o = await createOrganizationWorld();
});

afterAll(() => o.world.close());

describe('reported numbers', () => {
  const REPORT =
    'mutation ($input: ReportMemberCountsInput!) { reportMemberCounts(input: $input) { version memberCounts { formal probationary reportedOn } } }';
  const counts = { formalMembers: 2, probationaryMembers: 0, reportedOn: '2020-10-15', hasBranchCommittee: false };

  test('are given by the unit itself and judged by the regulations', async () => {
    const unit = await o.unitWith('BRANCH', 5);
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

  test('are told to the other rooms, as they were imported and each time anew', async () => {
    const unit = await o.unitWith('BRANCH', 5);
    const { organizationId, unitId, organizationVersion: expectedVersion } = unit;
    await o.ask(await o.personOf(unit), REPORT, { input: { organizationId, ...counts, expectedVersion } });
    const events = await o.world.database.query<{ payload: object }>(
      `select payload from organization.outbox where event = 'organization.member-counts-reported' and aggregate_id = $1
       order by id`,
      [organizationId],
    );
    expect([events.at(0)?.payload, events.at(-1)?.payload]).toEqual([
      expect.objectContaining({ reportedOn: '2020-06-30', version: 1 }),
      {
        committeeId: o.committeeId,
        organizationId,
        unitId,
        formalMembers: 2,
        probationaryMembers: 0,
        reportedOn: '2020-10-15',
        version: expectedVersion + 1,
      },
    ]);
  });

  test('of another unit do not exist for it', async () => {
    const [own, other] = [await o.unitWith('BRANCH', 5), await o.unitWith('BRANCH', 6)];
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
  const unit = await o.unitWith('BRANCH', 7);
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

test('no fault was masked', () => {
  expect(o.world.faults).toEqual([]);
});
