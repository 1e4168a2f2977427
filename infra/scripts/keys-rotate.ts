import { countKeyVersions, createFieldCipher, rotateKeys } from '@hub/persistence';

import { runProgram } from '../local/run-program';
import { print } from '../local/terminal';
import { withHubDatabases } from './hub-databases';
import { eachEncrypted, rotationTools } from './keys/encrypted-columns';
import { rotationReport, statusReport } from './keys/key-report';

// `npm run keys:rotate`: writes every encrypted value again under the newest key, while the hub runs. Safe to repeat.
runProgram(() =>
  withHubDatabases(async (hub) => {
    const keys = hub.settings.dataKeys;
    const cipher = createFieldCipher(keys);
    const columns = await eachEncrypted(hub, (each) => rotateKeys({ ...each, ...rotationTools(), cipher }));
    for (const line of rotationReport(columns)) print(line);
    for (const line of statusReport(await eachEncrypted(hub, countKeyVersions), keys)) print(line);
    if (columns.some(({ unreadable }) => unreadable.length > 0)) process.exitCode = 1;
  }),
);
