import { createHmac } from 'node:crypto';

import { z } from 'zod';

import type { OutsideMessage } from '../outside-message';
import { maskedDetail, type SendResult } from '../send-result';
import type { WebhookAnswer } from './post-webhook';
import type { WebhookDialect } from './webhook-channel';

/** 企业微信 and 钉钉 answer 200 whatever happened, and say in the body how it went. */
const robotAnswer = z.object({ errcode: z.int(), errmsg: z.string().default('') });

/** Neither knows of message ids; the header is for whoever stands between. */
const post = ({ messageId, text }: OutsideMessage, url: URL) => ({
  url,
  headers: { 'X-Hub-Message-Id': messageId },
  body: JSON.stringify({ msgtype: 'text', text: { content: text } }),
});

/** 企业微信群机器人: the key in the address is all it asks. */
export const weComRobot: WebhookDialect = {
  name: 'WECOM',
  needsSecret: false,
  call: (message, { url }) => post(message, url),
  // -1: busy; 45009: more than 20 messages a minute.
  judge: (answer) => robotFailure(answer, [-1, 45009]),
};

/** 钉钉群机器人; where it asks for 加签, with its secret (SEC…). */
export const dingTalkRobot: WebhookDialect = {
  name: 'DINGTALK',
  needsSecret: false,
  call: (message, { url, secret }, now) => post(message, secret === '' ? url : signed(url, secret, now)),
  // -1: busy; 130101 and 660026: more than 20 messages a minute.
  judge: (answer) => robotFailure(answer, [-1, 130101, 660026]),
};

function signed(url: URL, secret: string, now: Date): URL {
  const timestamp = String(now.getTime());
  const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
  const target = new URL(url);
  target.searchParams.set('timestamp', timestamp);
  target.searchParams.set('sign', sign);
  return target;
}

function robotFailure({ body, isCut }: WebhookAnswer, busy: readonly number[]): SendResult {
  const said = isCut ? null : parsed(body);
  if (said === null) return { code: 'ANSWER_UNREADABLE', detail: maskedDetail(body) };
  const { errcode, errmsg } = said;
  if (errcode === 0) return null;
  const detail = maskedDetail(`${errcode} ${errmsg}`);
  return { code: busy.includes(errcode) ? 'ROBOT_BUSY' : 'ROBOT_REFUSED', detail };
}

function parsed(body: string): z.output<typeof robotAnswer> | null {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return null;
  }
  return robotAnswer.safeParse(json).data ?? null;
}
