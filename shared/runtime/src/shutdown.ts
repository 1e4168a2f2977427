import type { Logger } from './logger';

export interface ShutdownOptions {
  readonly logger: Logger;
  /** Time all close functions have together. */
  readonly timeoutMs: number;
}

export interface Shutdown {
  /** Registers a close function; the last registered closes first, as it stands on what was opened before it. */
  onShutdown(name: string, close: () => Promise<unknown> | unknown): void;
  /** Closes everything and ends the process. */
  run(reason: string, exitCode: number): void;
}

const SIGNALS = { SIGINT: 2, SIGTERM: 15 } as const;

/** One Ctrl-C arrives twice under npm: from the terminal, and forwarded by npm itself. */
const ECHO_MS = 500;

interface Closer {
  readonly name: string;
  readonly close: () => Promise<unknown> | unknown;
}

/**
 * Takes over the end of the process: a signal closes in order and exits 0, a second signal forces, an error nobody
 * caught closes and exits 1 so that the supervisor starts the process again.
 */
export function createShutdown({ logger, timeoutMs }: ShutdownOptions): Shutdown {
  const closers: Closer[] = [];
  let closing = false;
  let closingSince = 0;

  const run = (reason: string, exitCode: number): void => {
    if (closing) return;
    closing = true;
    closingSince = performance.now();
    logger.info({ reason }, 'shutting down');
    setTimeout(() => {
      logger.fatal({ timeoutMs }, 'shutdown took too long');
      process.exit(1);
    }, timeoutMs).unref();
    void closeAll(closers, logger).then((clean) => process.exit(clean ? exitCode : 1));
  };

  for (const [signal, number] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      const isSecond = closing && performance.now() - closingSince > ECHO_MS;
      if (isSecond) process.exit(128 + number);
      run(signal, 0);
    });
  }
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      if (event === 'unhandledRejection' && isRefusal(error)) {
        logger.warn({ err: error }, 'a refusal that nobody waited for');
        return;
      }
      logger.fatal({ err: error }, event);
      run(event, 1);
    });
  }
  return { onShutdown: (name, close) => closers.push({ name, close }), run };
}

/**
 * graphql-js forgets the promises of a list whose item throws while others are pending. What a client may not do must
 * not end a process; a fault of ours still does.
 */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === 'DomainError';
}

/** A close function that fails must not keep the others open. */
async function closeAll(closers: readonly Closer[], logger: Logger): Promise<boolean> {
  let clean = true;
  for (const { name, close } of [...closers].reverse()) {
    try {
      await close();
    } catch (error) {
      clean = false;
      logger.error({ err: error, resource: name }, 'could not close');
    }
  }
  return clean;
}
