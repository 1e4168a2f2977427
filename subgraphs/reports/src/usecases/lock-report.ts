import type { Id, PersonActor } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import type { ReportEntity } from '../data/report.entity';
import { ReportRepository } from '../data/report.repository';
import { reportError } from '../domain/report.errors';
import { type ReportVerb, reportPolicy } from '../domain/report.policy';

/** The report under lock, for someone who may do this to it. Throws REPORT_NOT_FOUND or what the policy throws. */
export async function lockReport(
  tx: Transaction,
  person: PersonActor,
  verb: ReportVerb,
  reportId: Id,
): Promise<ReportEntity> {
  const report = await new ReportRepository(tx).lock(reportId);
  if (report === null) throw reportError('REPORT_NOT_FOUND');
  reportPolicy.assertMay(person, verb, report);
  return report;
}
