import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { Harness } from '../../testing/harness';

describe('an answer', () => {
  const hub = new Harness();
  beforeAll(() => hub.start());
  afterAll(() => hub.stop());
  const BIG = '{ big(size: 2000) }';

  it.each([
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['gzip, br', 'br'],
    ['gzip;q=1, br;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
  ])('is compressed for Accept-Encoding: %s as %s', async (accepted, expected) => {
    const answer = await hub.query(BIG, { 'accept-encoding': accepted });
    expect(answer.headers['content-encoding']).toBe(expected);
    expect(Number(answer.headers['content-length'])).toBe(answer.bytes.length);
    const plain = expected === 'br' ? brotliDecompressSync(answer.bytes) : gunzipSync(answer.bytes);
    expect(JSON.parse(plain.toString('utf8'))).toEqual({ data: { big: '文'.repeat(2000) } });
  });

  it.each(['identity', 'deflate', 'br;q=0', 'gzip;q=0, *;q=0'])(
    'is left plain for Accept-Encoding: %s',
    async (accepted) => {
      const answer = await hub.query(BIG, { 'accept-encoding': accepted });
      expect(answer.headers['content-encoding']).toBeUndefined();
      expect(answer.json.data.big).toHaveLength(2000);
    },
  );

  it('is left plain when it is short', async () => {
    const answer = await hub.query('{ hello }', { 'accept-encoding': 'br, gzip' });
    expect(answer.headers['content-encoding']).toBeUndefined();
  });

  it('varies by what it was negotiated on, and is kept by no cache', async () => {
    const { headers } = await hub.query('{ hello }');
    expect(headers.vary).toEqual(['Accept', 'Accept-Encoding']);
    expect(headers['cache-control']).toBe('no-store');
  });

  it.each(['/graphql', '/health/live', '/nowhere'])('carries the security headers on %s', async (path) => {
    const { headers } = await hub.get(path);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('is 404 with a reason where nothing is', async () => {
    const answer = await hub.get('/nowhere?token=1');
    expect([answer.status, answer.json.errors[0].extensions.reason]).toEqual([404, 'ROUTE_NOT_FOUND']);
  });
});
