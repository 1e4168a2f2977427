import type { OutsideChannelName, QuietHours } from '@hub/core';

import { noticeError } from './notice.errors';

/** Unless somebody sets others for a channel, or none. */
export const DEFAULT_QUIET_HOURS: QuietHours = { from: '20:00', to: '08:00' };

const MAX_ADDRESS = 500;
const MAIL = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const VISIBLE = /^[\x21-\x7e]{16,200}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Robots of 企业微信 have their secret in the address; mail has none. */
const TAKES_SECRET: readonly OutsideChannelName[] = ['WEBHOOK', 'DINGTALK'];

/** The address as it is kept. Whether it may be called at all is asked again when something is sent to it. */
export function checkedAddress(channel: OutsideChannelName, address: string): string {
  const text = address.trim();
  const isRight = channel === 'EMAIL' ? MAIL.test(text) && text.length <= 254 : isWebAddress(text);
  if (!isRight) throw noticeError('NOTICE_ADDRESS_INVALID');
  return text;
}

function isWebAddress(text: string): boolean {
  if (text.length > MAX_ADDRESS || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
  return isSafe && username === '' && password === '';
}

/** What is shown of an address: enough to know which one it is. */
export function maskAddress(channel: OutsideChannelName, address: string): string {
  if (channel !== 'EMAIL') return `${new URL(address).origin}/…${address.slice(-4)}`;
  const [name = '', domain = ''] = address.split('@');
  return `${name.slice(0, 1)}***@${domain}`;
}

/** What messages to an address go through beside those of others: the server it names; null for the channel as a whole. */
export function laneOf(channel: OutsideChannelName, address: string): string | null {
  return channel === 'EMAIL' ? null : new URL(address).host;
}

export function assertSecret(channel: OutsideChannelName, secret: string): void {
  if (!TAKES_SECRET.includes(channel) || !VISIBLE.test(secret)) throw noticeError('NOTICE_SECRET_INVALID');
}

export function assertQuietHours(quiet: QuietHours | null): void {
  if (quiet === null) return;
  if (!TIME.test(quiet.from) || !TIME.test(quiet.to) || quiet.from === quiet.to)
    throw noticeError('NOTICE_QUIET_HOURS');
}

/** Throws unless what is switched on can be used. */
export function assertUsable(
  channel: OutsideChannelName,
  {
    enabled,
    hasAddress,
    hasSecret,
  }: { readonly enabled: boolean; readonly hasAddress: boolean; readonly hasSecret: boolean },
): void {
  if (!enabled) return;
  if (!hasAddress) throw noticeError('NOTICE_ADDRESS_REQUIRED');
  if (channel === 'WEBHOOK' && !hasSecret) throw noticeError('NOTICE_SECRET_REQUIRED');
}
