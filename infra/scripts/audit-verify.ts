import { IdFactory, systemClock } from '@hub/core';
import { openSubgraph } from '@hub/graphql';
import { isSound, loginRole, roleUrl } from '@hub/persistence';

import { openDatabase } from '../local/database';
import { readLocalEnv } from '../local/env';
import { subgraphSettings } from '../local/hub';
import { runProgram } from '../local/run-program';
import { openSecrets } from '../local/secrets';
import { SUBGRAPHS } from '../local/subgraphs';
import { complain, print } from '../local/terminal';
import { auditReport, summary } from './audit-verify/audit-report';

// `npm run audit:verify`: looks at every act of every trail, changes nothing, and fails when something is wrong.
runProgram(async () => {
  const env = readLocalEnv();
  const secrets = openSecrets(env.dataDir);
  const settings = subgraphSettings(env, secrets);
  const database = await openDatabase({ ...env, log: print });
  try {
    const reports = [];
    for (const definition of SUBGRAPHS) {
      const { schema } = definition.database;
      const subgraph = await openSubgraph(definition, {
        databaseUrl: roleUrl(database.url, loginRole(schema), env.rolePassword ?? secrets.rolePassword),
        settings,
        clock: systemClock,
        ids: new IdFactory(systemClock),
        reportFault: complain,
        poolSize: 1,
      });
      try {
        const report = await subgraph.trail.verify();
        reports.push(report);
        for (const line of auditReport(schema, report)) print(line);
      } finally {
        await subgraph.close();
      }
    }
    print(summary(reports));
    if (!reports.every(isSound)) process.exitCode = 1;
  } finally {
    await database.close();
  }
});
