import type { PersonActor } from '@hub/core';

import { createTestWorld, type TestWorld } from '../../support';
import { agendaDesk } from './agenda-desk';
import { type Office, openOffice } from './office';
import { issuePaper, type Paper, reasonOf } from './paper';

// 催办: levels that the system proposes and a person releases, and what units answer.

let world: TestWorld;
let desk: Office;
let agenda: ReturnType<typeof agendaDesk>;
let paper: Paper;
let checker: PersonActor;
let registrar: PersonActor;
let leader: PersonActor;

beforeAll(async () => {
  world = await createTestWorld({ subgraphs: ['dispatch'] });
});

beforeEach(async () => {
  desk = await openOffice(world, 3);
  agenda = agendaDesk(world, desk);
  // To sign by Friday the 16th at 18:00.
  world.clock.set('2020-10-15T09:00:00+08:00');
  paper = await issuePaper(world, desk);
  checker = paper.office('OFFICE_CHECKER');
  registrar = paper.office('OFFICE_REGISTRAR');
  leader = paper.office('COMMITTEE_LEADER');
});

afterEach(() => expect(world.faults).toEqual([]));

afterAll(() => world.close());

const MONDAY = '2020-10-19T08:30';
const TUESDAY = '2020-10-20T08:30';
/** L1 to L4 are due. */
const FRIDAY = '2020-10-23T08:30';

const REMINDER = 'id level state note documentNumber decidedByName answer answeredByName';
const MUTATIONS = {
  releaseDispatchReminders: 'ReleaseRemindersInput',
  declineDispatchReminders: 'DeclineRemindersInput',
  answerDispatchReminder: 'AnswerReminderInput',
} as const;

type Verb = keyof typeof MUTATIONS;

const text = (verb: Verb) => `mutation ($input: ${MUTATIONS[verb]}!) { ${verb}(input: $input) { ${REMINDER} } }`;

/** The reason of the refusal; null when it went through. */
const act = async (actor: PersonActor, verb: Verb, input: object, idempotencyKey?: string): Promise<string | null> => {
  const { errors } = await world.graphql('dispatch', actor, text(verb), { input }, { idempotencyKey });
  return reasonOf(errors);
};

const organizationOf = (unit: number): string => desk.units[unit]?.organizationId as string;

/** Ids of what waits, by level and unit. */
const waiting = async (level?: number) => {
  const page = await agenda.proposals(checker, level === undefined ? {} : { levels: [level] });
  const idOf = (unit: number) =>
    page?.nodes.find(({ deadline }) => deadline.organizationId === organizationOf(unit))?.id ?? '';
  return { levels: page?.nodes.map((node) => node.level), total: page?.totalCount, idOf, page };
};

const sign = (unit: number) => paper.act(paper.clerk(unit), 'acknowledgeReceipt', unit);

const stateOf = async (reminderId: string): Promise<unknown> =>
  (await world.database.query('select state from dispatch.reminder where reminder_id = $1', [reminderId]))[0];

const notices = () =>
  world.database.query<{ kind: string; level: number; body: string; to: string }>(
    `select payload->>'kind' as kind, (payload->>'level')::int as level, payload->>'body' as body,
            payload->'addressees'->0->>'to' as to
     from dispatch.outbox where event = 'hub.notice-requested' and payload->>'kind' = 'REMINDER' and aggregate_id = $1
     order by id`,
    [paper.documentId],
  );

describe('what waits for a person', () => {
  test('is shown with what it is about, level by level, the oldest first', async () => {
    await agenda.sweepAt(MONDAY);
    const first = await waiting();
    expect(first).toMatchObject({ levels: [1, 1, 1], total: 3 });
    expect(first.page?.nodes[0]).toMatchObject({
      inWriting: false,
      plannedAt: '2020-10-19T08:30:00.000+08:00',
      deadline: { aboutType: 'Receipt', title: '关于报送工作总结的通知', overdue: true, nextLevel: 2 },
    });
    await agenda.sweepAt(FRIDAY);
    expect((await waiting()).levels).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]);
    const writing = await waiting(4);
    expect(writing.page?.nodes.map(({ inWriting }) => inWriting)).toEqual([true, true, true]);
    expect((await agenda.proposals(checker, {}, desk.units[1]?.unitId))?.totalCount).toBe(4);
  });

  test('goes when the thing is done, also before a sweep has looked', async () => {
    await agenda.sweepAt(MONDAY);
    await sign(1);
    const { page, total } = await waiting();
    expect(total).toBe(2);
    expect(page?.nodes.map(({ deadline }) => deadline.organizationId).sort()).toEqual(
      [organizationOf(0), organizationOf(2)].sort(),
    );
  });

  test('goes when its clock is another one, though the thing is owed again', async () => {
    await agenda.sweepAt(MONDAY);
    await paper.act(paper.clerk(1), 'returnReceipt', 1, { reason: 'MISSENT', explanation: '非本单位职责' });
    expect((await waiting()).total).toBe(2);
    await paper.act(checker, 'answerReturn', 1, { answer: '请签收', accepted: false });
    const { idOf, total } = await waiting();
    expect([total, idOf(1)]).toEqual([2, '']);
  });

  test('is the office’s: a unit is shown none of it', async () => {
    await agenda.sweepAt(MONDAY);
    expect(await agenda.proposals(paper.clerk(0))).toBeNull();
    expect(await agenda.proposals(paper.office('OFFICE_CLERK'))).toBeNull();
    expect((await agenda.proposals(leader))?.totalCount).toBe(3);
  });
});

