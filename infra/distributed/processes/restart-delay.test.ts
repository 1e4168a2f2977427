import { RestartDelay } from './restart-delay';

test('a process that keeps ending soon starts ever later, up to a minute', () => {
  const delay = new RestartDelay();
  const delays = Array.from({ length: 12 }, () => delay.after(0));
  expect(delays.slice(0, 4)).toEqual([100, 200, 400, 800]);
  expect(delays.slice(-2)).toEqual([60_000, 60_000]);
});

test('one that ran a while starts soon again', () => {
  const delay = new RestartDelay();
  delay.after(0);
  delay.after(0);
  expect(delay.after(10_000)).toBe(100);
});
