import { NO_COMMITTEE } from '@hub/core';
import { clockJob, defineJob, implementJob, type JobImplementation, ONCE, type Schedule, tickJobId } from '@hub/jobs';
import { z } from 'zod';

import { countDue } from '../ledger/deadline-rows';
import { lapseProposals } from '../ledger/lapse-proposals';
import { BATCH_SIZE, type LedgerHost, remindDue, remindersActor } from '../ledger/remind-due';
import { committeesWithProposals } from '../ledger/reminder-rows';
import { RECOUNT_SCHEDULE, recountJobs } from './recount-jobs';

/** Looks for what is due, now. */
const sweepDeadlines = clockJob('sweep-deadlines', '* * * * *');

const remindBatch = defineJob({
  name: 'remind-batch',
  payload: z.object({ committeeId: z.uuid() }),
  options: ONCE,
});

export const DEADLINE_TIMETABLE: readonly Schedule[] = [sweepDeadlines, RECOUNT_SCHEDULE];

/** A tick hands out no more than so many batches; the next one finds the rest. */
const MOST_BATCHES = 200;

/**
 * A sweep finds how much is due and hands out that many batches, so that all workers share it; each batch takes what it
 * finds then. When the queue is wiped, the next tick looks again.
 */
export function deadlineJobs(host: LedgerHost): JobImplementation[] {
  const { database, clock, book } = host;
  return [
    ...recountJobs(host),
    implementJob(sweepDeadlines.definition, async ({ jobId: tick, queue, logger }) => {
      const now = clock.now();
      const { due, proposing } = await database.read(remindersActor(NO_COMMITTEE), async (tx) => ({
        due: await countDue(tx, book.schema, now, MOST_BATCHES * BATCH_SIZE),
        proposing: await committeesWithProposals(tx, book.schema),
      }));
      const batches = due.flatMap(({ committeeId, due: count }) =>
        Array.from({ length: Math.ceil(count / BATCH_SIZE) }, (_, batch) => ({
          id: tickJobId('rb', tick, committeeId, batch),
          payload: { committeeId },
        })),
      );
      await queue.addAll(remindBatch, batches);
      for (const committeeId of proposing) await lapseProposals(host, committeeId, tick);
      if (batches.length > 0) logger.debug({ due }, 'deadlines are due');
    }),
    implementJob(remindBatch, async ({ jobId: id, payload, logger }) => {
      const reminded = await remindDue(host, payload.committeeId, { requestId: id, logger });
      if (reminded.seen > 0) logger.info({ ...payload, ...reminded }, 'deadlines looked at');
    }),
  ];
}
