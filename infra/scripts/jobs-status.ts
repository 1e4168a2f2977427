import { systemClock } from '@hub/core';
import { organization, readDeliveryStatus } from '@hub/organization';

import { runProgram } from '../local/run-program';
import { SUBGRAPHS } from '../local/subgraphs';
import { print } from '../local/terminal';
import { deliveryReport } from './jobs/delivery-report';
import { isSmooth, type JobsSeen, jobsReport, jobsSummary } from './jobs/jobs-report';
import { withHubJobs } from './jobs/with-jobs';

// `npm run jobs:status`: what waits, what is stuck and why; fails when something waits for a person.
runProgram(() =>
  withHubJobs(async ({ queues, enter, enterOutbox }) => {
    const reachable = await queues.ping().then(
      () => true,
      () => false,
    );
    const seen: JobsSeen[] = [];
    for (const subgraph of SUBGRAPHS) {
      const { outbox, parked } = await enterOutbox(subgraph, async (keeper) => ({
        outbox: await keeper.state(),
        parked: await keeper.parked(),
      }));
      const queue = reachable ? await queues.queue(subgraph.name).state() : null;
      seen.push({ subgraph: subgraph.name, outbox, parked, queue });
    }
    for (const line of jobsReport(seen, systemClock.now())) print(line);
    const leaving = await enter(organization, (database) => readDeliveryStatus(database, systemClock.now()));
    for (const line of deliveryReport(leaving)) print(line);
    print(jobsSummary(seen));
    if (!seen.every(isSmooth)) process.exitCode = 1;
  }),
);
