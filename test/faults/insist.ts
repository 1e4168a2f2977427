import { setTimeout as pause } from 'node:timers/promises';

import { DomainError } from '@hub/core';

/** More often than that in a row nothing is killed, or something else is wrong. */
const ATTEMPTS = 1_000;
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
