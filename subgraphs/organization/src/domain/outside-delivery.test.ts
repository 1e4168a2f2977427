import {
  dropReason,
  type FailedAttempt,
  laneClosedUntil,
  laneWidth,
  MOST_ATTEMPTS,
  nextAttempt,
} from './outside-delivery';

const NOW = new Date('2020-10-15T10:00:00+08:00');
const FAILED: FailedAttempt = { attempts: 1, canRetry: true, retryAfterMs: undefined, quiet: null, urgent: false };

const after = (change: Partial<FailedAttempt>, now = NOW) => nextAttempt({ ...FAILED, ...change }, now);
const secondsAfter = (change: Partial<FailedAttempt>) => ((after(change)?.getTime() ?? 0) - NOW.getTime()) / 1000;

describe('a message that is due', () => {
  it.each([
    [true, null, null],
    [true, 'SETTLED', 'SETTLED'],
    [true, 'PERSON', 'DONE'],
    [false, null, 'CHANNEL_OFF'],
    [false, 'SETTLED', 'SETTLED'],
  ] as const)('of a channel that is on: %s, done by %s, is dropped: %s', (channelOn, doneBy, reason) => {
    expect(dropReason({ channelOn, doneBy })).toBe(reason);
  });
});

describe('an attempt that failed', () => {
  it('is made again after a pause that doubles, up to four hours', () => {
    const pauses = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, done) => secondsAfter({ attempts: done + 1 }));
    expect(pauses).toEqual([30, 60, 120, 240, 480, 960, 1920, 3840, 7680, 14_400, 14_400, 14_400, 14_400]);
  });

  it('is the last one when there were enough, or no other can succeed', () => {
    expect(after({ attempts: MOST_ATTEMPTS })).toBeNull();
    expect(after({ canRetry: false })).toBeNull();
  });

  it('waits as long as the other side asks', () => {
    expect(secondsAfter({ retryAfterMs: 100_000 })).toBe(100);
    expect(secondsAfter({ retryAfterMs: 1_000 })).toBe(30);
  });

  it('is not made again in quiet hours, unless it is urgent', () => {
    const evening = new Date('2020-10-15T19:59:50+08:00');
    const quiet = { from: '20:00', to: '08:00' };
    expect(after({ quiet }, evening)).toEqual(new Date('2020-10-16T08:00:00+08:00'));
    expect(after({ quiet, urgent: true }, evening)).toEqual(new Date('2020-10-15T20:00:20+08:00'));
  });
});

describe('a lane', () => {
  const secondsClosed = (failures: number, retryAfterMs?: number) => {
    const until = laneClosedUntil(failures, retryAfterMs, NOW);
    return until && (until.getTime() - NOW.getTime()) / 1000;
  };

  it('closes at the third fault in a row, for longer each time, up to ten minutes', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 20].map((failures) => secondsClosed(failures))).toEqual([
      null,
      null,
      30,
      60,
      120,
      240,
      480,
      600,
      600,
    ]);
  });

  it('that failed is tried with one message', () => {
    expect([0, 2, 3, 9].map(laneWidth)).toEqual([4, 4, 1, 1]);
  });

  it('closes at once for as long as it asks', () => {
    expect(secondsClosed(1, 90_000)).toBe(90);
    expect(secondsClosed(1, 1_000)).toBe(30);
  });
});
