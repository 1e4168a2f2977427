import { isSound } from '@hub/persistence';

import { runProgram } from '../local/run-program';
import { print } from '../local/terminal';
import { auditReport, summary } from './audit/audit-report';
import { eachTrail } from './audit/each-trail';
import { withHubDatabases } from './hub-databases';

// `npm run audit:verify`: looks at every act of every trail, changes nothing, and fails when something is wrong.
runProgram(() =>
  withHubDatabases(async (hub) => {
    const reports = await eachTrail(hub, async (trail, schema) => {
      const report = await trail.verify();
      for (const line of auditReport(schema, report)) print(line);
      return report;
    });
    print(summary(reports));
    if (!reports.every(isSound)) process.exitCode = 1;
  }),
);
