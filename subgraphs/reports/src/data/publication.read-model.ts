import { decodeCursor, type Id, type Page, type PageRequest, pageOf } from '@hub/core';
import { type ReadTransaction, unitsInSight } from '@hub/persistence';

import { reportPolicy } from '../domain/report.policy';
import type { ReportPublicationEntity } from './report-publication.entity';

export type PublicationRow = Pick<
  ReportPublicationEntity,
  | 'publicationId'
  | 'title'
  | 'kind'
  | 'fromUnitId'
  | 'fromName'
  | 'fields'
  | 'readers'
  | 'publishedAt'
  | 'withdrawnAt'
  | 'withdrawReason'
  | 'version'
>;

const COLUMNS = `p.publication_id as "publicationId", p.title, p.kind, p.from_unit_id as "fromUnitId",
  p.from_name as "fromName", p.fields, p.readers, p.published_at as "publishedAt",
  p.withdrawn_at as "withdrawnAt", p.withdraw_reason as "withdrawReason", p.version`;

/** What is meant for the units $2 and was not withdrawn; everything, when they are null. */
const IN_SIGHT = `p.committee_id = $1
  and ($2::uuid[] is null
       or p.withdrawn_at is null
          and (p.readers = 'ALL'
               or exists (select from reports.report_publication_reader r
                          where r.committee_id = $1 and r.publication_id = p.publication_id and r.unit_id = any($2))))`;

/** The newest first. */
export async function listPublications(tx: ReadTransaction, page: PageRequest): Promise<Page<PublicationRow>> {
  const [at, id] = page.after === null ? [null, null] : decodeCursor(page.after, 2);
  const sight = [tx.committeeId, await readingUnits(tx)];
  const rows = await tx.query<PublicationRow>(
    `select ${COLUMNS} from reports.report_publication p
     where ${IN_SIGHT} and ($3::timestamptz is null or (p.published_at, p.publication_id) < ($3::timestamptz, $4::uuid))
     order by p.published_at desc, p.publication_id desc limit $5 offset $6`,
    [...sight, at, id, page.first + 1, page.offset ?? 0],
  );
  const [count] = await tx.query<{ readonly total: number }>(
    `select count(*)::int as total from reports.report_publication p where ${IN_SIGHT}`,
    sight,
  );
  return pageOf(rows, page.first, count?.total ?? 0, (row) => [row.publishedAt.toISOString(), row.publicationId]);
}

export async function publicationsById(
  tx: ReadTransaction,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, PublicationRow>> {
  const rows = await tx.query<PublicationRow>(
    `select ${COLUMNS} from reports.report_publication p where ${IN_SIGHT} and p.publication_id = any($3::uuid[])`,
    [tx.committeeId, await readingUnits(tx), ids],
  );
  return new Map(rows.map((row) => [row.publicationId, row]));
}

const readingUnits = (tx: ReadTransaction): Promise<readonly Id[] | null> =>
  unitsInSight(tx, 'reports', reportPolicy.reachOf(tx.actor, 'readPublished'));
