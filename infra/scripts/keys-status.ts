import { countKeyVersions } from '@hub/persistence';

import { runProgram } from '../local/run-program';
import { print } from '../local/terminal';
import { eachEncrypted } from './keys/encrypted-columns';
import { isComplete, statusReport } from './keys/key-report';
import { withHubKeys } from './keys/open-keys';

// `npm run keys:status`: how many values stand under which key; fails when a key that is needed is not given.
runProgram(() =>
  withHubKeys(async (hub, keys) => {
    const counts = await eachEncrypted(hub, countKeyVersions);
    for (const line of statusReport(counts, keys)) print(line);
    if (!isComplete(counts, keys)) process.exitCode = 1;
  }),
);
