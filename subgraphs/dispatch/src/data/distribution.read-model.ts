import type { Id, Page, PageRequest } from '@hub/core';
import { decodeCursor, pageOf } from '@hub/core';
import { meantOrganizations, type ReadTransaction } from '@hub/persistence';

import type { Audience } from '../domain/audience';
import type { Recipient, RecipientDifference } from '../domain/distribution';
import type { DistributionRole, Duty } from '../domain/duty';

export interface ComparedRecipient extends Recipient {
  readonly organizationName: string;
  readonly unitId: Id;
  readonly unitName: string;
  readonly protocolOrder: number;
  /** A dissolved organisation can be sent nothing any more. */
  readonly active: boolean;
}

export interface DistributionComparison {
  readonly fixedCount: number;
  readonly difference: RecipientDifference<ComparedRecipient>;
}

interface ComparisonRow {
  readonly fixedCount: number;
  readonly joined: readonly ComparedRecipient[];
  readonly left: readonly ComparedRecipient[];
}

/**
 * The distribution as written down at approval against its audience today. One statement: one moment. A full join,
 * because it is the one join that is never carried out as a loop in a loop, whatever sizes the planner expects.
 */
export async function compareDistribution(
  tx: ReadTransaction,
  documentId: Id,
  audience: Audience,
): Promise<DistributionComparison> {
  const [row] = await tx.query<ComparisonRow>(
    `with ${meantOrganizations('dispatch')},
     fixed as materialized (
       select organization_id, role, duty from dispatch.distribution
       where committee_id = $1 and document_id = $3 and organization_id is not null
     ),
     changed as (
       select distinct on (organization_id)
              f.organization_id is null as joined, coalesce(m.organization_id, f.organization_id) as organization_id,
              coalesce(m.role, f.role) as role, coalesce(m.duty, f.duty) as duty
       from meant m full join fixed f on f.organization_id = m.organization_id
       where m.organization_id is null or f.organization_id is null
       order by organization_id, m.rank
     ),
     named_change as (
       select c.joined, u.protocol_order, c.organization_id, json_build_object(
                'organizationId', c.organization_id, 'role', c.role, 'duty', c.duty, 'organizationName', o.name,
                'unitId', u.unit_id, 'unitName', u.name, 'protocolOrder', u.protocol_order, 'active', o.active
              ) as recipient
       from changed c
       join dispatch.directory_organization o on o.committee_id = $1 and o.organization_id = c.organization_id
       join dispatch.directory_unit u on u.committee_id = $1 and u.unit_id = o.unit_id
     )
     select (select count(*)::int from fixed) as "fixedCount",
            coalesce(json_agg(recipient order by protocol_order, organization_id) filter (where joined), '[]') as joined,
            coalesce(json_agg(recipient order by protocol_order, organization_id) filter (where not joined), '[]') as left
     from named_change`,
    [tx.committeeId, JSON.stringify(audience), documentId],
  );
  const { fixedCount, joined, left } = row as ComparisonRow;
  // Those who stayed are counted, not carried: there may be a hundred thousand of them.
  return { fixedCount, difference: { unchanged: [], joined, left } };
}

export interface DistributionRow {
  readonly position: number;
  readonly organizationId: Id | null;
  readonly externalName: string | null;
  readonly role: DistributionRole;
  readonly duty: Duty;
  readonly copies: number;
  readonly source: string;
}

/** 分送 of one document in protocol order, as it was fixed. */
export async function listDistribution(
  tx: ReadTransaction,
  documentId: Id,
  page: PageRequest,
): Promise<Page<DistributionRow>> {
  const [after] = page.after === null ? [0] : decodeCursor(page.after, 1);
  const rows = await tx.query<DistributionRow>(
    `select position, organization_id as "organizationId", external_name as "externalName", role, duty, copies, source
     from dispatch.distribution
     where committee_id = $1 and document_id = $2 and position > $3
     order by position limit $4 offset $5`,
    [tx.committeeId, documentId, after, page.first + 1, page.offset ?? 0],
  );
  const [count] = await tx.query<{ total: number }>(
    'select count(*)::int as total from dispatch.distribution where committee_id = $1 and document_id = $2',
    [tx.committeeId, documentId],
  );
  return pageOf(rows, page.first, count?.total ?? 0, (row) => [row.position]);
}
