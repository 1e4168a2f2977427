import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Id, type PersonActor } from '@hub/core';
import { type AuditEntry, Trail, type TrailReport } from '@hub/persistence';

import { createTestWorld, personActor, SEED_MORNING, someId, TEST_SETTINGS, type TestWorld } from '../../support';

/** One committee with a trail of its own, in a schema whose other tables stay empty. */
export interface TrailWorld {
  readonly world: TestWorld;
  readonly committeeId: Id;
  readonly auditDir: string;
  readonly trail: Trail;
  /** Under another key than the world's. */
  trailUnder(auditKey: Uint8Array): Trail;
  /** One transaction with these acts. */
  act(...entries: readonly (Partial<AuditEntry> & { readonly objectId: Id })[]): Promise<void>;
  verify(): Promise<TrailReport>;
  /** As superuser. */
  tamper(sql: string, parameters?: readonly unknown[]): Promise<void>;
  /** Empties the trail, its checkpoints too. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export async function openTrailWorld(actor?: Partial<PersonActor>): Promise<TrailWorld> {
  const world = await createTestWorld({ subgraphs: ['reports'] });
  const committeeId = someId();
  const clerk = personActor('OFFICE_CLERK', { committeeId, ...actor });
  const auditDir = mkdtempSync(join(tmpdir(), 'hub-test-trail-'));
  const { database } = world.subgraph('reports');
  const trailUnder = (auditKey: Uint8Array) => new Trail({ database, auditKey, auditDir, clock: world.clock });
  const trail = trailUnder(TEST_SETTINGS.auditKey);
  return {
    world,
    committeeId,
    auditDir,
    trail,
    trailUnder,
    act: (...entries) =>
      world.context('reports', clerk).transaction(async (tx) => {
        for (const entry of entries) tx.audit({ action: 'record', objectType: 'thing', ...entry });
      }),
    verify: () => trail.verify(),
    async tamper(sql, parameters = []) {
      await world.database.query(sql, parameters);
    },
    async clear() {
      await world.database.query('truncate reports.audit, reports.audit_head');
      rmSync(auditDir, { recursive: true, force: true });
      world.clock.set(SEED_MORNING);
    },
    async close() {
      await world.close();
      rmSync(auditDir, { recursive: true, force: true });
    },
  };
}
