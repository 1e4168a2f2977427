import type { OutsideChannelName } from '@hub/core';

import { EmailChannel } from './email-channel';
import type { OutsideChannel } from './outside-channel';
import type { OutsideSettings } from './outside-settings';
import { genericWebhook } from './webhook/generic-webhook';
import { dingTalkRobot, weComRobot } from './webhook/robots';
import { WebhookChannel } from './webhook/webhook-channel';
import { WebhookGuard } from './webhook/webhook-guard';

/** The channels that are switched on. */
export type Outside = ReadonlyMap<OutsideChannelName, OutsideChannel>;

export function openOutside({ email, webhooks, timeoutMs }: OutsideSettings): Outside {
  const channels: OutsideChannel[] = [];
  if (email) channels.push(new EmailChannel({ ...email, timeoutMs }));
  if (webhooks) {
    const guard = new WebhookGuard(webhooks);
    const dialects = [genericWebhook, weComRobot, dingTalkRobot];
    channels.push(...dialects.map((dialect) => new WebhookChannel(dialect, { guard, timeoutMs })));
  }
  return new Map(channels.map((channel) => [channel.name, channel]));
}
