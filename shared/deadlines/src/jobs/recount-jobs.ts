import { NO_COMMITTEE } from '@hub/core';
import { defineJob, implementJob, type JobImplementation, jobId, type Schedule } from '@hub/jobs';
import { outstandingRecounts } from '@hub/persistence';
import { z } from 'zod';

import type { LedgerHost } from '../ledger/remind-due';
import { calendarActor, recountTerms } from '../recount/recount-terms';

/** The next tick does what this one could not. */
const ONCE = { attempts: 1 };

/** Looks for calendars that changed. */
const sweepRecounts = defineJob({ name: 'sweep-recounts', payload: z.object({}), options: ONCE });

const recountCommittee = defineJob({
  name: 'recount-committee',
  payload: z.object({ committeeId: z.uuid() }),
  options: ONCE,
});

export const RECOUNT_SCHEDULE: Schedule = {
  id: 'sweep-recounts',
  cron: '* * * * *',
  definition: sweepRecounts,
  payload: {},
};

/** That a recount is outstanding stands in the database: a queue that is wiped loses nothing but a minute. */
export function recountJobs(host: LedgerHost): JobImplementation[] {
  const { database, book } = host;
  return [
    implementJob(sweepRecounts, async ({ jobId: tick, queue }) => {
      const committees = await database.read(calendarActor(NO_COMMITTEE), (tx) => outstandingRecounts(tx, book.schema));
      const recounts = committees.map((committeeId) => ({
        id: jobId('rc', tick.replaceAll(':', '.'), committeeId),
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
