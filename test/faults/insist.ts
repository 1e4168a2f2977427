import { setTimeout as pause } from 'node:timers/promises';

import { DomainError } from '@hub/core';

/** A server that was killed comes again within a minute and a half, also on a machine that is busy; or something else is wrong. */
const ATTEMPTS = 4_500;
const PAUSE_MS = 20;

/** Asks again until there is an answer, as a person does whose page shows an error; a refusal is one. */
export async function insist<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (error instanceof DomainError || attempt === ATTEMPTS) throw error;
      await pause(PAUSE_MS);
    }
  }
}
