import { eventKey, memberCountsReported, unitChanged } from '@hub/contracts';
import type { Id } from '@hub/core';
import { SignaturesTold1763769600102 } from '../../../subgraphs/dispatch/src/data/migrations/1763769600102-signatures-told';
import { PapersTold1763769600121 } from '../../../subgraphs/dispatch/src/data/migrations/1763769600121-papers-told';
import { FACT_SOURCES, type FactCode } from '../../../subgraphs/reports/src/domain/fact-catalogue';
import type { FieldValue } from '../../../subgraphs/reports/src/domain/field-value';
import type { TemplateField } from '../../../subgraphs/reports/src/domain/template-field';
import { knownValues } from '../../../subgraphs/reports/src/usecases/known-values';
import { createTestWorld, personActor, someId, type TestWorld } from '../../support';
import { tellOrganization } from '../deadlines/tell-organization';
import { type Office, type OfficeUnit, openOffice } from '../dispatch/office';
import { issuePaper, type Paper } from '../dispatch/paper';
import { carryEvents, type WaitingEvent, waitingEvents } from './carry-events';

let world: TestWorld;
let desk: Office;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch', 'reports'] });
});

beforeEach(async () => {
  world.clock.set('2020-10-15T09:00:00+08:00');
  desk = await openOffice(world, 4);
  for (const unit of desk.units) await tell(unit);
});

afterEach(() => expect(world.faults).toEqual([]));

afterAll(() => world.close());

const unit = (index: number): OfficeUnit => desk.units[index] as OfficeUnit;

const tell = (of: OfficeUnit, change = {}) =>
  tellOrganization(world, 'reports', { committeeId: desk.committeeId, ...of }, { name: of.name, ...change });

const field = (fact: FactCode): TemplateField => ({
  key: fact,
  label: fact,
  type: 'NUMBER',
  origin: { by: 'PREFILLED', fact },
  required: true,
});

const told = async (): Promise<WaitingEvent[]> =>
  (await waitingEvents(world, 'dispatch', desk.committeeId)).filter(({ key }) => key.includes('signatures-changed'));

const office = () => world.context('reports', personActor('OFFICE_CLERK', { committeeId: desk.committeeId }));

const clerk = ({ unitId, organizationId }: OfficeUnit) =>
  world.context('reports', personActor('UNIT_CLERK', { committeeId: desk.committeeId, unitId, organizationId }));

/** Signatures of all units for a period, and those on time, as the office knows them. */
async function known(periodKey: string, as = office()) {
  const fields = [field('receipts.acknowledged'), field('receipts.acknowledged-on-time')];
  const values = await as.read((tx) =>
    knownValues(
      tx,
      fields,
      desk.units.map((each) => ({ ...each, periodKey })),
    ),
  );
  return values.map((each) => fields.map(({ key }) => numberOf(each[key])));
}

const numberOf = (value: FieldValue | undefined): string | null => (value?.type === 'NUMBER' ? value.number : null);

/** The same, counted over the receipts themselves. */
async function recounted(from: string, to: string) {
  const rows = await world.database.query<{ organizationId: Id; signed: string; onTime: string }>(
    `select organization_id as "organizationId", count(*)::text as signed,
            (count(*) filter (where acknowledged_at <= acknowledge_due_at))::text as "onTime"
     from dispatch.receipt
     where committee_id = $1 and acknowledged_at is not null and state not in ('RECALLED', 'WITHDRAWN')
       and (acknowledged_at at time zone 'Asia/Shanghai')::date between $2 and $3
     group by organization_id`,
    [desk.committeeId, from, to],
  );
  return desk.units.map(({ organizationId }) => {
    const found = rows.find((row) => row.organizationId === organizationId);
    return found ? [found.signed, found.onTime] : ['0', '0'];
  });
}

const sign = async (paper: Paper, index: number): Promise<void> =>
  expect((await paper.act(paper.clerk(index), 'acknowledgeReceipt', index)).reason).toBeNull();

const withdraw = async (paper: Paper, index: number): Promise<void> => {
  const { organizationId } = unit(index);
  const input = { documentId: paper.documentId, organizationIds: [organizationId], reason: '印错一页' };
  expect(await paper.actOnAll(paper.office('OFFICE_REGISTRAR'), 'withdrawDocument', input)).toBeNull();
};

/** Two papers: signed on time, late, in the next month, and one taken back; the fourth unit never signs. */
async function signings(): Promise<void> {
  const [first, second] = [await issuePaper(world, desk), await issuePaper(world, desk)];
  await sign(first, 0);
  await sign(second, 0);
  world.clock.set('2020-10-31T23:59:59+08:00');
  await sign(first, 1);
  world.clock.set('2020-11-01T00:00:00+08:00');
  await sign(second, 1);
  await sign(first, 2);
  await withdraw(first, 2);
}

