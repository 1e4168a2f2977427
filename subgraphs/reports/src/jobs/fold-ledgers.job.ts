import { clockJob, implementJob, type JobImplementation } from '@hub/jobs';

import { type FoldingHost, foldLedgers } from '../usecases/fold-ledgers';

export const FOLD_SCHEDULE = clockJob('fold-ledgers', '* * * * *');

export const foldJob = (host: FoldingHost): JobImplementation =>
  implementJob(FOLD_SCHEDULE.definition, async ({ jobId, logger }) => {
    const folded = await foldLedgers(host, jobId);
    if (folded > 0) logger.debug({ folded }, 'ledgers of tasks folded');
  });
