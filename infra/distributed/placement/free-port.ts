import { randomInt } from 'node:crypto';

import { tryPort } from '../../local/port';

/**
 * Below the ports that systems hand out by themselves (from 32768 on Linux, from 49152 elsewhere): between the choice
 * and the moment a process listens, no connection of another program may take the port.
 */
const LOWEST = 20_000;
const HIGHEST = 32_000;
const ATTEMPTS = 100;

export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = await tryPort(randomInt(LOWEST, HIGHEST));
    if (port !== null) return port;
  }
  throw new Error(`no free port between ${LOWEST} and ${HIGHEST}`);
}
