import { systemClock } from '@hub/core';

import { openDatabase } from '../local/database';
import { readLocalEnv } from '../local/env';
import { migrateHub, yearsAround } from '../local/migrate-hub';
import { openSecrets } from '../local/secrets';
import { printedSteps } from '../local/steps';
import { complain, print } from '../local/terminal';

// `npm run migrate`: brings the database up to date without starting the hub.
async function main(): Promise<void> {
  const env = readLocalEnv();
  const rolePassword = env.rolePassword ?? openSecrets(env.dataDir).rolePassword;
  const database = await openDatabase({ ...env, log: print });
  try {
    await printedSteps(print)('数据库结构已更新', () =>
      migrateHub({ ownerUrl: database.url, rolePassword, years: yearsAround(systemClock.now()) }),
    );
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  complain(error);
  process.exitCode = 1;
});
