/** Failed attempts that are forgiven before the account locks. */
const FREE_ATTEMPTS = 5;
const FIRST_LOCK_MS = 60_000;
const LONGEST_LOCK_MS = 60 * 60_000;

export interface Attempts {
  readonly failedAttempts: number;
  readonly lockedUntil: Date | null;
}

export function isLocked(account: Attempts, now: Date): boolean {
  return account.lockedUntil !== null && account.lockedUntil > now;
}

/** Each failure beyond the free ones doubles the lock: a minute, two, four … an hour. */
export function afterFailure(account: Attempts, now: Date): Attempts {
  const failedAttempts = account.failedAttempts + 1;
  const beyond = failedAttempts - FREE_ATTEMPTS;
  if (beyond < 0) return { failedAttempts, lockedUntil: null };
  const lock = Math.min(FIRST_LOCK_MS * 2 ** beyond, LONGEST_LOCK_MS);
  return { failedAttempts, lockedUntil: new Date(now.getTime() + lock) };
}
