import { createTestWorld, personActor, type TestWorld } from '../../support';
import { type AgendaNode, type AgendaPage, agendaDesk } from './agenda-desk';
import { type Office, openOffice } from './office';
import { issuePaper, type Paper } from './paper';

// 期限一览: what is due, for the office and for a unit.

let world: TestWorld;
let desk: Office;
let agenda: ReturnType<typeof agendaDesk>;
/** To sign by Friday 18:00; the second one, which is urgent, by Thursday afternoon. */
let plain: Paper;
let urgent: Paper;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch'] });
  desk = await openOffice(world, 4);
  agenda = agendaDesk(world, desk);
  world.clock.set('2020-10-15T09:00:00+08:00');
  const feedback = {
    feedback: { kind: 'IMPLEMENTATION' as const, stages: [], fields: [] },
    feedbackDueOn: '2020-10-30',
  };
  plain = await issuePaper(world, desk, feedback);
  urgent = await issuePaper(world, desk, { urgency: 'URGENT', title: '关于防汛的通知' });
  await plain.act(plain.clerk(0), 'acknowledgeReceipt', 0);
  await agenda.sweepAt('2020-10-15T14:30');
});

afterEach(() => expect(world.faults).toEqual([]));

afterAll(() => world.close());

const office = () => plain.office('OFFICE_CLERK');
const organizationId = (unit: number) => desk.units[unit]?.organizationId as string;
const shown = (page: AgendaPage<AgendaNode> | null) =>
  page?.nodes.map((node) => {
    const unit = desk.units.findIndex((each) => each.organizationId === node.organizationId);
    const paper = node.aboutId.startsWith(plain.documentId) ? 'plain' : 'urgent';
    return `${unit} ${paper} ${node.obligation}`;
  });

const OF_FIRST = ['0 urgent ACKNOWLEDGE', '0 plain FEEDBACK'];

test('a unit’s clerk sees what the own unit owes, the nearest end first, and what comes next', async () => {
  const page = await agenda.deadlines(plain.clerk(0));
  expect(shown(page)).toEqual(OF_FIRST);
  expect(page?.totalCount).toBe(2);
  expect(page?.nodes[0]).toEqual({
    aboutType: 'Receipt',
    aboutId: urgent.receiptId(0),
    title: '关于防汛的通知',
    organizationId: organizationId(0),
    organizationName: '中共第1局机关委员会',
    unitId: desk.units[0]?.unitId,
    obligation: 'ACKNOWLEDGE',
    obligationName: '签收',
    urgency: 'URGENT',
    owedBy: 'UNIT',
    startedAt: '2020-10-15T09:00:00.000+08:00',
    dueAt: '2020-10-15T15:30:00.000+08:00',
    overdue: false,
    reminderLevel: 0,
    remindedAt: '2020-10-15T14:30:00.000+08:00',
    nextReminderAt: '2020-10-15T15:30:00.000+08:00',
    nextLevel: 0,
  });
});

test('whichever key it is asked by, a unit sees its own and no other', async () => {
  expect(shown(await agenda.deadlines(plain.clerk(0), { of: desk.units[0]?.unitId }))).toEqual(OF_FIRST);
  expect(shown(await agenda.deadlines(plain.clerk(0), { of: desk.units[1]?.unitId }))).toEqual([]);
  expect(shown(await agenda.deadlines(plain.clerk(0), { of: world.ids.next() }))).toEqual([]);
});

test('the office sees all units, or one of them', async () => {
  const all = shown(await agenda.deadlines(office()));
  expect(all?.slice(0, 4).sort()).toEqual([0, 1, 2, 3].map((unit) => `${unit} urgent ACKNOWLEDGE`));
  expect(all?.slice(4, 7).sort()).toEqual([1, 2, 3].map((unit) => `${unit} plain ACKNOWLEDGE`));
  expect(all?.slice(7)).toEqual(['0 plain FEEDBACK']);
  expect(shown(await agenda.deadlines(office(), { of: desk.units[0]?.unitId }))).toEqual(OF_FIRST);
});

