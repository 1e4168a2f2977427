import { setTimeout } from 'node:timers/promises';

import type { PersonActor } from '@hub/core';
import type { RequestedNotice } from '@hub/organization';
import { createFieldCipher } from '@hub/persistence';

import { unitLogin } from '../../../infra/seed/organization';
import { TEST_SETTINGS } from '../../support/settings';
import { createNoticeWorld, type NoticeWorld } from './notice-world';
import { signedIn } from './sessions';

let o: NoticeWorld;
let clerk: PersonActor;
let order = 0;

beforeAll(async () => {
  o = await createNoticeWorld();
});
beforeEach(async () => {
  order += 1;
  clerk = (await signedIn(o, unitLogin(order))).actor;
});
afterAll(() => o.world.close());

const FIELDS = 'channel enabled addressMasked isSigned quietHours { from to } version';
const SET = `mutation ($input: SetNoticePreferenceInput!) { setNoticePreference(input: $input) { ${FIELDS} } }`;
const MINE = `{ myNoticePreferences { ${FIELDS} } }`;
const ADDRESS = 'li.si@example.gov.cn';
const SECRET = 'a-secret-of-twenty-chars';

const mail = (change: object = {}) => ({
  input: { channel: 'EMAIL', enabled: true, address: ADDRESS, expectedVersion: 0, ...change },
});
const webhook = (change: object = {}) =>
  mail({ channel: 'WEBHOOK', address: 'https://hook.example.com/in/abcdef', secret: SECRET, ...change });

interface Preference {
  readonly channel: string;
  readonly [field: string]: unknown;
}

const set = async (variables: object, actor = clerk) =>
  (await o.ask<{ setNoticePreference: Preference[] }>(actor, SET, variables)).setNoticePreference;
const preference = (channel: string, all: readonly Preference[]) => all.find((each) => each.channel === channel);
const refused = (variables: object) => o.refusal(clerk, SET, variables);

/** What is kept of a channel. */
const kept = async (channel: string) => {
  const [row] = await o.rows<{ id: string; address: Buffer | null; secret: Buffer | null; text: string }>(
    `select preference_id as id, address, secret, p::text as text from organization.notice_preference p
     where account_id = $1 and channel = $2`,
    [clerk.accountId, channel],
  );
  if (!row) throw new Error('nothing is kept');
  return row;
};

test('the inbox is always on, and everything else off until somebody wants it', async () => {
  const { myNoticePreferences } = await o.ask<{ myNoticePreferences: Preference[] }>(clerk, MINE);
  expect(myNoticePreferences.map(({ channel, enabled }) => [channel, enabled])).toEqual([
    ['IN_APP', true],
    ['EMAIL', false],
    ['WEBHOOK', false],
    ['WECOM', false],
    ['DINGTALK', false],
  ]);
  const { errors } = await o.world.graphql('organization', clerk, SET, mail({ channel: 'IN_APP' }));
  expect(errors?.[0]?.message).toContain('OutsideChannel');
});

