import type { Id, PersonActor } from '@hub/core';

import { someId } from '../../support';
import { reasonOf } from '../dispatch/paper';
import { openReports, type ReportsDesk, type Template } from './reports-world';
import { actsOn, FIELDS, filled, PLEDGED } from './round';

let desk: ReportsDesk;
let template: Template;
let acts: ReturnType<typeof actsOn>;
let clerk: PersonActor;
let checker: PersonActor;

beforeAll(async () => {
  desk = await openReports(3);
  template = await desk.template(FIELDS, 'INFORMATION');
  acts = actsOn(desk);
  clerk = desk.of(0);
  checker = desk.as('OFFICE_CHECKER').actor as PersonActor;
});

afterEach(() => expect(desk.world.faults).toEqual([]));

afterAll(() => desk.world.close());

interface Outcome {
  readonly id: Id;
  readonly reason: string | null;
}

async function start(change: object = {}): Promise<Outcome> {
  const { templateId, number } = template;
  const input = { kind: 'INFORMATION', title: '支部共建见成效', templateId, templateVersion: number, ...change };
  const mutation = 'mutation ($input: StartReportInput!) { startReport(input: $input) { id } }';
  const { data, errors } = await desk.world.graphql('reports', clerk, mutation, { input });
  return { id: (data as { startReport: Outcome } | null)?.startReport.id as Id, reason: reasonOf(errors) };
}

const seenBy = async (actor: PersonActor, id: Id): Promise<unknown> => {
  const query = `query ($id: ID!) { _entities(representations: [{ __typename: "Report", id: $id }]) {
    ... on Report { title fields { key number text } } } }`;
  const { data } = await desk.world.graphql('reports', actor, query, { id });
  return (data as { _entities: unknown[] })._entities[0];
};

const handIn = async (change: object = {}): Promise<Id> => {
  const { id } = await start();
  await acts.act(clerk, 'saveReport', id, { fields: filled(3, '经验') });
  await acts.act(clerk, 'submitReport', id, { ...PLEDGED, ...change });
  return id;
};

test('what nobody asked for is the unit’s own until it is handed in', async () => {
  const { id, reason } = await start();
  expect(reason).toBeNull();
  await acts.act(clerk, 'saveReport', id, { fields: filled(3), title: '支部共建见实效' });
  expect(await seenBy(checker, id)).toBeNull();
  expect((await acts.act(checker, 'acceptReport', id)).reason).toBe('REPORT_NOT_FOUND');
  expect(await seenBy(clerk, id)).toMatchObject({ title: '支部共建见实效' });
  expect(await acts.act(clerk, 'submitReport', id, PLEDGED)).toMatchObject({ state: 'SUBMITTED' });
  expect(await seenBy(checker, id)).toMatchObject({ title: '支部共建见实效', fields: [{ number: '3' }, {}] });
  expect(await seenBy(desk.of(1), id)).toBeNull();
  expect(await acts.row(id)).toMatchObject({ period_key: '2020-10', task_id: null, due_at: null });
  expect(await desk.world.database.query('select 1 from reports.report_tally')).toEqual([]);
});

test('the office goes on seeing what was handed in while the unit works on it again', async () => {
  const id = await handIn();
  await acts.act(checker, 'returnReport', id, { reasons: ['WRONG_FORMAT'] });
  await acts.act(clerk, 'saveReport', id, { fields: filled(9) });
  expect(await seenBy(checker, id)).toMatchObject({ fields: [{ number: '3' }, { text: '经验' }] });
  expect(await seenBy(clerk, id)).toMatchObject({ fields: [{ number: '9' }, { text: null }] });
});

test.each<[string, () => object, string]>([
  ['a kind that a task asks for', () => ({ kind: 'MONTHLY' }), 'REPORT_NOT_SPONTANEOUS'],
  ['no title', () => ({ title: ' ' }), 'REPORT_TITLE_REQUIRED'],
  ['a marking of secrecy', () => ({ title: '【机密】要情' }), 'SECRECY_MARKING'],
  ['a version that is gone', () => ({ templateVersion: 2 }), 'TEMPLATE_VERSION_GONE'],
  ['a template that does not exist', () => ({ templateId: someId() }), 'TEMPLATE_VERSION_GONE'],
  ['the template of another kind', () => ({ kind: 'HONOR' }), 'TEMPLATE_KIND_MISMATCH'],
  ['a period that does not exist', () => ({ periodKey: '2020-13' }), 'PERIOD_INVALID'],
  [
    'an organisation of another unit',
    () => ({ organizationId: desk.units[1]?.organizationId }),
    'REPORT_ORGANIZATION_NOT_FOUND',
  ],
])('%s begins nothing', async (_, change, reason) => {
  const count = () => desk.world.database.query('select report_id from reports.report');
  const before = await count();
  expect((await start(change())).reason).toBe(reason);
  expect(await count()).toEqual(before);
});