test('what is past its end is overdue, what is not is upcoming, and days narrow it', async () => {
  world.clock.set('2020-10-15T15:30:00+08:00');
  const standing = async (filter: object) => shown(await agenda.deadlines(plain.clerk(0), { filter }));
  expect(await standing({ standing: 'OVERDUE' })).toEqual([]);
  world.clock.set('2020-10-15T15:30:01+08:00');
  expect(await standing({ standing: 'OVERDUE' })).toEqual(OF_FIRST.slice(0, 1));
  expect((await agenda.deadlines(plain.clerk(0)))?.nodes.map(({ overdue }) => overdue)).toEqual([true, false]);
  expect(await standing({ standing: 'UPCOMING' })).toEqual(OF_FIRST.slice(1));
  expect(await standing({ standing: 'UPCOMING', withinDays: 14 })).toEqual([]);
  expect(await standing({ standing: 'UPCOMING', withinDays: 15 })).toEqual(OF_FIRST.slice(1));
  expect(await standing({ withinDays: 0 })).toEqual(OF_FIRST.slice(0, 1));
});

test('obligation, level and zone narrow it', async () => {
  const { units } = desk;
  const zoneId = world.ids.next();
  await world.database.query('update dispatch.directory_unit set zone_id = $1 where unit_id = $2', [
    zoneId,
    units[2]?.unitId,
  ]);
  const filtered = async (filter: object, of?: string) => shown(await agenda.deadlines(office(), { filter, of }));
  expect(await filtered({ obligations: ['FEEDBACK'] })).toEqual(['0 plain FEEDBACK']);
  expect(await filtered({ zoneId })).toEqual(['2 urgent ACKNOWLEDGE', '2 plain ACKNOWLEDGE']);
  expect(await filtered({ zoneId }, units[1]?.unitId)).toEqual([]);
  expect(await filtered({ zoneId: world.ids.next() })).toEqual([]);
  expect(await filtered({ minLevel: 1 })).toEqual([]);
  await urgent.actOnAll(urgent.office('OFFICE_CHECKER'), 'urgeReceipts', { organizationIds: [organizationId(3)] });
  expect(await filtered({ minLevel: 1 })).toEqual(['3 urgent ACKNOWLEDGE']);
});

test('pages follow each other without a gap and without a double, though ends are the same', async () => {
  const all = shown(await agenda.deadlines(office())) ?? [];
  const read: string[] = [];
  for (let after: string | null = null; ; ) {
    const page: AgendaPage<AgendaNode> | null = await agenda.deadlines(office(), { first: 3, after });
    read.push(...(shown(page) ?? []));
    after = page?.pageInfo.endCursor ?? null;
    if (!page?.pageInfo.hasNextPage) break;
  }
  expect(all).toHaveLength(8);
  expect(read).toEqual(all);
});

test('it is nobody’s who does not work with papers, and nobody’s beside', async () => {
  const { committeeId } = desk;
  expect(await agenda.deadlines(personActor('COMMITTEE_ADMIN', { committeeId }))).toBeNull();
  const unit = desk.units[0] ?? { unitId: '', organizationId: '' };
  expect(await agenda.deadlines(personActor('UNIT_TREASURER', { committeeId, ...unit }))).toBeNull();
  const foreign = personActor('OFFICE_CHECKER', { committeeId: world.ids.next() });
  expect(shown(await agenda.deadlines(foreign, { of: committeeId }))).toEqual([]);
  expect(shown(await agenda.deadlines(foreign))).toEqual([]);
});

test('an inspector sees what lies below', async () => {
  const { committeeId } = desk;
  const inspector = { ...personActor('INSPECTOR', { committeeId, ...desk.units[1] }), side: 'unit' as const };
  expect(shown(await agenda.deadlines(inspector))).toEqual(['1 urgent ACKNOWLEDGE', '1 plain ACKNOWLEDGE']);
});
