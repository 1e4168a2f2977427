import { type Decision, decideProposals, lapseProposals, remindDue } from '@hub/deadlines';
import { createLogger } from '@hub/runtime';

import { receiptBook } from '../../../subgraphs/dispatch/src/data/deadline-book';
import { urgeReceipts } from '../../../subgraphs/dispatch/src/usecases/urge-receipts';
import { createTestWorld, someId, type TestWorld } from '../../support';
import { type Office, openOffice } from './office';
import { issuePaper, type Paper } from './paper';

let world: TestWorld;
let desk: Office;
let paper: Paper;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch'] });
  desk = await openOffice(world, 4);
});

beforeEach(async () => {
  // Thursday morning: the signature is due on Friday at 18:00, feedback on 30 October.
  world.clock.set('2020-10-15T09:00:00+08:00');
  paper = await issuePaper(world, desk, {
    feedback: { kind: 'IMPLEMENTATION', stages: [], fields: [] },
    feedbackDueOn: '2020-10-30',
  });
});

afterEach(() => expect(world.faults).toEqual([]));

afterAll(() => world.close());

const run = { requestId: 'test', logger: createLogger({ name: 'test', level: 'silent' }) };

const host = () => {
  const { database } = world.subgraph('dispatch');
  return { database, clock: world.clock, ids: world.ids, book: receiptBook };
};

/** Lets the sweep come at some time. */
async function sweepAt(time: string): Promise<void> {
  world.clock.set(`${time}:00+08:00`);
  while ((await remindDue(host(), desk.committeeId, run)).seen > 0);
}

interface Entry {
  readonly unit: number;
  readonly entry: string;
}

/** The ledger of the paper: whom, and which step of what. */
async function ledger(): Promise<Entry[]> {
  const rows = await world.database.query<{ organizationId: string; entry: string }>(
    `select organization_id as "organizationId", obligation || ' ' || step || ' ' || state as entry from dispatch.reminder
     where subject_id = $1 and step not like 'URGE%' order by planned_at, obligation, organization_id`,
    [paper.documentId],
  );
  return rows.map(({ organizationId, entry }) => ({
    unit: desk.units.findIndex((unit) => unit.organizationId === organizationId),
    entry,
  }));
}

const ofUnit = async (unit: number): Promise<string[]> =>
  (await ledger()).filter((each) => each.unit === unit).map(({ entry }) => entry);

interface NoticeRow {
  readonly event: string;
  readonly payload: {
    readonly noticeId: string;
    readonly kind: string;
    readonly level: number;
    readonly addressees: readonly { readonly to: string }[];
    readonly about: { readonly id: string; readonly obligation: string };
  };
}

const events = (name: string): Promise<NoticeRow[]> =>
  world.database.query<NoticeRow>(
    `select event, payload from dispatch.outbox where event = $1 and aggregate_id = $2 order by id`,
    [name, paper.documentId],
  );

const sign = (unit: number) => paper.act(paper.clerk(unit), 'acknowledgeReceipt', unit);

const answer = (unit: number) => paper.act(paper.clerk(unit), 'submitFeedback', unit, { text: '已落实' });

test('the first steps come by themselves, once for each who still owes, with one notice each', async () => {
  await sweepAt('2020-10-15T09:01');
  expect(await ledger()).toEqual([]);
  await sign(0);
  await sweepAt('2020-10-16T09:45');
  await sweepAt('2020-10-16T09:46');
  expect(await ledger()).toEqual([1, 2, 3].map((unit) => ({ unit, entry: 'ACKNOWLEDGE HALF SENT' })));
  const notices = await events('hub.notice-requested');
  expect(new Set(notices.map(({ payload }) => payload.about.id))).toEqual(
    new Set([1, 2, 3].map((unit) => paper.receiptId(unit))),
  );
  expect(notices).toHaveLength(3);
  expect(notices[0]?.payload).toMatchObject({ kind: 'REMINDER', level: 0, about: { obligation: 'ACKNOWLEDGE' } });
  expect(notices[0]?.payload.addressees.map(({ to }) => to)).toEqual(['UNIT_DESK']);
});

