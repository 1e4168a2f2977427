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

/** Of a suite named `*.shapes.test.ts`: the usual run has it in one process, the long run in ten. */
export function shapesOfRun(): readonly HubShape[] {
  const runs = process.env.HUB_TEST_RUN === 'long' ? hubShapes().slice(1) : (['one-process'] as const);
  // Jest fails a file without a test; where nothing is distributed, that is said above.
  return runs.length > 0 ? runs : ['one-process'];
}
