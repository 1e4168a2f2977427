import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createTestWorld, SEED_MORNING, type TestWorld } from '../../support';
import { SharedClock } from '../../support/shared-clock';
import { verifyTrails } from '../../support/verify-trails';
import { type Committee, openCommittee } from './committee';
import { Crew } from './crew';
import { Outside } from './outside';
import { type Backend, openStores, type Stores } from './stores';

/** All that a run takes place in: stores that can be killed, workers, people with their hub, one clock for all. */
export interface Stage {
  readonly stores: Stores;
  readonly crew: Crew;
  readonly world: TestWorld;
  readonly clock: SharedClock;
  readonly committee: Committee;
  readonly outside: Outside;
  /** After the last worker has gone: the trail of all that happened is whole. */
  leave(): Promise<void>;
}

/** `workers` is how many are at work when it begins. */
export async function onStage<T>(backend: Backend, workers: number, play: (stage: Stage) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-test-faults-'));
  const clockFile = join(folder, 'clock');
  const auditDir = join(folder, 'audit');
  const clock = new SharedClock(clockFile, SEED_MORNING);
  const stores = await openStores(backend);
  const { database, queue } = stores;
  const databaseUrls = { organization: database.urlFor('organization'), dispatch: database.urlFor('dispatch') };
  const outside = await Outside.open();
  const setting = { databaseUrls, queue, auditDir, smtpUrl: outside.smtpUrl };
  const crew = new Crew({ setting, clockFile, logFile: join(folder, 'workers.log') });
  const subgraphs = Object.keys(databaseUrls);
  const world = await createTestWorld({ subgraphs, database, clock, settings: { auditDir } });
  try {
    await crew.start(workers);
    const committee = await openCommittee(world);
    await outside.subscribe(world, committee);
    const leave = async (): Promise<void> => {
      await crew.stop();
      await verifyTrails(database, auditDir);
    };
    return await play({ stores, crew, world, clock, committee, outside, leave });
  } finally {
    await crew.stop();
    await world.close();
    await stores.stop();
    await outside.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
