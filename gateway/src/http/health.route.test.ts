import { Harness } from '../../testing/harness';

describe('health', () => {
  const hub = new Harness();
  const failing = { ready: false, checks: [{ name: 'database', state: 'failed', durationMs: 3 }] } as const;
  let isReady: () => Promise<typeof failing> = async () => failing;
  beforeAll(() => hub.start({ isReady: () => isReady() }));
  afterAll(() => hub.stop());

  it('is live as long as the process answers, ready or not', async () => {
    const answer = await hub.get('/health/live');
    expect([answer.status, answer.json]).toEqual([200, { live: true }]);
  });

  it('is 503 with the report when a check fails', async () => {
    const answer = await hub.get('/health/ready');
    expect([answer.status, answer.json]).toEqual([503, failing]);
  });

  it('is 503 when the checks themselves fail', async () => {
    isReady = () => Promise.reject(new Error('no checks'));
    expect((await hub.get('/health/ready')).status).toBe(503);
  });

  it('answers HEAD without a body', async () => {
    const answer = await hub.send({ method: 'HEAD', path: '/health/live' });
    expect([answer.status, answer.text]).toEqual([200, '']);
  });
});