describe('a channel that is switched on', () => {
  test('is used for what comes from then on, as far as the ladder wants it, and not once it is off', async () => {
    const channels = async (wanted: RequestedNotice['channels'] = null) => {
      const desk = { to: 'UNIT_DESK' as const, organizationId: clerk.organizationId };
      const { noticeId } = await o.notify([desk], { channels: wanted });
      const rows = await o.rows<{ channel: string }>(
        'select channel from organization.notice_delivery where notice_id = $1 order by 1',
        [noticeId],
      );
      return rows.map(({ channel }) => channel);
    };
    await set(mail());
    await set(webhook());
    expect(await channels()).toEqual(['EMAIL', 'IN_APP', 'WEBHOOK']);
    expect(await channels(['WEBHOOK', 'DINGTALK'])).toEqual(['IN_APP', 'WEBHOOK']);
    expect(await channels([])).toEqual(['IN_APP']);
    const off = await set(mail({ enabled: false, address: undefined, expectedVersion: 1 }));
    expect(preference('EMAIL', off)).toMatchObject({
      enabled: false,
      addressMasked: 'l***@example.gov.cn',
      version: 2,
    });
    expect(await channels()).toEqual(['IN_APP', 'WEBHOOK']);
  });

  test('keeps address and secret sealed to their row, and shows of them which they are', async () => {
    const [shown] = (await set(webhook())).filter(({ channel }) => channel === 'WEBHOOK');
    expect(shown).toEqual({
      channel: 'WEBHOOK',
      enabled: true,
      addressMasked: 'https://hook.example.com/…cdef',
      isSigned: true,
      quietHours: { from: '20:00', to: '08:00' },
      version: 1,
    });
    const { id, address, secret, text } = await kept('WEBHOOK');
    expect(text).not.toContain('abcdef');
    const cipher = createFieldCipher(TEST_SETTINGS.dataKeys);
    const opened = (part: string, sealed: Buffer | null) =>
      cipher.decrypt(sealed as Buffer, {
        column: `organization.notice_preference.${part}`,
        committeeId: o.committeeId,
        rowId: id,
      });
    expect(opened('address', address)).toBe('https://hook.example.com/in/abcdef');
    expect(opened('secret', secret)).toBe(SECRET);
    expect(() => opened('address', secret)).toThrow();
  });

  test('leaves an act that says nothing of the address', async () => {
    await set(mail());
    const acts = await o.rows<{ action: string; after: object }>(
      'select action, after from organization.audit where object_id = $1',
      [(await kept('EMAIL')).id],
    );
    expect(acts).toEqual([
      {
        action: 'setNoticePreference',
        after: { channel: 'EMAIL', enabled: true, quietHours: { from: '20:00', to: '08:00' }, newAddress: true },
      },
    ]);
  });

  test('has quiet hours as its owner wants them: his own, none, or as they were', async () => {
    const quiet = async (change: object) => preference('EMAIL', await set(mail(change)))?.quietHours;
    expect(await quiet({ quietHours: { from: '12:00', to: '14:00' } })).toEqual({ from: '12:00', to: '14:00' });
    expect(await quiet({ expectedVersion: 1 })).toEqual({ from: '12:00', to: '14:00' });
    expect(await quiet({ quietHours: null, expectedVersion: 2 })).toBeNull();
  });

  test('gives its address up when it is taken away', async () => {
    await set(mail());
    expect(await refused(mail({ address: '', expectedVersion: 1 }))).toBe('NOTICE_ADDRESS_REQUIRED');
    await set(mail({ address: '', enabled: false, expectedVersion: 1 }));
    expect(await kept('EMAIL')).toMatchObject({ address: null });
  });
});

describe('nothing is kept of', () => {
  test.each([
    ['an address with a line in it', mail({ address: 'a@b.cn\r\nBcc: c@d.cn' }), 'NOTICE_ADDRESS_INVALID'],
    ['two addresses', mail({ address: 'a@b.cn,c@d.cn' }), 'NOTICE_ADDRESS_INVALID'],
    ['a name without a domain', mail({ address: 'root' }), 'NOTICE_ADDRESS_INVALID'],
    ['no address', mail({ address: null }), 'NOTICE_ADDRESS_REQUIRED'],
    ['a webhook in the clear', webhook({ address: 'http://hook.example.com/in' }), 'NOTICE_ADDRESS_INVALID'],
    ['a webhook with a password', webhook({ address: 'https://a:b@hook.example.com/in' }), 'NOTICE_ADDRESS_INVALID'],
    ['a file', webhook({ address: 'file:///etc/passwd' }), 'NOTICE_ADDRESS_INVALID'],
    ['a webhook to where none may go', webhook({ address: 'https://10.0.0.1/in' }), 'NOTICE_ADDRESS_NOT_ALLOWED'],
    ['a webhook that is not signed', webhook({ secret: null }), 'NOTICE_SECRET_REQUIRED'],
    ['a short secret', webhook({ secret: 'short' }), 'NOTICE_SECRET_INVALID'],
    ['a secret of mail', mail({ secret: SECRET }), 'NOTICE_SECRET_INVALID'],
    ['a time that is none', mail({ quietHours: { from: '24:00', to: '08:00' } }), 'NOTICE_QUIET_HOURS'],
    ['quiet hours without an end', mail({ quietHours: { from: '08:00', to: '08:00' } }), 'NOTICE_QUIET_HOURS'],
    ['an older state', mail({ expectedVersion: 1 }), 'STALE_VERSION'],
  ])('%s', async (_, variables, reason) => {
    expect(await refused(variables)).toBe(reason);
    expect(await o.rows('select from organization.notice_preference where account_id = $1', [clerk.accountId])).toEqual(
      [],
    );
  });
});

