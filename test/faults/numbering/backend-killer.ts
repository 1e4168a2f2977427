import { setTimeout } from 'node:timers/promises';

import type { TestDatabase } from '../../support';

/** Long enough for some act to get through between two, also on a busy machine. */
const PAUSE_MS = 40;

/** Ends connections of a subgraph in the middle of what they do, one after another, until it is stopped. */
export function killBackends(database: TestDatabase, schema: string): { stop(): Promise<number> } {
  let stopping = false;
  const killing = (async () => {
    let killed = 0;
    while (!stopping) {
      const ended = await database.query(
        `select pg_terminate_backend(pid) from (
           select pid from pg_stat_activity
           where datname = current_database() and application_name = $1 and xact_start is not null
           order by random() limit 1) as victim`,
        [`hub-${schema}`],
      );
      killed += ended.length;
      await setTimeout(PAUSE_MS);
    }
    return killed;
  })();
  return {
    stop: () => {
      stopping = true;
      return killing;
    },
  };
}
