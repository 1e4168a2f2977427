import { dispatch } from '@hub/dispatch';
import { benchIssuing } from './dispatch/issuing';
import { benchScreens } from './dispatch/screens';
import { openBenchWorld } from './world/bench-world';

/** `npm run bench -- dispatch`: issuing beside bare inserts, and screens over one and ten years of receipts. */
async function main(): Promise<void> {
  const world = await openBenchWorld(dispatch);
  try {
    await benchIssuing(world);
    await benchScreens(world);
  } finally {
    await world.close();
  }
}

void main();
