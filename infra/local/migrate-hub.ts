import { migrateQueues } from '@hub/jobs';
import { migrate } from '@hub/persistence';

import { SUBGRAPHS } from './subgraphs';

export interface MigrateHubOptions {
  /** The owner of the database, who creates schemas and roles. */
  readonly ownerUrl: string;
  /** Password of the login roles of subgraphs and queues. */
  readonly rolePassword: string;
  /** Years whose partitions must exist afterwards. */
  readonly years: { readonly from: number; readonly to: number };
}

/** Brings every schema of the hub up to date; safe to repeat at each start. */
export async function migrateHub(options: MigrateHubOptions): Promise<void> {
  for (const { database } of SUBGRAPHS) await migrate(database, options);
  await migrateQueues(options.ownerUrl, options.rolePassword);
}

/** Last year for late papers, the next one because readiness fails without it in December. */
export function yearsAround(now: Date): { from: number; to: number } {
  const year = now.getUTCFullYear();
  return { from: year - 1, to: year + 1 };
}