describe('a level', () => {
  test('goes out when somebody of the office releases it, once, and stands in the trail', async () => {
    await agenda.sweepAt(MONDAY);
    const id = (await waiting()).idOf(0);
    expect(
      await act(registrar, 'releaseDispatchReminders', { reminderIds: [id], note: '请即签收。' }, 'key-1'),
    ).toBeNull();
    expect(
      await act(registrar, 'releaseDispatchReminders', { reminderIds: [id], note: '请即签收。' }, 'key-1'),
    ).toBeNull();
    expect(await act(registrar, 'releaseDispatchReminders', { reminderIds: [id] })).toBe('REMINDER_DECIDED');
    const released = (await notices()).filter(({ level }) => level === 1);
    expect(released).toEqual([
      expect.objectContaining({ to: 'UNIT_DESK', body: expect.stringMatching(/请即签收。$/) }),
    ]);
    expect((await agenda.deadlines(paper.clerk(0)))?.nodes[0]).toMatchObject({ reminderLevel: 1 });
    expect((await waiting()).total).toBe(2);
    const [trail] = await world.database.query(
      `select part_id, before, after from dispatch.audit where action = 'releaseReminders' and object_id = $1`,
      [paper.documentId],
    );
    expect(trail).toEqual({
      part_id: organizationOf(0),
      before: { state: 'PROPOSED' },
      after: {
        reminderId: id,
        obligation: 'ACKNOWLEDGE',
        level: 1,
        state: 'RELEASED',
        note: '请即签收。',
        documentNumber: null,
      },
    });
  });

  test.each([
    [1, 'OFFICE_REGISTRAR', null],
    [1, 'OFFICE_CHECKER', null],
    [1, 'COMMITTEE_LEADER', null],
    [1, 'OFFICE_CLERK', 'ROLE_NOT_ALLOWED'],
    [2, 'OFFICE_REGISTRAR', 'ROLE_NOT_ALLOWED'],
    [2, 'OFFICE_CHECKER', null],
    [3, 'COMMITTEE_LEADER', null],
    [4, 'OFFICE_REGISTRAR', 'ROLE_NOT_ALLOWED'],
    [4, 'OFFICE_CHECKER', null],
  ] as const)('of %i is released and declined by %s: %s', async (level, role, reason) => {
    await agenda.sweepAt(FRIDAY);
    const { idOf } = await waiting(level);
    const actor = paper.office(role);
    const released = { reminderIds: [idOf(0)], documentNumber: '焦直督〔2020〕1号' };
    expect(await act(actor, 'releaseDispatchReminders', released)).toBe(reason);
    expect(await act(actor, 'declineDispatchReminders', { reminderIds: [idOf(1)], reason: '已当面说明' })).toBe(reason);
    const [out, rests] = [await stateOf(idOf(0)), await stateOf(idOf(1))];
    expect([out, rests]).toEqual(
      reason === null ? [{ state: 'RELEASED' }, { state: 'DECLINED' }] : [{ state: 'PROPOSED' }, { state: 'PROPOSED' }],
    );
  });

  test('in writing goes out under a number', async () => {
    await agenda.sweepAt(FRIDAY);
    const reminderIds = [(await waiting(4)).idOf(0)];
    expect(await act(checker, 'releaseDispatchReminders', { reminderIds })).toBe('SUPERVISION_NUMBER_REQUIRED');
    expect(await act(checker, 'releaseDispatchReminders', { reminderIds, documentNumber: ' ' })).toBe(
      'SUPERVISION_NUMBER_REQUIRED',
    );
    expect(
      await act(checker, 'releaseDispatchReminders', { reminderIds, documentNumber: '焦直督〔2020〕1号' }),
    ).toBeNull();
  });

  test('that is declined rests with its reason, and tells nobody', async () => {
    await agenda.sweepAt(MONDAY);
    const before = await notices();
    const reminderIds = [(await waiting()).idOf(0)];
    expect(await act(checker, 'declineDispatchReminders', { reminderIds, reason: ' ' })).toBe(
      'DECLINE_REASON_REQUIRED',
    );
    expect(await act(checker, 'declineDispatchReminders', { reminderIds, reason: '已当面说明' })).toBeNull();
    expect(await act(checker, 'releaseDispatchReminders', { reminderIds })).toBe('REMINDER_DECIDED');
    expect(await notices()).toEqual(before);
    expect((await agenda.deadlines(paper.clerk(0)))?.nodes[0]).toMatchObject({ reminderLevel: 0 });
  });

  test('is void when the thing was done; then none of the others goes out either', async () => {
    await agenda.sweepAt(MONDAY);
    const { idOf } = await waiting();
    await sign(1);
    expect(await act(checker, 'releaseDispatchReminders', { reminderIds: [idOf(0), idOf(1)] })).toBe('REMINDER_LAPSED');
    expect(await stateOf(idOf(0))).toEqual({ state: 'PROPOSED' });
    expect((await notices()).filter(({ level }) => level > 0)).toEqual([]);
  });

  test.each([
    ['none', () => [], 'REMINDER_COUNT'],
    ['one that is not there', () => [world.ids.next()], 'REMINDER_NOT_FOUND'],
  ] as const)('of %s is refused', async (_, idsOf, reason) => {
    expect(await act(checker, 'releaseDispatchReminders', { reminderIds: idsOf() })).toBe(reason);
  });

  test.each([
    ['what cannot be seen', '请\u0000即签收', 'LEDGER_TEXT_CONTROL'],
    ['a novel', '请'.repeat(2001), 'LEDGER_TEXT_TOO_LONG'],
  ])('is not released with %s', async (_, note, reason) => {
    await agenda.sweepAt(MONDAY);
    expect(await act(checker, 'releaseDispatchReminders', { reminderIds: [(await waiting()).idOf(0)], note })).toBe(
      reason,
    );
  });

  test('of another committee is not there', async () => {
    await agenda.sweepAt(MONDAY);
    const foreign = { ...checker, committeeId: world.ids.next() };
    expect(await act(foreign, 'releaseDispatchReminders', { reminderIds: [(await waiting()).idOf(0)] })).toBe(
      'REMINDER_NOT_FOUND',
    );
  });
});

