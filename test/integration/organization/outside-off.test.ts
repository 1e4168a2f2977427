import { NOTHING_OUTSIDE } from '@hub/notify';

import { unitLogin } from '../../../infra/seed/organization';
import { jobRun } from '../../support';
import { createNoticeWorld, type NoticeWorld } from './notice-world';
import { signedIn } from './sessions';

let o: NoticeWorld;
beforeAll(async () => {
  o = await createNoticeWorld({ outside: NOTHING_OUTSIDE });
});
afterAll(() => o.world.close());

test('a hub that has no way out says so, takes no wish for one, and lines nothing up', async () => {
  const { actor } = await signedIn(o, unitLogin(1));
  const mine = 'query { myNoticePreferences { channel isAvailable } }';
  const { myNoticePreferences } = await o.ask<{ myNoticePreferences: object[] }>(actor, mine);
  expect(myNoticePreferences).toEqual([
    { channel: 'IN_APP', isAvailable: true },
    ...['EMAIL', 'WEBHOOK', 'WECOM', 'DINGTALK'].map((channel) => ({ channel, isAvailable: false })),
  ]);
  const set = 'mutation ($input: SetNoticePreferenceInput!) { setNoticePreference(input: $input) { channel } }';
  const input = { channel: 'EMAIL', address: 'clerk@unit.example.cn', expectedVersion: 0 };
  expect(await o.refusal(actor, set, { input: { ...input, enabled: true } })).toBe('NOTICE_CHANNEL_OFF');
  // As one that was switched on while there was a way.
  await o.ask(actor, set, { input: { ...input, enabled: false } });
  await o.rows('update organization.notice_preference set enabled = true');
  const { noticeId } = await o.notify([{ to: 'UNIT_DESK', organizationId: actor.organizationId }]);
  const channels = await o.rows('select channel from organization.notice_delivery where notice_id = $1', [noticeId]);
  expect(channels).toEqual([{ channel: 'IN_APP' }]);
  const sweep = o.world.subgraph('organization').jobs.find(({ name }) => name === 'sweep-outside');
  await sweep?.run({}, jobRun('sweep-1', o.world.clock.now()));
  expect(o.askedFor).toEqual([]);
});
