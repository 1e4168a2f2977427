import type { OutsideChannelName } from '@hub/core';

import type { OutsideChannel } from '../outside-channel';
import type { OutsideMessage, Recipient } from '../outside-message';
import type { FailureCode, SendResult } from '../send-result';
import { postWebhook, type WebhookAnswer, type WebhookCall } from './post-webhook';
import { callFailure, statusFailure } from './webhook-failure';
import type { WebhookGuard } from './webhook-guard';

/** What one kind of receiver expects to be told, and how it says yes. */
export interface WebhookDialect {
  readonly name: OutsideChannelName;
  /** Whether it cannot do without a secret. */
  readonly needsSecret: boolean;
  call(message: OutsideMessage, target: WebhookTarget, now: Date): WebhookCall;
  /** Looks into an answer with status 2xx. */
  judge(answer: WebhookAnswer): SendResult;
}

export interface WebhookTarget {
  readonly url: URL;
  /** Agreed with the receiver, and never sent. Empty when there is none. */
  readonly secret: string;
}

export interface WebhookOptions {
  readonly guard: WebhookGuard;
  /** From resolving the name to the last byte of the answer. */
  readonly timeoutMs: number;
}

/** Webhooks of any dialect: one guarded POST a message. */
export class WebhookChannel implements OutsideChannel {
  readonly name: OutsideChannelName;

  constructor(
    private readonly dialect: WebhookDialect,
    private readonly options: WebhookOptions,
  ) {
    this.name = dialect.name;
  }

  addressFault(address: string): FailureCode | null {
    const url = this.options.guard.judge(address);
    return typeof url === 'string' ? url : null;
  }

  async send(message: OutsideMessage, now: Date): Promise<SendResult> {
    const { guard, timeoutMs } = this.options;
    const target = this.#target(message.recipient);
    if (typeof target === 'string') return { code: target, detail: '' };
    const deadline = AbortSignal.timeout(timeoutMs);
    try {
      const addresses = await beforeAborted(guard.resolve(target.url), deadline);
      if (typeof addresses === 'string') return { code: addresses, detail: '' };
      const answer = await postWebhook(this.dialect.call(message, target, now), addresses, deadline);
      return statusFailure(answer, now) ?? this.dialect.judge(answer);
    } catch (error) {
      return callFailure(error, deadline.aborted);
    }
  }

  #target({ address, secret }: Recipient): WebhookTarget | FailureCode {
    const url = this.options.guard.judge(address);
    if (typeof url === 'string') return url;
    if (!secret && this.dialect.needsSecret) return 'SECRET_MISSING';
    return { url, secret: secret ?? '' };
  }
}

/** A resolver cannot be told to stop; it is not waited for. */
function beforeAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
