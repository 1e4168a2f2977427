import { createTestHub } from '../../support';
import type { Started } from './bench-hub';

/** The process of the hub that is measured; it answers its parent and nobody else. */
async function main(): Promise<void> {
  const hub = await createTestHub({ committee: true });
  process.on('message', (question) => {
    if (question === 'memory') process.send?.(process.memoryUsage.rss());
    else if (question === 'stop') void hub.close().then(() => process.disconnect());
  });
  const started: Started = {
    url: hub.url,
    ownerUrl: hub.database.ownerUrl,
    now: hub.clock.now().toISOString(),
  };
  process.send?.(started);
}

void main();
