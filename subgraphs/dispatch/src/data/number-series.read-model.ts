import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { DocumentKind } from '../domain/document-kind';
import type { SeriesStep } from '../domain/series-step';

export interface NumberSeriesRow {
  readonly id: Id;
  readonly prefix: string;
  readonly name: string;
  readonly issuerOrganizationId: Id;
  readonly issuerName: string;
  readonly kinds: readonly DocumentKind[];
  readonly steps: readonly SeriesStep[];
  readonly sealName: string | null;
  readonly active: boolean;
  readonly version: number;
}

const SELECT = `
  select series_id as id, prefix, name, issuer_organization_id as "issuerOrganizationId", issuer_name as "issuerName",
         kinds, steps, seal_name as "sealName", active, version
  from dispatch.number_series where committee_id = $1`;

/** In the order in which they were set up. */
export function listNumberSeries(tx: ReadTransaction): Promise<NumberSeriesRow[]> {
  return tx.query<NumberSeriesRow>(`${SELECT} order by series_id`, [tx.committeeId]);
}

export async function numberSeriesById(
  tx: ReadTransaction,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, NumberSeriesRow>> {
  const rows = await tx.query<NumberSeriesRow>(`${SELECT} and series_id = any($2::uuid[])`, [tx.committeeId, ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

export interface RegisteredNumberRow {
  readonly sequence: number;
  readonly status: 'RESERVED' | 'ASSIGNED' | 'RELEASED' | 'VOIDED';
  readonly documentId: Id | null;
  readonly reason: string | null;
  readonly decidedByName: string;
  readonly decidedAt: Date;
}

/** 发文登记簿: every number of a series and year, so that a gap shows its reason. */
export function listRegisteredNumbers(tx: ReadTransaction, seriesId: Id, year: number): Promise<RegisteredNumberRow[]> {
  return tx.query<RegisteredNumberRow>(
    `select sequence, status, document_id as "documentId", reason, decided_by_name as "decidedByName",
            decided_at as "decidedAt"
     from dispatch.number_register where committee_id = $1 and series_id = $2 and year = $3 order by sequence`,
    [tx.committeeId, seriesId, year],
  );
}
