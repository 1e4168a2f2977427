import { setTimeout as pause } from 'node:timers/promises';

const LOOK_AGAIN_MS = 100;
/** So long nothing changes where processes are started again within seconds: then nothing will. */
const PATIENCE_MS = 90_000;

/** Waits for what processes of the run do; false when it was in vain. `progress` tells a slow one from one that has stopped. */
export async function waitFor(holds: () => Promise<boolean>, progress: () => unknown = () => null): Promise<boolean> {
  let last = JSON.stringify(progress());
  let changedAt = Date.now();
  while (!(await holds())) {
    await pause(LOOK_AGAIN_MS);
    const now = JSON.stringify(progress());
    if (now !== last) [last, changedAt] = [now, Date.now()];
    if (Date.now() - changedAt > PATIENCE_MS) return false;
  }
  return true;
}

/** The same for what the run cannot do without. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  if (!(await waitFor(holds))) throw new Error(`waited in vain: ${what}`);
}