test('what is signed is owed no more, and its notices are done; then feedback has its own ladder', async () => {
  await sweepAt('2020-10-16T18:00');
  await sign(0);
  expect((await events('hub.notices-settled')).map(({ payload }) => payload.about)).toEqual([
    { type: 'Receipt', id: paper.receiptId(0), obligation: 'ACKNOWLEDGE' },
  ]);
  await sweepAt('2020-10-31T09:00');
  expect(await ofUnit(0)).toEqual([
    'ACKNOWLEDGE HALF SENT',
    'ACKNOWLEDGE END SENT',
    'FEEDBACK HALF SENT',
    'FEEDBACK END SENT',
  ]);
});

test('what a worker with a clock ahead of ours was reminded of is done as well', async () => {
  await sweepAt('2020-10-16T18:00');
  world.clock.set('2020-10-16T17:59:58+08:00');
  await sign(0);
  const [settled] = await events('hub.notices-settled');
  expect(settled?.payload).toMatchObject({ settledAt: '2020-10-16T10:00:00.000Z' });
});

test('higher levels are proposed to the office and sent to nobody', async () => {
  await sweepAt('2020-10-19T08:30');
  expect(await ofUnit(1)).toEqual(['ACKNOWLEDGE HALF SENT', 'ACKNOWLEDGE END SENT', 'ACKNOWLEDGE L1 PROPOSED']);
  const proposals = (await events('hub.notice-requested')).filter(({ payload }) => payload.kind === 'LEVEL_PROPOSED');
  expect(proposals).toHaveLength(4);
  expect(proposals.flatMap(({ payload }) => payload.addressees)).toEqual(Array(4).fill({ to: 'OFFICE' }));
  expect(new Set(proposals.map(({ payload }) => `${payload.about.id} ${payload.about.obligation}`))).toEqual(
    new Set([`${paper.documentId} ACKNOWLEDGE.L1`]),
  );
  expect((await paper.row(1)).reminder_level).toBe(0);
});

describe('a proposed level', () => {
  const proposals = () =>
    world.database.query<{ reminderId: string; state: string }>(
      `select reminder_id as "reminderId", state from dispatch.reminder
       where subject_id = $1 and step = 'L1' order by organization_id`,
      [paper.documentId],
    );
  const office = () => desk.as('OFFICE_CHECKER');
  const by = { accountId: someId(), name: '王五', title: '办公室主任' };
  const decide = async (ids: string[], decision: Pick<Decision, 'state' | 'note'>) =>
    office().transaction((tx) =>
      decideProposals(tx, world.ids, receiptBook, ids, {
        by,
        documentNumber: null,
        assertMay: () => undefined,
        ...decision,
      }),
    );
  const idOf = async (place: number): Promise<string> => (await proposals())[place]?.reminderId ?? '';
  const requested = async (kind: string) =>
    (await events('hub.notice-requested')).filter(({ payload }) => payload.kind === kind && payload.level === 1);

  beforeEach(() => sweepAt('2020-10-19T08:30'));

  test('goes to whom the ladder names when a person releases it, once', async () => {
    await decide([await idOf(0)], { state: 'RELEASED', note: '请即签收' });
    expect((await requested('REMINDER')).map(({ payload }) => payload.addressees.map(({ to }) => to))).toEqual([
      ['UNIT_DESK'],
    ]);
    await expect(decide([await idOf(0)], { state: 'RELEASED', note: null })).rejects.toMatchObject({
      reason: 'REMINDER_DECIDED',
    });
    const raised = await world.database.query(
      'select count(*)::int as count from dispatch.receipt where document_id = $1 and reminder_level = 1',
      [paper.documentId],
    );
    expect(raised).toEqual([{ count: 1 }]);
  });

  test('rests with its reason when it is declined, and the office has off its table what is decided', async () => {
    const all = (await proposals()).map(({ reminderId }) => reminderId);
    const about = { type: 'Document', id: paper.documentId, obligation: 'ACKNOWLEDGE.L1' };
    await expect(decide(all, { state: 'DECLINED', note: ' ' })).rejects.toMatchObject({
      reason: 'DECLINE_REASON_REQUIRED',
    });
    await decide(all.slice(1), { state: 'DECLINED', note: '已电话说明' });
    await decide(all.slice(0, 1), { state: 'RELEASED', note: null });
    // A proposal's notice has the name of its entry.
    expect((await events('hub.notices-settled')).map(({ payload }) => payload)).toMatchObject([
      { about, noticeIds: all.slice(1).sort() },
      { about, noticeIds: all.slice(0, 1) },
    ]);
  });

  test('lapses when the thing was done meanwhile: it cannot be released any more', async () => {
    await sign(0);
    const [signed] = await world.database.query<{ reminderId: string }>(
      `select reminder_id as "reminderId" from dispatch.reminder
       where subject_id = $1 and step = 'L1' and organization_id = $2`,
      [paper.documentId, desk.units[0]?.organizationId],
    );
    await expect(decide([signed?.reminderId ?? ''], { state: 'RELEASED', note: null })).rejects.toMatchObject({
      reason: 'REMINDER_LAPSED',
    });
    await lapseProposals(host(), desk.committeeId, 'test');
    expect((await proposals()).map(({ state }) => state).sort()).toEqual([
      'LAPSED',
      'PROPOSED',
      'PROPOSED',
      'PROPOSED',
    ]);
    const told = (await events('hub.notices-settled')).map(({ payload }) => payload);
    expect(told).toContainEqual(expect.objectContaining({ noticeIds: [signed?.reminderId] }));
  });
});

