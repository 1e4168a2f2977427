import { isId, systemClock } from '@hub/core';
import type { Subgraph } from '@hub/graphql';
import { organization, resendFailed } from '@hub/organization';

import { runProgram } from '../local/run-program';
import { SUBGRAPHS } from '../local/subgraphs';
import { print } from '../local/terminal';
import { type HubJobs, withHubJobs } from './jobs/with-jobs';

/** Stands where a subgraph is named: what did not get out of the hub. */
const OUTSIDE = 'outside';

// `npm run jobs:replay -- dispatch [event id]`: puts parked events back, and lets failed jobs of the queue be done again.
// `npm run jobs:replay -- outside [notice id]`: lines messages up again that were given up on their way out.
runProgram(async () => {
  const [name, id] = process.argv.slice(2);
  const subgraph = SUBGRAPHS.find((each) => each.name === name);
  if ((!subgraph && name !== OUTSIDE) || (id !== undefined && !isId(id))) {
    const names = SUBGRAPHS.map((each) => each.name).join('、');
    fail(`请指定子图（${names}）或站外通知（${OUTSIDE}），例如 npm run jobs:replay -- dispatch [事件号]`);
    return;
  }
  await withHubJobs((hub) => (subgraph ? replayEvents(hub, subgraph, id) : resendMessages(hub, id)));
});

async function replayEvents({ queues, enterOutbox }: HubJobs, subgraph: Subgraph, eventId?: string): Promise<void> {
  const events = await enterOutbox(subgraph, (outbox) => outbox.replay(eventId));
  for (const { id, event, version } of events) print(`✔ 事件 ${id} ${event}@${version} 已放回，将重新投递`);
  if (eventId !== undefined) {
    if (events.length === 0) fail(`${subgraph.name} 没有搁置的事件 ${eventId}`);
    return;
  }
  const jobs = await queues.queue(subgraph.name).retryFailed();
  print(`共放回事件 ${events.length} 件，失败任务 ${jobs} 件`);
}

async function resendMessages({ enter }: HubJobs, noticeId?: string): Promise<void> {
  const resent = await enter(organization, (database) => resendFailed(database, systemClock, noticeId));
  if (noticeId !== undefined && resent === 0) fail(`没有发送失败的站外通知 ${noticeId}`);
  else print(`✔ 站外通知 ${resent} 条已放回，将重新发送`);
}

function fail(why: string): void {
  print(`✘ ${why}`);
  process.exitCode = 1;
}
