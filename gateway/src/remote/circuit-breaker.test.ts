import { type BreakerOptions, CircuitBreaker, type Verdict } from './circuit-breaker';

let now = 0;
let changes: string[] = [];

const breakerOf = (options: Partial<BreakerOptions> = {}) =>
  new CircuitBreaker({
    windowMs: 1000,
    minimumCalls: 4,
    failureRate: 0.5,
    openMs: 500,
    now: () => now,
    onChange: (state) => changes.push(state),
    ...options,
  });

function call(breaker: CircuitBreaker, ...verdicts: Verdict[]): void {
  for (const verdict of verdicts) {
    const permit = breaker.enter();
    if (permit === null) throw new Error('refused');
    breaker.leave(permit, verdict);
  }
}

beforeEach(() => {
  now = 10_000;
  changes = [];
});

test('opens at the failure rate, not before enough calls', () => {
  const breaker = breakerOf();
  call(breaker, 'failure', 'failure', 'failure');
  expect(breaker.state).toBe('closed');
  call(breaker, 'failure');
  expect(breaker.state).toBe('open');
  expect(breaker.enter()).toBeNull();
});

test('stays closed under the rate', () => {
  const breaker = breakerOf();
  for (let round = 0; round < 20; round += 1) call(breaker, 'success', 'success', 'failure');
  expect(changes).toEqual([]);
});

test('forgets what is older than the window', () => {
  const breaker = breakerOf();
  call(breaker, 'failure', 'failure', 'failure');
  now += 1000;
  call(breaker, 'failure', 'failure', 'failure');
  expect(breaker.state).toBe('closed');
  now += 900;
  call(breaker, 'failure');
  expect(breaker.state).toBe('open');
});

test('calls that say nothing are not counted', () => {
  const breaker = breakerOf();
  call(breaker, 'failure', 'failure', 'failure', 'none', 'none', 'none');
  expect(breaker.state).toBe('closed');
});

describe('after its time', () => {
  let breaker: CircuitBreaker;
  beforeEach(() => {
    breaker = breakerOf();
    call(breaker, 'failure', 'failure', 'failure', 'failure');
    now += 500;
  });

  test('one call tries, and the others wait for what it finds', () => {
    const probe = breaker.enter();
    expect(probe).not.toBeNull();
    expect(breaker.enter()).toBeNull();
    breaker.leave(probe as number, 'success');
    expect(breaker.state).toBe('closed');
    expect(changes).toEqual(['open', 'half-open', 'closed']);
  });

  test('a try that fails opens it again for as long', () => {
    call(breaker, 'failure');
    now += 499;
    expect(breaker.enter()).toBeNull();
    now += 1;
    expect(breaker.enter()).not.toBeNull();
  });

  test('a try that says nothing makes room for another', () => {
    call(breaker, 'none');
    expect(breaker.enter()).not.toBeNull();
  });

  test('it begins with a clean record', () => {
    call(breaker, 'success', 'failure', 'failure', 'failure');
    expect(breaker.state).toBe('closed');
  });
});

test('a call that was let go in an earlier state changes nothing', () => {
  const breaker = breakerOf();
  const [late, later] = [breaker.enter(), breaker.enter()] as [number, number];
  call(breaker, 'failure', 'failure', 'failure', 'failure');
  now += 500;
  const probe = breaker.enter();
  breaker.leave(late, 'success');
  expect(breaker.state).toBe('half-open');
  expect(breaker.enter()).toBeNull();
  breaker.leave(probe as number, 'success');
  breaker.leave(later, 'failure');
  expect(changes).toEqual(['open', 'half-open', 'closed']);
});
