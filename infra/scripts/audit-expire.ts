import { parseArgs } from 'node:util';

import { isLocalDate, startOfDay } from '@hub/core';
import { INSPECTED } from '@hub/graphql';
import { removeActsAs } from '@hub/persistence';

import { runProgram } from '../local/run-program';
import { print } from '../local/terminal';
import { eachTrail } from './audit/each-trail';
import { withHubDatabases } from './hub-databases';

/** Logs of access. What was done to the things themselves is kept as long as the things (DOMAIN 10). */
const ACCESS_LOGS = ['signIn', INSPECTED];

// `npm run audit:expire -- --before 2025-01-01`: takes out logs of access that are older, and at least a year old.
runProgram(async () => {
  const { values } = parseArgs({ options: { before: { type: 'string' } } });
  const day = values.before ?? '';
  if (!isLocalDate(day)) throw new Error('请指定日期，例如 npm run audit:expire -- --before 2025-01-01');
  const before = startOfDay(day);
  await withHubDatabases((hub) =>
    eachTrail(hub, async (trail, schema) => {
      const removed = await trail.expire(ACCESS_LOGS, before, removeActsAs(hub.ownerUrl, schema));
      print(`✔ ${schema}：清除 ${day} 以前的登录与访问记录 ${removed} 条`);
    }),
  );
});