describe('an answer', () => {
  const told = async (unit: number): Promise<string> => {
    const [row] = await world.database.query<{ id: string }>(
      `select reminder_id as id from dispatch.reminder where part_id = $1 and step = 'END'`,
      [organizationOf(unit)],
    );
    return row?.id ?? '';
  };

  test('is the unit’s own, given once, and the office reads it', async () => {
    await agenda.sweepAt(MONDAY);
    const answer = { reminderId: await told(0), text: '经办人外出，今日下班前签收。' };
    expect(await act(paper.clerk(1), 'answerDispatchReminder', answer)).toBe('REMINDER_NOT_FOUND');
    expect(await act(paper.clerk(0), 'answerDispatchReminder', { ...answer, text: ' ' })).toBe(
      'REMINDER_ANSWER_REQUIRED',
    );
    expect(await act(paper.clerk(0), 'answerDispatchReminder', answer)).toBeNull();
    expect(await act(paper.clerk(0), 'answerDispatchReminder', answer)).toBe('REMINDER_ANSWERED');
    const [seen] = await reminders(checker, 0);
    expect(seen).toMatchObject({ answer: null });
    expect((await reminders(checker, 0))[1]).toMatchObject({ answer: answer.text, answeredByName: '李四' });
  });

  test('that came by telephone is written down by the office', async () => {
    await paper.actOnAll(checker, 'urgeReceipts', {
      organizationIds: [organizationOf(0)],
      channel: 'PHONE',
      note: '电话催办',
    });
    const [call] = await reminders(registrar, 0);
    expect(call).toMatchObject({ state: 'URGED', channel: 'PHONE', level: 1 });
    const answer = { reminderId: call?.id, text: '对方答复：马上签收。' };
    expect(await act(leader, 'answerDispatchReminder', answer)).toBe('ROLE_NOT_ALLOWED');
    expect(await act(registrar, 'answerDispatchReminder', answer)).toBeNull();
    expect((await reminders(paper.clerk(0), 0))[0]).toMatchObject({ answer: answer.text });
  });

  test('is not given to what nobody was told', async () => {
    await agenda.sweepAt(MONDAY);
    const answer = { reminderId: (await waiting()).idOf(0), text: '知道了' };
    expect(await act(registrar, 'answerDispatchReminder', answer)).toBe('REMINDER_NOT_SENT');
    expect(await act(paper.clerk(0), 'answerDispatchReminder', answer)).toBe('REMINDER_NOT_FOUND');
  });
});

