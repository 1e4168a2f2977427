import { countKeyVersions } from '@hub/persistence';

import { runProgram } from '../local/run-program';
import { print } from '../local/terminal';
import { withHubDatabases } from './hub-databases';
import { eachEncrypted } from './keys/encrypted-columns';
import { isComplete, statusReport } from './keys/key-report';

// `npm run keys:status`: how many values stand under which key; fails when a key that is needed is not given.
runProgram(() =>
  withHubDatabases(async (hub) => {
    const keys = hub.settings.dataKeys;
    const counts = await eachEncrypted(hub, countKeyVersions);
    for (const line of statusReport(counts, keys)) print(line);
    if (!isComplete(counts, keys)) process.exitCode = 1;
  }),
);
