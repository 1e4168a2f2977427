import { createLogger } from './logger';
import { type Metrics, openMetrics } from './metrics';
import { startMetrics } from './metrics-setting';

const logger = createLogger({ name: 'test', level: 'silent' });
const closers: (() => unknown)[] = [];
const shutdown = { onShutdown: (_: string, close: () => unknown) => void closers.push(close), run: () => undefined };

afterAll(() => Promise.all(closers.map((close) => close())));

test('a process that is not asked for metrics has none', async () => {
  await expect(startMetrics({ HUB_METRICS_HOST: '127.0.0.1' }, logger, shutdown)).resolves.toBeNull();
});

test('metrics are served on a port of their own, with those of the process', async () => {
  let port = 0;
  const info = (fields: { port: number }) => {
    port = fields.port;
  };
  const telling = { ...logger, info } as typeof logger;
  const env = { HUB_METRICS_PORT: 0, HUB_METRICS_HOST: '127.0.0.1' };
  const metrics = (await startMetrics(env, telling, shutdown)) as Metrics;
  metrics.counter({ name: 'hub_test_total', help: 'Counts.', labels: ['kind'] }).inc({ kind: 'a' });
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
  expect(answer.headers.get('content-type')).toContain('text/plain');
  const text = await answer.text();
  expect(text).toContain('hub_test_total{kind="a"} 1');
  expect(text).toContain('nodejs_eventloop_lag_seconds');
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${port}/metrics`, { method: 'POST' })).status).toBe(404);
});

test('a gauge may be read when it is asked for, a histogram is in seconds', async () => {
  const metrics = await openMetrics();
  let value = 1;
  metrics.gauge({ name: 'hub_test_now', help: 'Now.' }, (gauge) => gauge.set(value));
  metrics.histogram({ name: 'hub_test_seconds', help: 'Takes.' }).observe(0.02);
  value = 7;
  const text = await metrics.text();
  expect(text).toContain('hub_test_now 7');
  expect(text).toContain('hub_test_seconds_bucket{le="0.01"} 0');
  expect(text).toContain('hub_test_seconds_bucket{le="0.025"} 1');
});
