import type { PersonActor } from '@hub/core';

import { serviceActor } from '../../support';
import { createOrganizationWorld, type OrganizationWorld, type SeededUnit } from './organization-world';

// 值班表: who answers for an organisation.

let o: OrganizationWorld;
let clerk: PersonActor;
let unit: SeededUnit;
let postId: string;

beforeAll(async () => {
  o = await createOrganizationWorld();
  unit = await o.unitAt(37);
  clerk = await o.personOf(unit);
  const { createAccount } = await o.ask<{ createAccount: { id: string } }>(
    o.admin,
    'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { id } }',
    { input: { loginName: 'on.duty', displayName: '演示·值班员', password: 'On-duty-2020-pass' } },
  );
  const facts = { role: 'UNIT_CLERK', title: '值班员', heldFrom: '2020-10-15' };
  const { assignPost } = await o.ask<{ assignPost: { id: string } }>(
    o.admin,
    'mutation ($input: AssignPostInput!) { assignPost(input: $input) { id } }',
    { input: { accountId: createAccount.id, organizationId: unit.organizationId, ...facts } },
  );
  postId = assignPost.id;
});

afterEach(() => expect(o.world.faults).toEqual([]));

afterAll(() => o.world.close());

const ROSTER = 'organizationId version shifts { from to post { id } }';
const SET = `mutation ($input: SetDutyShiftsInput!) { setDutyShifts(input: $input) { ${ROSTER} } }`;
const READ_ROSTER = `query ($of: ID!) {
  dutyRoster(organizationId: $of, from: "2020-10-15T00:00:00+08:00", to: "2020-10-19T00:00:00+08:00") { ${ROSTER} }
}`;
const WEEKEND = { from: '2020-10-16T00:00:00+08:00', to: '2020-10-19T00:00:00+08:00' };
const day = (date: string, postId: string) => ({
  from: `2020-10-${date}T08:00:00.000+08:00`,
  to: `2020-10-${Number(date) + 1}T08:00:00.000+08:00`,
  postId,
});

const set = (expectedVersion: number, shifts: object[], window: object = WEEKEND) => ({
  input: { organizationId: unit.organizationId, window, shifts, expectedVersion },
});

test('says who answers, is arranged anew within its window, and its own unit reads it', async () => {
  await o.ask(o.admin, SET, set(0, [day('16', postId), day('17', postId)]));
  const rest = { ...WEEKEND, from: '2020-10-17T00:00:00+08:00' };
  await o.ask(o.admin, SET, set(1, [day('17', postId), { ...day('18', postId), to: rest.to }], rest));
  expect(await o.ask(clerk, READ_ROSTER, { of: unit.organizationId })).toEqual({
    dutyRoster: {
      organizationId: unit.organizationId,
      version: 2,
      shifts: [
        { from: day('16', '').from, to: day('16', '').to, post: { id: postId } },
        { from: day('17', '').from, to: day('17', '').to, post: { id: postId } },
        { from: day('18', '').from, to: '2020-10-19T00:00:00.000+08:00', post: { id: postId } },
      ],
    },
  });
  expect(
    await o.rows(`select action from organization.audit where object_type = 'dutyRoster' and object_id = $1`, [
      unit.organizationId,
    ]),
  ).toHaveLength(2);
});

test('is not there for another unit or its programs, nor in the rows that they may read', async () => {
  const other = await o.personOf(await o.unitAt(38));
  for (const actor of [other, serviceActor(o.committeeId, other.organizationId)]) {
    expect(await o.refusal(actor, READ_ROSTER, { of: unit.organizationId })).toBe('ORGANIZATION_NOT_FOUND');
    const count = 'select count(*)::int as n from organization.duty_shift';
    const [seen] = await o.world.subgraph('organization').database.read(actor, (tx) => tx.query<{ n: number }>(count));
    expect(seen?.n).toBe(0);
  }
});

test.each<[string, () => object, string]>([
  ['on an old version', () => set(0, []), 'STALE_VERSION'],
  [
    'with shifts that overlap',
    () => set(2, [day('16', postId), { ...day('16', postId), from: WEEKEND.from }]),
    'DUTY_SHIFTS_OVERLAP',
  ],
  ['with somebody of another unit', () => set(2, [day('16', o.admin.postId)]), 'DUTY_POST_INVALID'],
  ['for days that are over', () => set(2, [], { ...WEEKEND, from: '2020-10-14T00:00:00+08:00' }), 'DUTY_WINDOW_PAST'],
])('is refused %s', async (_, input, reason) => {
  expect(await o.refusal(o.admin, SET, input())).toBe(reason);
});

test('another unit finds none with the wall of the database off, by the query alone', async () => {
  for (const table of ['organization', 'duty_roster', 'duty_shift']) {
    await o.world.database.query(`alter table organization.${table} disable row level security`);
  }
  const other = await o.personOf(await o.unitAt(38));
  expect(await o.refusal(other, READ_ROSTER, { of: unit.organizationId })).toBe('ORGANIZATION_NOT_FOUND');
});
