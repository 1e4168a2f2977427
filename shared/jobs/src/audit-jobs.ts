import { isSound, type Trail } from '@hub/persistence';
import { z } from 'zod';

import { defineJob } from './define-job';
import { implementJob, type JobImplementation } from './implement-job';
import { jobError } from './jobs.errors';
import type { Schedule } from './timetable';

const nothing = z.object({});
/** The next tick does what this one could not. */
const ONCE = { attempts: 1 };

const takeCheckpoint = defineJob({ name: 'audit-checkpoint', payload: nothing, options: ONCE });
const verifyTrail = defineJob({ name: 'audit-verify', payload: nothing, options: ONCE });

/** Every subgraph keeps its own trail: a checkpoint every five minutes, and every night a look at every act. */
export const AUDIT_TIMETABLE: readonly Schedule[] = [
  { id: 'audit-checkpoint', cron: '*/5 * * * *', definition: takeCheckpoint, payload: {} },
  { id: 'audit-verify', cron: '40 2 * * *', definition: verifyTrail, payload: {} },
];

const FINDINGS_LOGGED = 20;

export function auditJobs(trail: Trail): JobImplementation[] {
  return [
    implementJob(takeCheckpoint, async ({ logger }) => {
      logger.debug({ heads: await trail.checkpoint() }, 'checkpoint of the audit trail taken');
    }),
    implementJob(verifyTrail, async ({ logger }) => {
      const report = await trail.verifyAndCheckpoint();
      const { findings, damage, ...counts } = report;
      if (isSound(report)) {
        logger.info(counts, 'audit trail verified');
        return;
      }
      logger.error({ ...counts, damage, findings: findings.slice(0, FINDINGS_LOGGED) }, 'audit trail is broken');
      // A failed job stays in sight until somebody has looked.
      throw jobError('AUDIT_TRAIL_BROKEN', { findings: findings.length });
    }),
  ];
}