test('the office of the work committee answers for its own branch as any unit does', async () => {
  const { organizationId, unitId } = desk.as('OFFICE_CLERK').actor as PersonActor;
  await desk.world.database.query(
    `insert into reports.directory_unit (committee_id, unit_id, name, nature, protocol_order, active, version)
     values ($1, $2, '市直机关工委', 'PARTY_ORGAN', 0, true, 1)`,
    [desk.committeeId, unitId],
  );
  await desk.world.database.query(
    `insert into reports.directory_organization
       (committee_id, organization_id, unit_id, name, kind, affiliation_path, active, version)
     values ($1, $2, $3, '中共市直机关工委机关支部', 'DIRECT_BRANCH', array[$2::uuid], true, 1)`,
    [desk.committeeId, organizationId, unitId],
  );
  const unit = clerk;
  clerk = desk.as('OFFICE_CLERK').actor as PersonActor;
  const id = await handIn();
  clerk = unit;
  expect(await acts.row(id)).toMatchObject({ state: 'SUBMITTED', unit_id: unitId });
});

describe('publication', () => {
  const publish = async (reportId: Id, change: object = {}) => {
    const { version: expectedVersion } = await acts.row(reportId);
    const input = { reportId, expectedVersion, fieldKeys: ['problems'], readers: 'CHOSEN', ...change };
    const mutation = 'mutation ($input: PublishReportInput!) { publishReport(input: $input) { id version } }';
    const { data, errors } = await desk.world.graphql('reports', checker, mutation, { input });
    return { ...(data?.publishReport as { id: Id; version: number }), reason: reasonOf(errors) };
  };

  const read = async (actor: PersonActor): Promise<unknown[]> => {
    const query = '{ reportPublications(first: 50) { totalCount nodes { id title fields { key text } } } }';
    const { data } = await desk.world.graphql('reports', actor, query);
    return (data as { reportPublications: { nodes: unknown[] } }).reportPublications.nodes;
  };

  const accepted = async (change: object = {}): Promise<Id> => {
    const id = await handIn(change);
    await acts.act(checker, 'acceptReport', id);
    return id;
  };

  test('shows the chosen fields to the chosen readers, and no report', async () => {
    const reportId = await accepted();
    const { id, reason, version } = await publish(reportId, { unitIds: [desk.units[1]?.unitId] });
    expect(reason).toBeNull();
    expect(await read(desk.of(1))).toEqual([
      { id, title: '支部共建见成效', fields: [{ key: 'problems', text: '经验' }] },
    ]);
    expect(await read(desk.of(2))).toEqual([]);
    expect(await seenBy(desk.of(1), reportId)).toBeNull();
    const withdraw = async (input: object) => {
      const mutation = 'mutation ($input: WithdrawPublicationInput!) { withdrawPublication(input: $input) { id } }';
      const given = { publicationId: id, expectedVersion: version, reason: '内容有误', ...input };
      return reasonOf((await desk.world.graphql('reports', checker, mutation, { input: given })).errors);
    };
    expect(await withdraw({ reason: '' })).toBe('REVOKE_REASON_REQUIRED');
    expect(await withdraw({ expectedVersion: 7 })).toBe('STALE_VERSION');
    expect(await withdraw({})).toBeNull();
    expect(await withdraw({})).toBe('PUBLICATION_NOT_FOUND');
    expect(await read(desk.of(1))).toEqual([]);
    expect(await read(checker)).toHaveLength(1);
  });

  test('for all is for every unit', async () => {
    const { id } = await publish(await accepted(), { readers: 'ALL', title: '经验交流' });
    expect(await read(desk.of(2))).toMatchObject([{ id, title: '经验交流' }]);
    expect(
      await desk.world.database.query('select 1 from reports.report_publication_reader where publication_id = $1', [
        id,
      ]),
    ).toEqual([]);
  });

  test.each<[string, () => object, string]>([
    ['nobody', () => ({}), 'READERS_REQUIRED'],
    ['a unit that does not exist', () => ({ unitIds: [someId()] }), 'READER_NOT_FOUND'],
    [
      'a field that was left out',
      () => ({ unitIds: [desk.units[1]?.unitId], fieldKeys: ['other'] }),
      'PUBLISHED_FIELDS_INVALID',
    ],
  ])('for %s is refused', async (_, change, reason) => {
    expect((await publish(await accepted(), change())).reason).toBe(reason);
  });

  test('asks the unit, and waits for the office', async () => {
    const unitIds = [desk.units[1]?.unitId];
    expect((await publish(await accepted({ publicAllowed: false }), { unitIds })).reason).toBe(
      'PUBLICATION_NOT_ALLOWED',
    );
    expect((await publish(await handIn(), { unitIds })).reason).toBe('REPORT_NOT_ACCEPTED');
  });
});
