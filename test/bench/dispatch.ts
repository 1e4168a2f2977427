import { openBenchWorld } from './dispatch/bench-world';
import { benchIssuing } from './dispatch/issuing';
import { benchScreens } from './dispatch/screens';

/** `npm run bench -- dispatch`: issuing beside bare inserts, and screens over one and ten years of receipts. */
async function main(): Promise<void> {
  const world = await openBenchWorld();
  try {
    await benchIssuing(world);
    await benchScreens(world);
  } finally {
    await world.close();
  }
}

void main();
