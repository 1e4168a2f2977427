import { isSound, type Trail } from '@hub/persistence';

import { clockJob } from './clock-job';
import { implementJob, type JobImplementation } from './implement-job';
import { jobError } from './jobs.errors';
import type { Schedule } from './timetable';

const takeCheckpoint = clockJob('audit-checkpoint', '*/5 * * * *');
const verifyTrail = clockJob('audit-verify', '40 2 * * *');

/** Every subgraph keeps its own trail: a checkpoint every five minutes, and every night a look at every act. */
export const AUDIT_TIMETABLE: readonly Schedule[] = [takeCheckpoint, verifyTrail];

const FINDINGS_LOGGED = 20;

export function auditJobs(trail: Trail): JobImplementation[] {
  return [
    implementJob(takeCheckpoint.definition, async ({ logger }) => {
      logger.debug({ heads: await trail.checkpoint() }, 'checkpoint of the audit trail taken');
    }),
    implementJob(verifyTrail.definition, async ({ logger }) => {
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
