import type { Id } from '@hub/core';

import type { DocumentResult } from '../../../subgraphs/dispatch/src/usecases/document-step';
import { editDistribution } from '../../../subgraphs/dispatch/src/usecases/edit-distribution';
import { issueDocument } from '../../../subgraphs/dispatch/src/usecases/issue-document';
import { previewDistribution } from '../../../subgraphs/dispatch/src/usecases/preview-distribution';
import { createTestWorld, someId, type TestWorld } from '../../support';
import { addUnits, draftOf, type Office, type OfficeUnit, openOffice, setGroup } from './office';
import { fingerprint, reasonOf } from './refusal';

let world: TestWorld;
let office: Office;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch'] });
});

beforeEach(async () => {
  office = await openOffice(world);
});

afterAll(() => world.close());

const of = ({ documentId, version }: DocumentResult) => ({ documentId, expectedVersion: version });
const registrar = () => office.as('OFFICE_REGISTRAR');
const preview = (documentId: Id) => previewDistribution(registrar(), documentId);

const receivers = async (documentId: Id): Promise<string[]> => {
  const rows = await world.database.query<{ unit_name: string }>(
    'select unit_name from dispatch.receipt where document_id = $1 order by protocol_order',
    [documentId],
  );
  return rows.map((row) => row.unit_name);
};

const newUnit = async (name: string): Promise<OfficeUnit> => {
  const unit = { unitId: someId(), organizationId: someId(), name };
  await addUnits(world, office.committeeId, [unit]);
  return unit;
};

describe('recipients that changed since the approval', () => {
  let ready: DocumentResult;
  let late: OfficeUnit;

  beforeEach(async () => {
    ready = await office.bringTo('ISSUE');
    late = await newUnit('新设局');
    await setGroup(world, office.committeeId, office.groupId, [...office.units.slice(1), late]);
  });

  test('are shown by the preview', async () => {
    const { approvedCount, joined, left } = await preview(ready.documentId);
    expect(approvedCount).toBe(3);
    expect(joined.map(({ unitName }) => unitName)).toEqual(['新设局']);
    expect(left.map(({ unitName, active }) => [unitName, active])).toEqual([['第1局', true]]);
  });

  test('must each be decided about', async () => {
    const { recipientVersion } = await preview(ready.documentId);
    const before = await fingerprint(world);
    const silent = issueDocument(registrar(), { ...of(ready), recipientVersion });
    expect(await reasonOf(silent)).toBe('RECIPIENTS_CHANGED');
    const half = { include: [], leaveOut: [late.organizationId] };
    const partly = issueDocument(registrar(), { ...of(ready), recipientVersion, confirmation: half });
    expect(await reasonOf(partly)).toBe('RECIPIENTS_CHANGED');
    expect(await fingerprint(world)).toBe(before);
  });

  test('are left out or kept as the issuer says', async () => {
    const { recipientVersion } = await preview(ready.documentId);
    const first = office.units[0] as OfficeUnit;
    const confirmation = { include: [first.organizationId], leaveOut: [late.organizationId] };
    await issueDocument(registrar(), { ...of(ready), recipientVersion, confirmation });
    expect(await receivers(ready.documentId)).toEqual(['第1局', '第2局', '第3局']);
  });

  test('are taken in or dropped as the issuer says', async () => {
    const { recipientVersion } = await preview(ready.documentId);
    const first = office.units[0] as OfficeUnit;
    const confirmation = { include: [late.organizationId], leaveOut: [first.organizationId] };
    await issueDocument(registrar(), { ...of(ready), recipientVersion, confirmation });
    expect((await receivers(ready.documentId)).sort()).toEqual(['新设局', '第2局', '第3局'].sort());
  });

  test('again after the preview stop the issue', async () => {
    const { recipientVersion } = await preview(ready.documentId);
    await setGroup(world, office.committeeId, office.groupId, office.units);
    const outdated = issueDocument(registrar(), { ...of(ready), recipientVersion });
    expect(await reasonOf(outdated)).toBe('RECIPIENTS_CHANGED');
  });
});

test('a dissolved organisation is shown as such and cannot be kept', async () => {
  const ready = await office.bringTo('ISSUE');
  const gone = office.units[2] as OfficeUnit;
  await world.database.query('update dispatch.directory_organization set active = false where organization_id = $1', [
    gone.organizationId,
  ]);
  const { left, recipientVersion } = await preview(ready.documentId);
  expect(left).toMatchObject([{ unitName: '第3局', active: false }]);
  const confirmation = { include: [gone.organizationId], leaveOut: [] };
  const kept = issueDocument(registrar(), { ...of(ready), recipientVersion, confirmation });
  expect(await reasonOf(kept)).toBe('ORGANIZATION_NOT_FOUND');
});

