import type { Logger } from './logger';

const QUIET_MS = 10_000;

/**
 * Reports a fault that may repeat many times a second, such as a store that is away: at once, and then at most every
 * ten seconds with the number of those not reported. A log that grows faster than it is read hides what it should show.
 */
export function faultReporter(
  logger: Logger,
  message: string,
  now: () => number = () => performance.now(),
): (err: unknown) => void {
  let reportedAt = Number.NEGATIVE_INFINITY;
  let unreported = 0;
  return (err) => {
    const at = now();
    if (at - reportedAt < QUIET_MS) {
      unreported += 1;
      return;
    }
    logger.error({ err, ...(unreported > 0 ? { unreported } : {}) }, message);
    reportedAt = at;
    unreported = 0;
  };
}