test('of two first settings at once one is kept, and the other hears that it is stale', async () => {
  // The first is not committed yet when the second looks and finds nothing.
  await o.rows('begin');
  await o.rows(
    `insert into organization.notice_preference (committee_id, preference_id, account_id, channel, enabled)
     values ($1, $2, $3, 'EMAIL', false)`,
    [o.committeeId, o.world.ids.next(), clerk.accountId],
  );
  const second = refused(mail());
  while ((await o.rows('select from pg_locks where not granted')).length === 0) await setTimeout(5);
  await o.rows('commit');
  expect(await second).toBe('STALE_VERSION');
  expect(await kept('EMAIL')).toMatchObject({ address: null });
});

describe('who is 书记', () => {
  const DESIGNATE = `mutation ($input: DesignateStandingInput!) {
    designateStanding(input: $input) { standing version post { id } }
  }`;
  const STANDINGS = '{ standingPosts { standing version post { id } } }';
  const asked = async (login: string, change: object = {}) => {
    const { postId } = (await signedIn(o, login)).actor;
    return { input: { standing: 'SECRETARY', postId, expectedVersion: 0, ...change } };
  };

  test('is recorded by the administrator, read by the office, and leaves an act', async () => {
    const checker = (await signedIn(o, 'checker')).actor;
    const nobody = { version: 0, post: null };
    expect(await o.ask(checker, STANDINGS)).toEqual({
      standingPosts: [
        { standing: 'SECRETARY', ...nobody },
        { standing: 'DEPUTY_SECRETARY', ...nobody },
      ],
    });
    const variables = await asked('leader');
    await o.ask(o.admin, DESIGNATE, variables);
    expect(await o.ask(checker, STANDINGS)).toMatchObject({
      standingPosts: [{ standing: 'SECRETARY', version: 1, post: { id: variables.input.postId } }, nobody],
    });
    expect(
      await o.rows(`select before, after from organization.audit where action = 'designateStanding'`),
    ).toMatchObject([{ before: { postId: null }, after: { standing: 'SECRETARY', postId: variables.input.postId } }]);
    expect(await o.refusal(o.admin, DESIGNATE, variables)).toBe('STALE_VERSION');
  });

  test('is no post of another role, none that has ended, and not for others to say', async () => {
    const standing = { standing: 'DEPUTY_SECRETARY' };
    expect(await o.refusal(o.admin, DESIGNATE, await asked('checker', standing))).toBe('STANDING_POST_INVALID');
    const deputy = await asked('leader-deputy', standing);
    expect(await o.refusal(clerk, DESIGNATE, deputy)).toBe('ROLE_NOT_ALLOWED');
    expect(await o.refusal(clerk, STANDINGS)).toBe('ROLE_NOT_ALLOWED');
    await o.rows(`update organization.post set held_to = '2020-10-14' where post_id = $1`, [deputy.input.postId]);
    expect(await o.refusal(o.admin, DESIGNATE, deputy)).toBe('STANDING_POST_INVALID');
  });
});
