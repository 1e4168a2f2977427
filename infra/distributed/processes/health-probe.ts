import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { LOOPBACK } from '../../local/port';
import type { ProcessPlan } from '../placement/process-plan';

type Check = NonNullable<ProcessPlan['healthcheck']>;

const KNOCK_EVERY_MS = 50;
/** While a process starts, somebody waits for it: it is asked sooner than docker-compose.yml asks later on. */
const ASK_WHILE_STARTING_MS = 500;

/** A busy machine starts ten processes slowly: what docker-compose.yml grants for starting is multiplied. */
export const withPatience = (check: Check, factor: number): Check => ({
  ...check,
  timeoutMs: check.timeoutMs * factor,
  startPeriodMs: check.startPeriodMs * factor,
});

/** Resolves with true when the check passes, with false when it has failed as often as it may or was given up. */
export async function becomesHealthy(check: Check, cwd: string, signal: AbortSignal): Promise<boolean> {
  const startedAt = performance.now();
  const isStarting = () => performance.now() - startedAt < check.startPeriodMs;
  let failures = 0;
  // A check is a process; knocking at the port first costs nothing.
  while (check.port !== null && isStarting() && !signal.aborted && !(await accepts(check.port))) {
    await pause(KNOCK_EVERY_MS, signal);
  }
  while (!signal.aborted) {
    if (await passes(check, cwd, signal)) return true;
    if (!isStarting()) failures += 1;
    if (failures >= check.retries) return false;
    await pause(isStarting() ? Math.min(ASK_WHILE_STARTING_MS, check.intervalMs) : check.intervalMs, signal);
  }
  return false;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, LOOPBACK);
    const answer = (isOpen: boolean) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}

async function passes({ command, timeoutMs }: Check, cwd: string, signal: AbortSignal): Promise<boolean> {
  const [program = '', ...args] = command;
  const child = spawn(program === 'node' ? process.execPath : program, args, {
    cwd,
    stdio: 'ignore',
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
    signal,
  });
  try {
    const [code] = await once(child, 'close');
    return code === 0;
  } catch {
    // Not there, or given up: no sign of health either way.
    return false;
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);
