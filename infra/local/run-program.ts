import { createShutdown, type Logger, type Shutdown } from '@hub/runtime';

import { complain, print } from './terminal';

/** Runs a program of somebody at a terminal; why it failed is told in words. */
export function runProgram(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    complain(error);
    process.exitCode = 1;
  });
}

/** Goes on until somebody stops it; what was opened before a start failed is closed. */
export async function runUntilStopped(
  logger: Logger,
  closeWithinMs: number,
  start: (shutdown: Shutdown) => Promise<void>,
): Promise<void> {
  const shutdown = createShutdown({ logger, timeoutMs: closeWithinMs });
  shutdown.onShutdown('farewell', () => print('已停止'));
  await start(shutdown).catch((error: unknown) => {
    complain(error);
    shutdown.run('start failed', 1);
  });
}