describe('a distribution', () => {
  const fixed = (documentId: Id) =>
    world.database.query(
      `select coalesce(u.name, d.external_name) as name, d.role, d.duty, d.copies from dispatch.distribution d
       left join dispatch.directory_organization o on o.organization_id = d.organization_id
       left join dispatch.directory_unit u on u.unit_id = o.unit_id
       where d.document_id = $1 order by d.position`,
      [documentId],
    );

  test('takes the single naming before the group, leaves out exclusions and adds bodies outside', async () => {
    const [first, second] = office.units as [OfficeUnit, OfficeUnit];
    const approved = await office.bringTo('RECHECK', {
      feedback: { kind: 'IMPLEMENTATION', fields: [], stages: [] },
      audience: {
        groups: [{ groupId: office.groupId, role: 'TO', duty: null }],
        organizations: [{ organizationId: first.organizationId, role: 'COPY', duty: null, copies: 2 }],
        exclusions: [second.organizationId],
        externals: [{ name: '市委办公室', role: 'COPY', copies: 3 }],
      },
    });
    expect(await fixed(approved.documentId)).toEqual([
      { name: '第1局', role: 'COPY', duty: 'ACKNOWLEDGE', copies: 2 },
      { name: '第3局', role: 'TO', duty: 'FEEDBACK', copies: 1 },
      { name: '市委办公室', role: 'COPY', duty: 'READ', copies: 3 },
    ]);
  });

  test('may be changed until it is fixed at numbering, and not after', async () => {
    const [first] = office.units as [OfficeUnit];
    const audience = {
      groups: [],
      organizations: [{ organizationId: first.organizationId, role: 'TO', duty: null, copies: 1 } as const],
      exclusions: [],
      externals: [],
    };
    const registering = await office.bringTo('ASSIGN_NUMBER');
    await editDistribution(registrar(), { ...of(registering), audience });
    expect(await fixed(registering.documentId)).toMatchObject([{ name: '第1局' }]);
    const numbered = await office.bringTo('ISSUE');
    expect(await reasonOf(editDistribution(registrar(), { ...of(numbered), audience }))).toBe('WRONG_STATE');
  });

  test('of nobody stops the approval', async () => {
    const nobody = { ...draftOf(office).audience, groups: [], organizations: [], exclusions: [], externals: [] };
    expect(await reasonOf(office.bringTo('RECHECK', { audience: nobody }))).toBe('NO_RECIPIENTS');
  });

  test.each([
    [
      'an unknown organisation',
      { organizations: [{ organizationId: someId(), role: 'TO', duty: null, copies: 1 }] },
      'ORGANIZATION_NOT_FOUND',
    ],
    ['an unknown group', { groups: [{ groupId: someId(), role: 'TO', duty: null }] }, 'GROUP_NOT_FOUND'],
  ] as const)('of %s is refused in the draft', async (_, change, reason) => {
    const audience = { groups: [], organizations: [], exclusions: [], externals: [], ...change };
    expect(await reasonOf(office.draft({ audience }))).toBe(reason);
  });
});

test('feedback is due on the date the issuer states, and the clock of the signature is the earlier one', async () => {
  const feedback = { kind: 'IMPLEMENTATION', fields: [], stages: [] } as const;
  const { documentId } = await office.issue(await office.bringTo('ISSUE', { feedback, feedbackDueOn: '2020-10-30' }));
  const [row] = await world.database.query(
    `select acknowledge_due_at, feedback_due_at, next_reminder_at > delivered_at as reminds from dispatch.receipt
     where document_id = $1 limit 1`,
    [documentId],
  );
  expect(row).toEqual({
    acknowledge_due_at: new Date('2020-10-16T18:00:00+08:00'),
    feedback_due_at: new Date('2020-10-30T18:00:00+08:00'),
    reminds: true,
  });
});

test('a year whose holidays are not known stops the issue and leaves the number as it was', async () => {
  const ready = await office.bringTo('ISSUE');
  world.clock.set('2029-10-15T09:00:00+08:00');
  try {
    const before = await fingerprint(world);
    expect(await reasonOf(office.issue(ready))).toBe('CALENDAR_YEAR_MISSING');
    expect(await fingerprint(world)).toBe(before);
  } finally {
    world.clock.set('2020-10-15T09:00:00+08:00');
  }
});

test('two issues of one paper at once send it once', async () => {
  const ready = await office.bringTo('ISSUE');
  const outcomes = await Promise.allSettled([office.issue(ready), office.issue(ready)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await receivers(ready.documentId)).toHaveLength(3);
});

test.each([
  ['CHECK', 'ISSUE_WITHOUT_APPROVAL'],
  ['ASSIGN_NUMBER', 'ISSUE_BEFORE_READY'],
] as const)('a paper that waits for %s is not issued: %s', async (step, reason) => {
  const due = await office.bringTo(step);
  const before = await fingerprint(world);
  expect(await reasonOf(issueDocument(registrar(), { ...of(due), recipientVersion: 'x' }))).toBe(reason);
  expect(await fingerprint(world)).toBe(before);
});

test('an issued paper is not issued again', async () => {
  const issued = await office.issue(await office.bringTo('ISSUE'));
  expect(await reasonOf(issueDocument(registrar(), { ...of(issued), recipientVersion: 'x' }))).toBe('ALREADY_ISSUED');
});