test('time granted for feedback moves no clock of a signature that is owed before it', async () => {
  await sweepAt('2020-10-19T08:30');
  const ofSignature = await ofUnit(1);
  const until = '2020-11-05';
  expect(await paper.act(paper.clerk(1), 'requestExtension', 1, { until, reason: '情况复杂' })).toMatchObject({
    reason: null,
  });
  expect(await paper.act(paper.office('OFFICE_CHECKER'), 'decideExtension', 1, { granted: true })).toMatchObject({
    reason: null,
  });
  expect((await paper.row(1)).feedback_due_at).toEqual(new Date(`${until}T18:00:00+08:00`));
  await lapseProposals(host(), desk.committeeId, 'test');
  expect(await ofUnit(1)).toEqual(ofSignature);
  expect(ofSignature).toContain('ACKNOWLEDGE L1 PROPOSED');
});

test('a call by telephone is an entry in the same ledger, and tells nobody a second time', async () => {
  const organizationIds = [desk.units[1]?.organizationId ?? ''];
  const urging = { channel: 'PHONE' as const, level: 2, note: '已电话告知张三' };
  await urgeReceipts(desk.as('OFFICE_CHECKER'), { documentId: paper.documentId, organizationIds, ...urging });
  const [entry] = await world.database.query(
    `select state, channel, level, note, decided_by_name is not null as signed from dispatch.reminder
     where subject_id = $1 and step like 'URGE%'`,
    [paper.documentId],
  );
  expect(entry).toEqual({ state: 'URGED', channel: 'PHONE', level: 2, note: '已电话告知张三', signed: true });
  expect(await events('hub.notice-requested')).toEqual([]);
});

test('a recalled receipt never reminds', async () => {
  const registrar = paper.office('OFFICE_REGISTRAR');
  const organizationIds = [desk.units[2]?.organizationId];
  await paper.actOnAll(registrar, 'recallDocument', { organizationIds, reason: '错发' });
  await sweepAt('2020-12-01T09:00');
  expect(await ofUnit(2)).toEqual([]);
  expect(await ofUnit(1)).not.toEqual([]);
});

