import { createLogger } from '@hub/runtime';

import { openDatabase } from '../local/database';
import { readLocalEnv } from '../local/env';
import { fillDemo, prepareHub } from '../local/hub';
import { runProgram } from '../local/run-program';
import { printedSteps } from '../local/steps';
import { print } from '../local/terminal';

// `npm run seed`: fills an empty database with the demo committee, and ends.
runProgram(async () => {
  const env = readLocalEnv();
  const logger = createLogger({ name: 'seed', level: env.logLevel, pretty: true });
  const database = await openDatabase({ ...env, log: print });
  try {
    const step = printedSteps(print);
    const hub = await prepareHub({ ...env, databaseUrl: database.url, logger, step });
    await fillDemo(hub, step);
    await hub.close();
  } finally {
    await database.close();
  }
});
