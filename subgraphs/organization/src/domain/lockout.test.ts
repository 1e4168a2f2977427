import { afterFailure, isLocked } from './lockout';

const now = new Date('2020-10-15T01:00:00Z');
const fresh = { failedAttempts: 0, lockedUntil: null };

function failures(count: number) {
  let account: ReturnType<typeof afterFailure> = fresh;
  for (let i = 0; i < count; i += 1) account = afterFailure(account, now);
  return account;
}

test.each([
  [1, null],
  [4, null],
  [5, 60_000],
  [6, 120_000],
  [7, 240_000],
  [30, 3_600_000],
])('after %i failures the account is locked for %p ms', (count, lock) => {
  const { lockedUntil } = failures(count);
  expect(lockedUntil && lockedUntil.getTime() - now.getTime()).toBe(lock);
});

test('a lock ends at its time', () => {
  const locked = failures(5);
  expect(isLocked(locked, new Date(now.getTime() + 59_999))).toBe(true);
  expect(isLocked(locked, new Date(now.getTime() + 60_000))).toBe(false);
});