test('feedback that is returned is reminded of again, by a clock of its own', async () => {
  await sign(0);
  await sweepAt('2020-10-30T09:00');
  expect(await answer(0)).toMatchObject({ reason: null });
  await sweepAt('2020-11-02T09:00');
  expect(await ofUnit(0)).toEqual(['FEEDBACK HALF SENT']);
  const back = await paper.act(paper.office('OFFICE_CHECKER'), 'returnFeedback', 0, { reason: '要素不全' });
  expect(back).toMatchObject({ reason: null, state: 'FEEDBACK_RETURNED' });
  // Three working days to give it again: Thursday.
  expect((await paper.row(0)).feedback_due_at).toEqual(new Date('2020-11-05T18:00:00+08:00'));
  await sweepAt('2020-11-05T18:00');
  expect(await ofUnit(0)).toEqual(['FEEDBACK HALF SENT', 'FEEDBACK HALF SENT', 'FEEDBACK END SENT']);
  await answer(0);
  await sweepAt('2020-12-05T18:00');
  expect(await ofUnit(0)).toHaveLength(3);
});

test('a unit whose return was answered has its whole time to sign again', async () => {
  await paper.act(paper.clerk(3), 'returnReceipt', 3, { reason: 'MISSENT', explanation: '非本单位职责' });
  await sweepAt('2020-10-20T09:00');
  expect(await ofUnit(3)).toEqual([]);
  await paper.act(paper.office('OFFICE_CHECKER'), 'answerReturn', 3, { answer: '请签收', accepted: false });
  expect((await paper.row(3)).acknowledge_due_at).toEqual(new Date('2020-10-21T18:00:00+08:00'));
  await sweepAt('2020-10-21T18:00');
  expect(await ofUnit(3)).toEqual(['ACKNOWLEDGE HALF SENT', 'ACKNOWLEDGE END SENT']);
  const moves = await world.database.query(
    `select reason from dispatch.deadline_move where subject_id = $1 and obligation = 'ACKNOWLEDGE'`,
    [paper.documentId],
  );
  expect(moves).toEqual([{ reason: '退回已答复，重新计时' }]);
});

test('a deadline that cannot be walked delays no other, and comes again when it can', async () => {
  const ladder = { obligation: 'ACKNOWLEDGE', urgency: null, validFrom: '2000-01-01' };
  const broken = {
    code: 'HALF',
    level: 0,
    time: { by: 'MONTHS_BEFORE', months: Number.MAX_SAFE_INTEGER },
    addressees: [],
  };
  const content = { ladders: [{ ...ladder, steps: [broken] }], quietHours: null, exemptions: [] };
  await world.database.query(
    `insert into dispatch.time_rules (committee_id, topic, revision, content) values ($1, 'LADDERS', 1, $2)`,
    [desk.committeeId, JSON.stringify(content)],
  );
  await sign(0);
  await sweepAt('2020-10-30T18:00');
  expect((await ledger()).map(({ unit, entry }) => `${unit} ${entry}`)).toEqual([
    '0 FEEDBACK HALF SENT',
    '0 FEEDBACK END SENT',
  ]);
  await world.database.query('delete from dispatch.time_rules');
  await sweepAt('2020-10-30T19:00');
  expect(await ofUnit(1)).toContain('ACKNOWLEDGE END SENT');
});

test('eight workers at once enter each reminder once', async () => {
  world.clock.set('2020-12-01T09:00:00+08:00');
  const runs = await Promise.all(
    Array.from({ length: 8 }, async () => {
      let entered = 0;
      for (let seen = 1; seen > 0; ) {
        const reminded = await remindDue(host(), desk.committeeId, run);
        seen = reminded.seen;
        entered += reminded.entered;
      }
      return entered;
    }),
  );
  const entries = await ledger();
  expect(entries.map(({ unit, entry }) => `${unit} ${entry}`).sort()).toEqual(
    [...new Set(entries.map(({ unit, entry }) => `${unit} ${entry}`))].sort(),
  );
  expect(entries).toHaveLength(4 * 6);
  expect(runs.reduce((sum, entered) => sum + entered, 0)).toBeGreaterThanOrEqual(4 * 6);
});
