import { CLERK, Harness } from '../../testing/harness';

describe('the request log', () => {
  const hub = new Harness();
  beforeAll(() => hub.start());
  afterAll(() => hub.stop());

  it('has one line per request with ids and names', async () => {
    const headers = { ...(await hub.bearer()), 'x-request-id': 'full' };
    await hub.post({ query: 'query Greeting { hello }' }, headers);
    expect(await hub.requestLine('full')).toMatchObject({
      level: 'info',
      method: 'POST',
      path: '/graphql',
      status: 200,
      ms: expect.any(Number),
      operationName: 'Greeting',
      committeeId: CLERK.committeeId,
      accountId: CLERK.accountId,
      postId: CLERK.postId,
    });
    expect(hub.log.filter(({ requestId }) => requestId === 'full')).toHaveLength(1);
  });

  it('never shows the token, the variables, the document or names of people', async () => {
    const bearer = await hub.bearer();
    const body = { query: 'query ($text: String!) { echo(text: $text) }', variables: { text: '绝不外传' } };
    await hub.post(body, { ...bearer, 'x-request-id': 'discreet' });
    const line = JSON.stringify(await hub.requestLine('discreet'));
    for (const secret of [bearer.authorization, '绝不外传', 'echo', CLERK.displayName]) {
      expect(line).not.toContain(secret);
    }
  });

  it('shows neither query strings nor unknown paths', async () => {
    await hub.get('/reset/secret?token=secret', { 'x-request-id': 'lost' });
    expect(await hub.requestLine('lost')).toMatchObject({ path: 'unknown', status: 404 });
  });

  it('keeps probes at debug and faults at warn', async () => {
    await hub.get('/health/live', { 'x-request-id': 'probe' });
    await hub.query('{ crash }', { 'x-request-id': 'fault' });
    expect((await hub.requestLine('probe')).level).toBe('debug');
    expect((await hub.requestLine('fault')).level).toBe('warn');
  });
});
