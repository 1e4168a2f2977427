import type { DataKeys } from '@hub/persistence';

import { openDatabase } from '../../local/database';
import { readLocalEnv } from '../../local/env';
import { subgraphSettings } from '../../local/hub';
import { openSecrets } from '../../local/secrets';
import { print } from '../../local/terminal';
import type { HubKeysOptions } from './encrypted-columns';

/** The keys and the database that the environment names, for as long as the work takes. */
export async function withHubKeys(work: (hub: HubKeysOptions, keys: DataKeys) => Promise<void>): Promise<void> {
  const env = readLocalEnv();
  const secrets = openSecrets(env.dataDir);
  const { auditKey, dataKeys } = subgraphSettings(env, secrets);
  const database = await openDatabase({ ...env, log: print });
  const rolePassword = env.rolePassword ?? secrets.rolePassword;
  try {
    await work({ databaseUrl: database.url, rolePassword, auditKey }, dataKeys);
  } finally {
    await database.close();
  }
}
