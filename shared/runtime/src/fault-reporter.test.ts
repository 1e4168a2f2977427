import { faultReporter } from './fault-reporter';
import { createLogger } from './logger';

test('a fault that repeats is reported at once and then every ten seconds, counted', () => {
  const entries: { err: { message: string }; unreported?: number }[] = [];
  const destination = { write: (line: string) => void entries.push(JSON.parse(line)) };
  let now = 0;
  const report = faultReporter(createLogger({ name: 'test', level: 'error', destination }), 'away', () => now);
  for (now = 0; now <= 20_000; now += 100) report(new Error(`at ${now}`));
  expect(entries.map(({ err, unreported }) => [err.message, unreported])).toEqual([
    ['at 0', undefined],
    ['at 10000', 99],
    ['at 20000', 99],
  ]);
});

test('without a clock of its own it goes by the time of the process', () => {
  const lines: string[] = [];
  const logger = createLogger({
    name: 'test',
    level: 'error',
    destination: { write: (line) => void lines.push(line) },
  });
  const report = faultReporter(logger, 'away');
  report(new Error('first'));
  report(new Error('second'));
  expect(lines).toHaveLength(1);
});
