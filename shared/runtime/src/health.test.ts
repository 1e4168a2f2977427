import { Health } from './health';
import { createLogger } from './logger';

const logger = createLogger({ name: 'test', level: 'silent' });

describe('health', () => {
  it('is ready when every check answers', async () => {
    const health = new Health({ logger });
    health.check('database', async () => undefined);
    await expect(health.readiness()).resolves.toMatchObject({
      ready: true,
      checks: [{ name: 'database', state: 'ok' }],
    });
  });

  it('names what failed and what did not answer in time, and tells no more', async () => {
    const health = new Health({ logger, timeoutMs: 20 });
    let given: AbortSignal | undefined;
    health.check('database', async () => undefined);
    health.check('redis', async () => {
      throw new Error('ECONNREFUSED 10.0.0.7');
    });
    health.check('store', (signal) => {
      given = signal;
      return new Promise(() => undefined);
    });
    const report = await health.readiness();
    expect(report).toMatchObject({
      ready: false,
      checks: [{ state: 'ok' }, { state: 'failed' }, { state: 'timeout' }],
    });
    expect(JSON.stringify(report)).not.toContain('10.0.0.7');
    expect(given?.aborted).toBe(true);
  });

  it('runs the checks once for probes that arrive together, and again for a later one', async () => {
    const health = new Health({ logger });
    let runs = 0;
    health.check('database', async () => {
      runs += 1;
    });
    await Promise.all([health.readiness(), health.readiness()]);
    expect(runs).toBe(1);
    await health.readiness();
    expect(runs).toBe(2);
  });

  it('turns unready while draining and stays live', async () => {
    const health = new Health({ logger });
    health.drain();
    await expect(health.readiness()).resolves.toMatchObject({ ready: false });
    expect(health.liveness()).toMatchObject({ live: true });
  });
});
