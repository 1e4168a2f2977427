import { createHmac } from 'node:crypto';

import type { WebhookDialect } from './webhook-channel';

/**
 * A receiver of anybody's own. It knows a message it has seen by the id, and one that is genuine by the signature:
 * `sha256=` and the HMAC-SHA256 over `<timestamp>.<body>` in hexadecimal. The timestamp (seconds) is of this attempt,
 * so that an old one that somebody plays again can be refused.
 */
export const genericWebhook: WebhookDialect = {
  name: 'WEBHOOK',
  needsSecret: true,
  call({ messageId, subject, text, urgent }, { url, secret }, now) {
    const body = JSON.stringify({ messageId, subject, text, urgent });
    const timestamp = String(Math.floor(now.getTime() / 1000));
    const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
    return {
      url,
      body,
      headers: {
        'X-Hub-Message-Id': messageId,
        'X-Hub-Timestamp': timestamp,
        'X-Hub-Signature': `sha256=${signature}`,
      },
    };
  },
  judge: () => null,
};
