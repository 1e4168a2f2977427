import type { Subgraph, SubgraphSettings } from '@hub/graphql';
import type { QueueSetting } from '@hub/jobs';
import { loginRole, roleUrl, SubgraphDatabase } from '@hub/persistence';

import { joinDatabase } from '../local/database';
import { readLocalEnv } from '../local/env';
import { queueSetting, subgraphSettings } from '../local/hub';
import { openSecrets } from '../local/secrets';
import { print } from '../local/terminal';

/** The hub's database as a program of somebody at a terminal reaches it. */
export interface HubDatabases {
  /** Of the owner. */
  readonly ownerUrl: string;
  readonly settings: SubgraphSettings;
  /** Each subgraph is entered under its own login role, with one connection. */
  enter<T>(subgraph: Subgraph, work: (database: SubgraphDatabase) => Promise<T>): Promise<T>;
}

/** The same with the queues beside it. */
export interface HubStores extends HubDatabases {
  readonly queue: QueueSetting;
}

/** The stores and the keys that the environment names, for as long as the work takes. The hub may be running. */
export async function withHubDatabases<T>(work: (hub: HubStores) => Promise<T>): Promise<T> {
  const env = readLocalEnv();
  const secrets = openSecrets(env.dataDir);
  const settings = subgraphSettings(env, secrets);
  const database = await joinDatabase({ ...env, log: print });
  try {
    const rolePassword = env.rolePassword ?? secrets.rolePassword;
    const queue = queueSetting({ ...env, databaseUrl: database.url }, rolePassword);
    return await work({ ...hubDatabases(database.url, rolePassword, settings), queue });
  } finally {
    await database.close();
  }
}

export const hubDatabases = (ownerUrl: string, rolePassword: string, settings: SubgraphSettings): HubDatabases => ({
  ownerUrl,
  settings,
  async enter({ database: definition }, work) {
    const url = roleUrl(ownerUrl, loginRole(definition.schema), rolePassword);
    const { auditKey } = settings;
    const database = await SubgraphDatabase.connect(definition, url, { auditKey, poolSize: 1 });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  },
});
