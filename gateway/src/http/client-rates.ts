import type { IncomingMessage } from 'node:http';
import type { Actor } from '@hub/core';

import type { ExecuteOptions } from '../execution/executor.type';
import { clientAddress, type RateLimiter } from '../security/rates';

/** What a client still has of its share. Every door of the gateway asks here, so that all count together. */
export interface ClientRates {
  /** Something has come of the client. Throws RATE_LIMITED. */
  request(): Promise<void>;
  /** Asked by the executor before what has come is planned. */
  operation(actor: Actor | null): ExecuteOptions['admit'];
}

/** The client that stands behind a request, or behind the upgrade that a WebSocket began with. */
export type RatesOf = (message: IncomingMessage) => ClientRates;

export function ratesByAddress(rates: RateLimiter | undefined, trustedProxies: number): RatesOf {
  if (!rates) return () => UNLIMITED;
  return (message) => {
    const address = clientAddress(message, trustedProxies);
    return {
      request: () => rates.request(address),
      operation: (actor) => (operation) => rates.operation(address, actor, operation),
    };
  };
}

const UNLIMITED: ClientRates = { request: async () => undefined, operation: () => undefined };
