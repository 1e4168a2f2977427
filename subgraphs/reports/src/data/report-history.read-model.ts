import { type Id, rowsBy } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { ReportAdoptionEntity } from './report-adoption.entity';
import type { ReportReturnEntity } from './report-return.entity';
import { IN_REPORT_SIGHT, reportSight, sightParameters } from './report-sight';
import type { ReportVersionEntity } from './report-version.entity';

export type VersionRow = Pick<ReportVersionEntity, 'reportId' | 'number' | 'savedAt' | 'savedByName' | 'frozenAt'> & {
  readonly handedIn: boolean;
};

/** Versions, the first first; the office sees those that were handed in. */
export async function versionsOf(
  tx: ReadTransaction,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, readonly VersionRow[]>> {
  const rows = await tx.query<VersionRow>(
    `select r.report_id as "reportId", r.number, r.saved_at as "savedAt", r.saved_by_name as "savedByName",
            r.frozen_at as "frozenAt", r.visibility = 'COMMITTEE' and r.frozen_at is not null as "handedIn"
     from reports.report_version r
     where ${IN_REPORT_SIGHT} and r.report_id = any($4::uuid[])
     order by r.report_id, r.number`,
    [...(await sightParameters(tx)), ids],
  );
  return rowsBy(rows, ({ reportId }) => reportId);
}

export type ReturnRow = Pick<
  ReportReturnEntity,
  'reportId' | 'contentNumber' | 'visibility' | 'reasons' | 'marks' | 'note' | 'dueAt' | 'returnedByName' | 'returnedAt'
>;

/** Returns, the first first; those within the unit are its own. */
export async function returnsOf(
  tx: ReadTransaction,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, readonly ReturnRow[]>> {
  const rows = await tx.query<ReturnRow>(
    `select r.report_id as "reportId", r.content_number as "contentNumber", r.visibility, r.reasons, r.marks, r.note,
            r.due_at as "dueAt", r.returned_by_name as "returnedByName", r.returned_at as "returnedAt"
     from reports.report_return r
     where ${IN_REPORT_SIGHT} and r.report_id = any($4::uuid[])
     order by r.report_id, r.ordinal`,
    [...(await sightParameters(tx)), ids],
  );
  return rowsBy(rows, ({ reportId }) => reportId);
}

export type AdoptionRow = Pick<
  ReportAdoptionEntity,
  'adoptionId' | 'reportId' | 'level' | 'channel' | 'adoptedOn' | 'recordedAt' | 'recordedByName'
>;

/** Adoptions that stand, the newest first. */
export async function adoptionsOf(
  tx: ReadTransaction,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, readonly AdoptionRow[]>> {
  const { units } = await reportSight(tx);
  const rows = await tx.query<AdoptionRow>(
    `select a.adoption_id as "adoptionId", a.report_id as "reportId", a.level, a.channel,
            a.adopted_on as "adoptedOn", a.recorded_at as "recordedAt", a.recorded_by_name as "recordedByName"
     from reports.report_adoption a
     where a.committee_id = $1 and ($2::uuid[] is null or a.unit_id = any($2)) and a.report_id = any($3::uuid[])
       and a.revoked_at is null
     order by a.report_id, a.adopted_on desc, a.adoption_id desc`,
    [tx.committeeId, units, ids],
  );
  return rowsBy(rows, ({ reportId }) => reportId);
}
