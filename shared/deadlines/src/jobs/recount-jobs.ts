import { NO_COMMITTEE } from '@hub/core';
import { clockJob, defineJob, implementJob, type JobImplementation, ONCE, tickJobId } from '@hub/jobs';
import { outstandingRecounts } from '@hub/persistence';
import { z } from 'zod';

import type { LedgerHost } from '../ledger/remind-due';
import { calendarActor, recountTerms } from '../recount/recount-terms';

const recountCommittee = defineJob({
  name: 'recount-committee',
  payload: z.object({ committeeId: z.uuid() }),
  options: ONCE,
});

/** Looks for calendars that changed. */
export const RECOUNT_SCHEDULE = clockJob('sweep-recounts', '* * * * *');

/** That a recount is outstanding stands in the database: a queue that is wiped loses nothing but a minute. */
export function recountJobs(host: LedgerHost): JobImplementation[] {
  const { database, book } = host;
  return [
    implementJob(RECOUNT_SCHEDULE.definition, async ({ jobId: tick, queue }) => {
      const committees = await database.read(calendarActor(NO_COMMITTEE), (tx) => outstandingRecounts(tx, book.schema));
      const recounts = committees.map((committeeId) => ({
        id: tickJobId('rc', tick, committeeId),
        payload: { committeeId },
      }));
      await queue.addAll(recountCommittee, recounts);
    }),
    implementJob(recountCommittee, async ({ jobId: id, payload: { committeeId }, logger, signal }) => {
      let moved = 0;
      for (let finished = false; !finished && !signal.aborted; ) {
        const batch = await recountTerms(host, committeeId, id);
        moved += batch.moved;
        finished = batch.finished;
      }
      logger.info({ committeeId, moved }, 'deadlines recounted by a changed calendar');
    }),
  ];
}
