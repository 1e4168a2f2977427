import type { HubShape } from './hub.type';
import { redisInstalled } from './redis';

/** The shapes a suite runs in, for `describe.each(hubShapes())`. Redis may be absent on a desk, and is said to be; never in CI. */
export function hubShapes(): readonly HubShape[] {
  if (redisInstalled()) return ['one-process', 'distributed'];
  if (process.env.CI === 'true')
    throw new Error('redis-server is not installed: the distributed shape would go untested');
  process.stderr.write('redis-server is not installed: what is distributed is not tested\n');
  return ['one-process'];
}
