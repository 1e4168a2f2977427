import { type Id, NO_COMMITTEE } from '@hub/core';
import {
  clockJob,
  defineJob,
  implementJob,
  type JobImplementation,
  type JobRun,
  jobId,
  ONCE,
  tickJobId,
} from '@hub/jobs';
import { createUseCaseContext } from '@hub/persistence';
import { z } from 'zod';

import { committeeIds } from '../data/committee.read-model';
import { sendDeliveries } from '../usecases/send-deliveries';
import { outsideDeliveryActor } from '../usecases/system-actors';
import type { NoticeHost } from './notice-host';

const sendOutside = defineJob({ name: 'send-outside', payload: z.object({ committeeId: z.uuid() }), options: ONCE });

export const OUTSIDE_SCHEDULE = clockJob('sweep-outside', '*/30 * * * * *');

/** Asks at once for what was just lined up; when that is lost, the next tick finds it. */
export function sendSoon({ queue, jobId: because }: JobRun, committeeId: Id): Promise<void> {
  return queue.add(sendOutside, { id: jobId('so', because), payload: { committeeId } });
}

/** What waits to leave the hub is looked for by the clock; the rows say what is due, and the queue only when to look. */
export function outsideJobs(host: NoticeHost): JobImplementation[] {
  return [
    implementJob(OUTSIDE_SCHEDULE.definition, async ({ jobId: tick, queue }) => {
      if (host.deps.outside.size === 0) return;
      const committees = await host.database.read(outsideDeliveryActor(NO_COMMITTEE), committeeIds);
      const requests = committees.map((committeeId) => ({
        id: tickJobId('so', tick, committeeId),
        payload: { committeeId },
      }));
      await queue.addAll(sendOutside, requests);
    }),
    implementJob(sendOutside, async ({ jobId: requestId, payload: { committeeId }, signal, logger }) => {
      const actor = outsideDeliveryActor(committeeId);
      const counts = await sendDeliveries(createUseCaseContext({ ...host, actor, requestId }), signal);
      if (counts.sent + counts.failed + counts.dropped > 0) logger.info({ committeeId, ...counts }, 'sent outside');
    }),
  ];
}
