import type { OutsideChannelName, QuietHours } from '@hub/core';
import { FAILURES } from '@hub/notify';
import { assertVersion, requirePerson } from '@hub/persistence';

import { NoticePreferenceRepository, type PreferenceRow } from '../data/notice-preference.repository';
import { type PreferenceKey, sealedPart } from '../data/sealed-address';
import type { OrganizationDeps } from '../deps';
import { noticeError } from '../domain/notice.errors';
import { noticePolicy } from '../domain/notice.policy';
import {
  assertQuietHours,
  assertSecret,
  assertUsable,
  checkedAddress,
  DEFAULT_QUIET_HOURS,
  laneOf,
  maskAddress,
} from '../domain/notice-preference';
import type { OrganizationContext } from './context';

export interface SetNoticePreferenceInput {
  readonly channel: OutsideChannelName;
  readonly enabled: boolean;
  /** Left out: as it is. Empty: taken away. */
  readonly address?: string | null;
  readonly secret?: string | null;
  /** Left out: as they are, or those of everybody. Null: none. */
  readonly quietHours?: QuietHours | null;
  readonly expectedVersion: number;
}

const NONE: Omit<PreferenceRow, 'preferenceId'> = {
  enabled: false,
  address: null,
  addressMasked: null,
  secret: null,
  lane: null,
  quiet: DEFAULT_QUIET_HOURS,
  version: 0,
};

/** Sets how one is told outside the hub, besides the inbox: through which channel, where, and when not. */
export async function setNoticePreference(ctx: OrganizationContext, input: SetNoticePreferenceInput): Promise<void> {
  const actor = requirePerson(ctx);
  const { accountId, committeeId } = actor;
  noticePolicy.assertMay(actor, 'setNoticePreference', { committeeId, ownerAccountId: accountId });
  await ctx.command('setNoticePreference', input, async (tx) => {
    const { channel } = input;
    const preferences = new NoticePreferenceRepository(tx, accountId);
    const present = (await preferences.lock(channel)) ?? { ...NONE, preferenceId: ctx.ids.next() };
    assertVersion(present.version, input.expectedVersion);
    const changed = change(ctx, { committeeId, preferenceId: present.preferenceId }, present, input);
    if (!(await preferences.save(channel, changed))) assertVersion(present.version + 1, input.expectedVersion);
    tx.audit({
      action: 'setNoticePreference',
      objectType: 'noticePreference',
      objectId: present.preferenceId,
      before: { enabled: present.enabled, quietHours: present.quiet },
      // That an address was given, never which.
      after: { channel, enabled: changed.enabled, quietHours: changed.quiet, newAddress: input.address != null },
    });
    return null;
  });
}

function change(
  { deps }: OrganizationContext,
  key: PreferenceKey,
  present: PreferenceRow,
  { channel, enabled, address, secret, quietHours }: SetNoticePreferenceInput,
): PreferenceRow {
  const quiet = quietHours === undefined ? present.quiet : quietHours;
  assertQuietHours(quiet);
  assertWayOut(deps, channel, enabled, address);
  const seal = (part: 'address' | 'secret', text: string) => sealedPart.seal(deps.fieldCipher, part, key, text);
  const next = { ...present, ...changedAddress(channel, address, seal), ...changedSecret(channel, secret, seal) };
  assertUsable(channel, { enabled, hasAddress: next.address !== null, hasSecret: next.secret !== null });
  return { ...next, enabled, quiet, version: present.version + 1 };
}

/** Throws where the hub has no way out: not through this channel, or not to there. */
function assertWayOut(
  { outside }: OrganizationDeps,
  channel: OutsideChannelName,
  enabled: boolean,
  address: string | null | undefined,
): void {
  const way = outside.get(channel);
  if (enabled && !way) throw noticeError('NOTICE_CHANNEL_OFF');
  const fault = address ? way?.addressFault(checkedAddress(channel, address)) : null;
  if (fault) throw noticeError('NOTICE_ADDRESS_NOT_ALLOWED', { why: FAILURES[fault].text });
}

type Seal = (part: 'address' | 'secret', text: string) => Buffer;

function changedAddress(
  channel: OutsideChannelName,
  address: string | null | undefined,
  seal: Seal,
): Partial<Pick<PreferenceRow, 'address' | 'addressMasked' | 'lane'>> {
  if (address == null) return {};
  if (address === '') return { address: null, addressMasked: null, lane: null };
  const text = checkedAddress(channel, address);
  return { address: seal('address', text), addressMasked: maskAddress(channel, text), lane: laneOf(channel, text) };
}

function changedSecret(
  channel: OutsideChannelName,
  secret: string | null | undefined,
  seal: Seal,
): Partial<Pick<PreferenceRow, 'secret'>> {
  if (secret == null) return {};
  if (secret === '') return { secret: null };
  assertSecret(channel, secret);
  return { secret: seal('secret', secret) };
}
