import { defineJob, implementJob, type JobImplementation, type Schedule } from '@hub/jobs';
import { z } from 'zod';

import { type FoldingHost, foldLedgers } from '../usecases/fold-ledgers';

/** The next tick does what this one could not. */
const definition = defineJob({ name: 'fold-ledgers', payload: z.object({}), options: { attempts: 1 } });

export const FOLD_SCHEDULE: Schedule = { id: 'fold-ledgers', cron: '* * * * *', definition, payload: {} };

export const foldJob = (host: FoldingHost): JobImplementation =>
  implementJob(definition, async ({ jobId, logger }) => {
    const folded = await foldLedgers(host, jobId);
    if (folded > 0) logger.debug({ folded }, 'ledgers of tasks folded');
  });
