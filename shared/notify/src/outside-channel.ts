import type { OutsideChannelName } from '@hub/core';

import type { OutsideMessage, Recipient } from './outside-message';
import type { FailureCode, SendResult } from './send-result';

/** The port: one way to reach a person outside the hub. */
export interface OutsideChannel {
  readonly name: OutsideChannelName;
  /** How many messages may be on their way in one lane at once. */
  readonly laneWidth: number;
  /** Why no message could ever go to this address; null when one could. Asks nobody. */
  addressFault(recipient: Recipient): FailureCode | null;
  /**
   * Messages of one lane share a server: it is what may hang, refuse or need a pause, and lanes do not wait for each
   * other. A name without anything personal.
   */
  laneOf(address: string): string;
  /** One attempt, at this instant. It ends in time, and how it went is an answer, not an error. */
  send(message: OutsideMessage, now: Date): Promise<SendResult>;
}