interface Seen {
  readonly id: string;
  readonly level: number;
  readonly state: string;
  readonly answer: string | null;
}

const reminders = async (actor: PersonActor, unit: number): Promise<readonly Seen[]> => {
  const query = `query ($id: ID!) { receipt(id: $id) {
    reminders { ${REMINDER} channel obligation } deadlineMoves { obligation fromDueAt toDueAt reason movedByName }
  } }`;
  const { data, errors } = await world.graphql('dispatch', actor, query, { id: paper.receiptId(unit) });
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as unknown as { receipt: { reminders: Seen[] } }).receipt.reminders;
};

describe('the ledger of a receipt', () => {
  test('is whole for the office; a unit sees what it was told', async () => {
    await agenda.sweepAt(TUESDAY);
    const { idOf } = await waiting(1);
    await act(checker, 'releaseDispatchReminders', { reminderIds: [idOf(0)] });
    const told = (seen: readonly Seen[]) => seen.map(({ level, state }) => `${level} ${state}`);
    expect(told(await reminders(checker, 0))).toEqual(['0 SENT', '0 SENT', '1 RELEASED', '2 PROPOSED']);
    expect(told(await reminders(paper.clerk(0), 0))).toEqual(['0 SENT', '0 SENT', '1 RELEASED']);
  });

  test('comes with the moves of its deadline', async () => {
    await paper.act(paper.clerk(0), 'returnReceipt', 0, { reason: 'MISSENT', explanation: '非本单位职责' });
    world.clock.set('2020-10-19T09:00:00+08:00');
    await paper.act(checker, 'answerReturn', 0, { answer: '请签收', accepted: false });
    const query = `query ($id: ID!) { receipt(id: $id) { deadlineMoves { obligation fromDueAt toDueAt reason } } }`;
    const of = async (actor: PersonActor) =>
      (await world.graphql('dispatch', actor, query, { id: paper.receiptId(0) })).data?.receipt;
    const seen = {
      deadlineMoves: [
        {
          obligation: 'ACKNOWLEDGE',
          fromDueAt: '2020-10-16T18:00:00.000+08:00',
          toDueAt: '2020-10-20T18:00:00.000+08:00',
          reason: '退回已答复，重新计时',
        },
      ],
    };
    expect(await of(checker)).toEqual(seen);
    expect(await of(paper.clerk(0))).toEqual(seen);
  });
});

describe('urging by hand', () => {
  const levels = async () => (await reminders(checker, 0)).map(({ level }) => level);
  const urge = (actor: PersonActor, input: object = {}) =>
    paper.actOnAll(actor, 'urgeReceipts', { organizationIds: [organizationOf(0)], ...input });

  test('goes up level by level for who may, and stays at the first for who may not', async () => {
    expect([await urge(registrar), await urge(registrar)]).toEqual([null, null]);
    expect(await levels()).toEqual([1, 1]);
    expect([await urge(checker), await urge(checker)]).toEqual([null, null]);
    expect(await levels()).toEqual([1, 1, 2, 3]);
    expect(await urge(registrar, { level: 2 })).toBe('ROLE_NOT_ALLOWED');
    expect(await urge(checker, { level: 4 })).toBeNull();
    expect(await urge(checker)).toBeNull();
    expect(await levels()).toEqual([1, 1, 2, 3, 4, 4]);
  });

  test.each([
    [{ level: 5 }, 'URGE_LEVEL_INVALID'],
    [{ level: 0 }, 'URGE_LEVEL_INVALID'],
    [{ channel: 'PHONE' }, 'URGE_NOTE_REQUIRED'],
  ])('with %j is refused', async (input, reason) => expect(await urge(checker, input)).toBe(reason));
});
