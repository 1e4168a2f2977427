import { EnvironmentError } from '@hub/runtime';
import { z } from 'zod';

import { isMailAddress } from './mail-address';
import { isNetwork } from './webhook/networks';
import type { WebhookRules } from './webhook/webhook-guard';

/** What the whole hub may send outside; what is null is switched off. */
export interface OutsideSettings {
  readonly email: { readonly url: string; readonly from: string } | null;
  readonly webhooks: WebhookRules | null;
  /** Of one attempt, whole. */
  readonly timeoutMs: number;
}

/** How long anybody may keep one attempt waiting. */
const TIMEOUT_MS = 10_000;

export const NOTHING_OUTSIDE: OutsideSettings = { email: null, webhooks: null, timeoutMs: TIMEOUT_MS };

const list = (isEntry: (entry: string) => boolean, error: string) =>
  z
    .string()
    .transform((text) => text.split(',').map((entry) => entry.trim().toLowerCase()))
    .refine((entries) => entries.every(isEntry), error);

const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?::\d{1,5})?$/;

/** What a process is told of the ways outside, beside its other settings. */
export const outsideSettings = {
  /** The mail server; without it there is no e-mail. */
  HUB_SMTP_URL: z.url({ protocol: /^smtps?$/, error: '应为 smtp:// 或 smtps:// 开头的地址' }).optional(),
  /** The mailbox that mail comes from. */
  HUB_MAIL_FROM: z.string().refine(isMailAddress, '应为一个邮箱地址').optional(),
  /** Hosts that webhooks may be sent to, `host` or `host:port`, by commas; without them there are no webhooks. */
  HUB_WEBHOOK_HOSTS: list((entry) => HOST.test(entry), '应为以逗号分隔的主机名（可带端口）').optional(),
  /** Networks that are not public and that webhooks may reach all the same. */
  HUB_WEBHOOK_NETWORKS: list(isNetwork, '应为以逗号分隔的网段，如 10.20.0.0/16').optional(),
  /** Receivers on this machine, without encryption: for tests and trials. */
  HUB_WEBHOOK_ALLOW_LOOPBACK: z.stringbool().default(false),
} as const;

const outsideEnv = z.object(outsideSettings);

export type OutsideEnv = z.output<typeof outsideEnv>;

export function outsideOf(env: OutsideEnv): OutsideSettings {
  const { HUB_SMTP_URL: url, HUB_MAIL_FROM: from, HUB_WEBHOOK_HOSTS: hosts = [] } = env;
  const { HUB_WEBHOOK_NETWORKS: networks = [], HUB_WEBHOOK_ALLOW_LOOPBACK: allowLoopback } = env;
  if ((url === undefined) !== (from === undefined)) {
    throw new EnvironmentError(['HUB_SMTP_URL：须与 HUB_MAIL_FROM 一并设置']);
  }
  return {
    email: url !== undefined && from !== undefined ? { url, from } : null,
    webhooks: hosts.length > 0 || allowLoopback ? { hosts, networks, allowLoopback } : null,
    timeoutMs: TIMEOUT_MS,
  };
}
