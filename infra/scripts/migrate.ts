import { systemClock } from '@hub/core';

import { openDatabase } from '../local/database';
import { readLocalEnv } from '../local/env';
import { migrateHub, yearsAround } from '../local/migrate-hub';
import { runProgram } from '../local/run-program';
import { openSecrets } from '../local/secrets';
import { printedSteps } from '../local/steps';
import { print } from '../local/terminal';

// `npm run migrate`: brings the database up to date without starting the hub.
runProgram(async () => {
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
});
