import { requirePerson } from '@hub/persistence';

import { type OwnPreferenceRow, preferencesOf } from '../data/notice-preference.read-model';
import { NOTICE_CHANNELS, type NoticeChannel } from '../domain/notice';
import { noticePolicy } from '../domain/notice.policy';
import { DEFAULT_QUIET_HOURS } from '../domain/notice-preference';
import type { OrganizationContext } from './context';

export interface OwnPreference extends OwnPreferenceRow {
  /** The hub has a way out for it. */
  readonly isAvailable: boolean;
}

/** Every channel there is, those that were never set as well. */
export async function readNoticePreferences(ctx: OrganizationContext): Promise<OwnPreference[]> {
  const actor = requirePerson(ctx);
  const { accountId, committeeId } = actor;
  noticePolicy.assertMay(actor, 'setNoticePreference', { committeeId, ownerAccountId: accountId });
  const rows = await ctx.read((tx) => preferencesOf(tx, accountId));
  return NOTICE_CHANNELS.map((channel) => ({
    ...(rows.find((row) => row.channel === channel) ?? unset(channel)),
    isAvailable: channel === 'IN_APP' || ctx.deps.outside.has(channel),
  }));
}

/** The inbox is always on, and quiet by itself. */
function unset(channel: NoticeChannel): OwnPreferenceRow {
  const isInbox = channel === 'IN_APP';
  const quiet = isInbox ? null : DEFAULT_QUIET_HOURS;
  return { channel, enabled: isInbox, addressMasked: null, hasSecret: false, quiet, version: 0 };
}
