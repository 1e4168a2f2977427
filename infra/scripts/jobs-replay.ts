import { isId } from '@hub/core';

import { runProgram } from '../local/run-program';
import { SUBGRAPHS } from '../local/subgraphs';
import { print } from '../local/terminal';
import { withHubJobs } from './jobs/with-jobs';

// `npm run jobs:replay -- dispatch [event id]`: puts parked events back, and lets failed jobs of the queue be done again.
runProgram(async () => {
  const [name, eventId] = process.argv.slice(2);
  const subgraph = SUBGRAPHS.find((each) => each.name === name);
  if (!subgraph || (eventId !== undefined && !isId(eventId))) {
    const names = SUBGRAPHS.map((each) => each.name).join('、');
    print(`✘ 请指定子图（${names}），例如 npm run jobs:replay -- dispatch [事件号]`);
    process.exitCode = 1;
    return;
  }
  await withHubJobs(async ({ queues, enterOutbox }) => {
    const events = await enterOutbox(subgraph, (outbox) => outbox.replay(eventId));
    for (const { id, event, version } of events) print(`✔ 事件 ${id} ${event}@${version} 已放回，将重新投递`);
    if (eventId !== undefined) {
      if (events.length > 0) return;
      print(`✘ ${subgraph.name} 没有搁置的事件 ${eventId}`);
      process.exitCode = 1;
      return;
    }
    const jobs = await queues.queue(subgraph.name).retryFailed();
    print(`共放回事件 ${events.length} 件，失败任务 ${jobs} 件`);
  });
});
