import { Harness, READY } from '../../testing/harness';

describe('the gateway over HTTP', () => {
  const hub = new Harness();
  beforeAll(() => hub.start());
  afterAll(() => hub.stop());

  it('answers a query', async () => {
    const answer = await hub.query('{ hello }');
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({ data: { hello: '你好' } });
  });

  it('knows who asks by the bearer token', async () => {
    const answer = await hub.query('{ whoami }', await hub.bearer());
    expect(answer.json).toEqual({ data: { whoami: '王专干' } });
  });

  it('answers liveness and readiness', async () => {
    expect((await hub.get('/health/live')).json).toEqual({ live: true });
    expect((await hub.get('/health/ready')).json).toEqual(READY);
  });
});
