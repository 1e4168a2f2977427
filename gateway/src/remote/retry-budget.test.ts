import { RetryBudget } from './retry-budget';

function takeAll(budget: RetryBudget): number {
  let taken = 0;
  while (budget.take()) taken += 1;
  return taken;
}

test('gives a handful at once, then one for ten calls', () => {
  const budget = new RetryBudget();
  expect(takeAll(budget)).toBe(10);
  for (let calls = 0; calls < 35; calls += 1) budget.countCall();
  expect(takeAll(budget)).toBe(3);
});

test('saves no more than the handful', () => {
  const budget = new RetryBudget();
  for (let calls = 0; calls < 1000; calls += 1) budget.countCall();
  expect(takeAll(budget)).toBe(10);
});