const OCTOBER = [
  ['2', '2'],
  ['1', '0'],
  ['0', '0'],
  ['0', '0'],
];

test('signatures count in the month in which they were given, as a recount of the receipts has them', async () => {
  await signings();
  await carryEvents(world, 'reports', await told());
  expect(await known('2020-10')).toEqual(OCTOBER);
  expect(await known('2020-10')).toEqual(await recounted('2020-10-01', '2020-10-31'));
  expect(await known('2020-11')).toEqual(await recounted('2020-11-01', '2020-11-30'));
  expect(await known('2020Q4')).toEqual(await recounted('2020-10-01', '2020-12-31'));
  expect(await known('2020Q4')).toContainEqual(['2', '0']);
});

test('twice is once, and the newest telling counts in whatever order they come', async () => {
  await signings();
  const events = await told();
  expect(events).toHaveLength(6);
  await carryEvents(world, 'reports', [...events].reverse());
  await carryEvents(world, 'reports', events);
  expect(await known('2020-10')).toEqual(OCTOBER);
  expect(await known('2020-11')).toEqual(await recounted('2020-11-01', '2020-11-30'));
});

test('one that signs again after its paper came back counts in its new month', async () => {
  const paper = await issuePaper(world, desk);
  await sign(paper, 0);
  await withdraw(paper, 0);
  world.clock.set('2020-11-03T10:00:00+08:00');
  const recipients = [{ organizationId: unit(0).organizationId, role: 'TO' }];
  const input = { documentId: paper.documentId, recipients };
  expect(await paper.actOnAll(paper.office('OFFICE_REGISTRAR'), 'reissueDocument', input)).toBeNull();
  await sign(paper, 0);
  const events = await told();
  await carryEvents(world, 'reports', [events[2], events[0], events[1]] as WaitingEvent[]);
  expect([(await known('2020-10'))[0], (await known('2020-11'))[0]]).toEqual([
    ['0', '0'],
    ['1', '1'],
  ]);
});

test('what is known of an organisation goes with it to another unit, also when it is told late', async () => {
  const paper = await issuePaper(world, desk);
  await sign(paper, 0);
  const [event] = await told();
  /** Of the first organisation, as a clerk of that unit reads it. */
  const knownAs = async (index: number) => {
    const { unitId } = unit(index);
    const fields = [field('receipts.acknowledged'), field('receipts.acknowledged-on-time')];
    const report = { organizationId: unit(0).organizationId, unitId, periodKey: '2020-10' };
    const [values] = await clerk(unit(index)).read((tx) => knownValues(tx, fields, [report]));
    return fields.map(({ key }) => numberOf(values?.[key]));
  };
  await carryEvents(world, 'reports', [event as WaitingEvent]);
  expect(await knownAs(0)).toEqual(['1', '1']);
  await tell(unit(0), { unitId: unit(1).unitId, version: 2 });
  expect(await knownAs(1)).toEqual(['1', '1']);
  await sign(await issuePaper(world, desk), 0);
  await carryEvents(world, 'reports', await told());
  expect(await knownAs(1)).toEqual(['2', '2']);
});

test('a unit knows nothing of another', async () => {
  await signings();
  await carryEvents(world, 'reports', await told());
  const nothing = [null, null];
  expect(await known('2020-10', clerk(unit(3)))).toEqual([nothing, nothing, nothing, ['0', '0']]);
});

test('signatures of before they were told are told once', async () => {
  await signings();
  await world.database.query('delete from dispatch.outbox');
  const runner = { query: (sql: string, parameters?: unknown[]) => world.database.query(sql, parameters) };
  await new SignaturesTold1763769600102().up(runner as Parameters<SignaturesTold1763769600102['up']>[0]);
  const events = await told();
  expect(events).toHaveLength(2);
  await carryEvents(world, 'reports', events);
  expect(await known('2020-10')).toEqual(OCTOBER);
  expect(await known('2020Q4')).toEqual(await recounted('2020-10-01', '2020-12-31'));
});

