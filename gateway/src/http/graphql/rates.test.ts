import { createLogger } from '@hub/runtime';

import { Harness } from '../../../testing/harness';
import { createRateLimiter } from '../../security/rates';

const logger = createLogger({ name: 'test', level: 'fatal' });
const limits = { address: 5, actor: 100, token: 3, signIns: 2 };

test('who asks too often is told when to come back, and others are not kept out', async () => {
  const hub = await new Harness().start({
    rates: createRateLimiter({ limits, redisUrl: null, logger }),
    limits: { trustedProxies: 1 },
  });
  const ask = (address: string) => hub.query('{ hello }', { 'x-forwarded-for': address });
  const statuses = [];
  for (let turn = 0; turn < 6; turn += 1) statuses.push((await ask('192.0.2.1')).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  const refused = await ask('192.0.2.1');
  expect(refused.json.errors[0].extensions).toMatchObject({ code: 'UNAVAILABLE', reason: 'RATE_LIMITED' });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.headers['x-request-id']).toBe(refused.json.errors[0].extensions.requestId);
  expect((await ask('192.0.2.2')).status).toBe(200);
  expect((await hub.get('/health/live')).status).toBe(200);
  await hub.stop();
});
