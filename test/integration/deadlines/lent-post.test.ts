import { noticeRequested } from '@hub/contracts';
import { remindDue } from '@hub/deadlines';
import type { RequestedNotice } from '@hub/organization';
import { createLogger } from '@hub/runtime';

import { unitLogin } from '../../../infra/seed/organization';
import { receiptBook } from '../../../subgraphs/dispatch/src/data/deadline-book';
import { createTestWorld, SEED_MORNING, type TestWorld } from '../../support';
import { addUnits, type Office, openOfficeAt, setGroup } from '../dispatch/office';
import { issuePaper } from '../dispatch/paper';
import { createNoticeWorld, type Got, type NoticeWorld } from '../organization/notice-world';
import { signedIn } from '../organization/sessions';

const ORDER = 12;
const CLERK = unitLogin(ORDER);
const LEADER = `${CLERK}-leader`;

/** Where notices are delivered, and where deadlines are, over one database. */
let home: NoticeWorld;
let papers: TestWorld;
let desk: Office;

beforeAll(async () => {
  home = await createNoticeWorld();
  papers = await createTestWorld({ subgraphs: ['dispatch'], database: home.world.database });
  const { committeeId } = home;
  const unit = await home.unitAt(ORDER);
  const seat = await home.unitAt(10);
  const groupId = papers.ids.next();
  await addUnits(papers, committeeId, [seat, unit]);
  await setGroup(papers, committeeId, groupId, [unit]);
  desk = await openOfficeAt(papers, { committeeId, own: seat, units: [unit], groupId });
});

afterAll(async () => {
  await papers.subgraph('dispatch').close();
  await home.world.close();
});

/** The clerk's post is the leader's for one day. */
async function lendFor(day: string): Promise<void> {
  const [principal, delegate] = [(await signedIn(home, CLERK)).actor, (await signedIn(home, LEADER)).actor];
  const input = { delegateAccountId: delegate.accountId, fromOn: day, toOn: day, reason: '出差' };
  await home.ask(principal, 'mutation ($input: DelegatePostInput!) { delegatePost(input: $input) { id } }', { input });
}

/** Lets a sweep come at some time, and its notices to organization; who got what was new. */
async function remindedAt(time: string): Promise<Got[]> {
  for (const { clock } of [papers, home.world]) clock.set(`${time}:00+08:00`);
  const { database } = papers.subgraph('dispatch');
  const host = { database, clock: papers.clock, ids: papers.ids, book: receiptBook };
  const run = { requestId: 'test', logger: createLogger({ name: 'test', level: 'silent' }) };
  await remindDue(host, home.committeeId, run);
  const asked = await home.rows<{ payload: RequestedNotice }>(
    `select payload from dispatch.outbox where event = 'hub.notice-requested' and created_at = $1`,
    [papers.clock.now()],
  );
  expect(asked).toHaveLength(1);
  const [notice] = asked.map(({ payload }) => payload) as [RequestedNotice];
  await home.hear(noticeRequested, notice);
  return home.gotBy(notice);
}

test('a reminder on a day on which the desk is lent reaches who stands in, and the next one the desk alone', async () => {
  for (const { clock } of [papers, home.world]) clock.set(SEED_MORNING);
  await lendFor('2020-10-16');
  await issuePaper(papers, desk);
  expect(await remindedAt('2020-10-16T09:45')).toEqual([
    { login: CLERK, delegated: false, remark: null },
    { login: LEADER, delegated: true, remark: null },
  ]);
  // The limit of that paper ends in the evening of the same day: one of Monday is due when nobody stands in.
  for (const { clock } of [papers, home.world]) clock.set('2020-10-19T09:00:00+08:00');
  await papers.database.query(`update dispatch.receipt set acknowledge_due_at = null`);
  await issuePaper(papers, desk);
  expect(await remindedAt('2020-10-20T09:45')).toEqual([{ login: CLERK, delegated: false, remark: null }]);
  expect(papers.faults).toEqual([]);
});