test('papers and accepted feedback of before they were told are told once, as they would have been', async () => {
  const feedback = { kind: 'IMPLEMENTATION' as const, stages: [], fields: [] };
  const paper = await issuePaper(world, desk, { feedback });
  for (const index of [0, 1, 2]) await sign(paper, index);
  for (const index of [0, 1]) {
    await paper.act(paper.clerk(index), 'submitFeedback', index, { text: '已落实' });
    expect((await paper.act(paper.office('OFFICE_CHECKER'), 'acceptFeedback', index)).reason).toBeNull();
  }
  const tellings = async () =>
    (await waitingEvents(world, 'dispatch', desk.committeeId)).filter(
      ({ key, payload }) =>
        key.includes('document-issued') || (payload as { state?: string }).state === 'FEEDBACK_ACCEPTED',
    );
  const sorted = (events: readonly WaitingEvent[]) =>
    events.map(({ payload }) => JSON.stringify(payload, Object.keys(payload as object).sort())).sort();
  const live = sorted(await tellings());
  expect(live).toHaveLength(3);
  await world.database.query('delete from dispatch.outbox');
  await tellPapers();
  expect(sorted(await tellings())).toEqual(live);
  const organizationIds = [1].map((index) => unit(index).organizationId);
  const closing = { documentId: paper.documentId, organizationIds };
  expect(await paper.actOnAll(paper.office('OFFICE_CHECKER'), 'closeReceipts', closing)).toBeNull();
  await world.database.query('delete from dispatch.outbox');
  await tellPapers();
  await carryEvents(world, 'reports', await tellings());
  const answered = await world.database.query<{ organization_id: Id }>(
    `select a.organization_id from reports.paper_answer a
     join reports.known_document using (committee_id, document_id)
     where a.document_id = $1 and a.accepted_version > 0`,
    [paper.documentId],
  );
  expect(answered.map(({ organization_id: id }) => id).sort()).toEqual(
    [0, 1].map((index) => unit(index).organizationId).sort(),
  );
});

async function tellPapers(): Promise<void> {
  const runner = { query: (sql: string, parameters?: unknown[]) => world.database.query(sql, parameters) };
  await new PapersTold1763769600121().up(runner as Parameters<PapersTold1763769600121['up']>[0]);
}

test('one statement tells of a whole set', async () => {
  let statements = 0;
  await office().read(async (tx) => {
    const counted = {
      ...tx,
      committeeId: tx.committeeId,
      actor: tx.actor,
      query: <Row>(sql: string, values?: readonly unknown[]) => {
        statements += 1;
        return tx.query<Row>(sql, values);
      },
    };
    const reports = desk.units.map((each) => ({ ...each, periodKey: '2020' }));
    const fields = FACT_SOURCES.map(({ code }) => field(code));
    expect(await knownValues(counted, fields, reports)).toHaveLength(4);
  });
  expect(statements).toBe(2);
});

test('every fact of the catalogue is known once its source has told it', async () => {
  const { committeeId } = desk;
  const { organizationId, unitId } = unit(0);
  await sign(await issuePaper(world, desk), 0);
  await carryEvents(world, 'reports', await told());
  await tell(
    { unitId, organizationId: someId(), name: '第一党支部' },
    { kind: 'BRANCH', affiliationPath: [organizationId, someId()] },
  );
  const counts = { formalMembers: 120, probationaryMembers: 3, reportedOn: '2020-10-14', version: 2 };
  const directory = {
    name: '市财政局',
    shortName: null,
    nature: 'ADMINISTRATIVE_ORGAN',
    protocolOrder: 1,
    zoneId: null,
  };
  const event = { id: someId(), committeeId, aggregateId: organizationId };
  await carryEvents(world, 'reports', [
    { ...event, key: eventKey(memberCountsReported), payload: { committeeId, organizationId, unitId, ...counts } },
    { ...event, key: eventKey(unitChanged), payload: { committeeId, unitId, ...directory, active: true, version: 1 } },
  ]);
  const fields = FACT_SOURCES.map(({ code }) => field(code));
  const [values] = await office().read((tx) => knownValues(tx, fields, [{ ...unit(0), periodKey: '2020-10' }]));
  expect(values).toEqual({
    'receipts.acknowledged': { type: 'NUMBER', number: '1' },
    'receipts.acknowledged-on-time': { type: 'NUMBER', number: '1' },
    'members.formal': { type: 'NUMBER', number: '120' },
    'members.probationary': { type: 'NUMBER', number: '3' },
    'members.total': { type: 'NUMBER', number: '123' },
    'unit.name': { type: 'TEXT', text: '市财政局' },
    'organization.name': { type: 'TEXT', text: '第1局' },
    'organization.branches': { type: 'NUMBER', number: '1' },
  });
});

test('what nobody told is not known, and is no zero', async () => {
  const [values] = await office().read((tx) =>
    knownValues(tx, [field('members.total')], [{ ...unit(0), periodKey: '2020-10' }]),
  );
  expect(values).toEqual({});
});
