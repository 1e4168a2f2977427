import type { OutsideChannelName } from '@hub/core';

import type { OutsideMessage } from './outside-message';
import type { FailureCode, SendResult } from './send-result';

/** The port: one way to reach a person outside the hub. */
export interface OutsideChannel {
  readonly name: OutsideChannelName;
  /** Why no message could ever go to this address; null when one could. Asks nobody. */
  addressFault(address: string): FailureCode | null;
  /** One attempt, at this instant. It ends in time, and how it went is an answer, not an error. */
  send(message: OutsideMessage, now: Date): Promise<SendResult>;
}
