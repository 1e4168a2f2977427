import { eachTrail } from '@hub/infra/scripts/audit/each-trail';
import { hubDatabases } from '@hub/infra/scripts/hub-databases';
import { isSound } from '@hub/persistence';

import type { TestDatabase } from './database';
import { TEST_SETTINGS } from './settings';

/** Whatever a suite did in a hub: the trail of it is whole, its checkpoints included. */
export async function verifyTrails({ ownerUrl, rolePassword }: TestDatabase, auditDir: string): Promise<void> {
  await eachTrail(hubDatabases(ownerUrl, rolePassword, { ...TEST_SETTINGS, auditDir }), async (trail, schema) => {
    const report = await trail.verify();
    if (!isSound(report)) throw new Error(`the audit trail of ${schema} is broken: ${JSON.stringify(report)}`);
  });
}
