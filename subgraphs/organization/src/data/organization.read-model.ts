import { decodeCursor, type Id, type Page, type PageRequest, pageOf } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { ADDRESSEE_PARAMETER, addresseeSql } from './addressee.sql';
import { columns } from './columns';
import { byKey, groupedBy } from './keyed';
import type { OrganizationEntity } from './organization.entity';
import { inSight, readingRoot } from './reading-scope';

const ORGANIZATION_COLUMNS = columns('o', [
  'committee_id',
  'organization_id',
  'unit_id',
  'kind',
  'name',
  'affiliation_id',
  'affiliation_path',
  'guidance_id',
  'system_lead_id',
  'has_branch_committee',
  'formal_members',
  'probationary_members',
  'members_reported_on',
  'national_code',
  'status',
  'effective_from',
  'effective_to',
  'version',
]);

const FROM_ORGANIZATION = `select ${ORGANIZATION_COLUMNS} from organization.organization o`;

/** By id the work committee is there for everybody: papers and posts refer to it. */
export async function organizationsById(
  tx: ReadTransaction,
  organizationIds: readonly Id[],
): Promise<Map<Id, OrganizationEntity>> {
  const rows = await tx.query<OrganizationEntity>(
    `${FROM_ORGANIZATION} where o.committee_id = $1 and o.organization_id = any($2)
       and (o.kind = 'WORK_COMMITTEE' or ${inSight('o', 3)})`,
    [tx.committeeId, organizationIds, readingRoot(tx)],
  );
  return byKey(rows, (row) => row.organizationId);
}

/** Living organisations of units, superiors first. */
export async function organizationsOfUnits(
  tx: ReadTransaction,
  unitIds: readonly Id[],
): Promise<Map<Id, OrganizationEntity[]>> {
  const rows = await tx.query<OrganizationEntity>(
    `${FROM_ORGANIZATION}
     where o.committee_id = $1 and o.unit_id = any($2) and o.status <> 'DISSOLVED' and ${inSight('o', 3)}
     order by cardinality(o.affiliation_path), o.organization_id`,
    [tx.committeeId, unitIds, readingRoot(tx)],
  );
  return groupedBy(unitIds, rows, (row) => row.unitId);
}

/** Living organisations directly below others. */
export async function childrenOf(
  tx: ReadTransaction,
  organizationIds: readonly Id[],
): Promise<Map<Id, OrganizationEntity[]>> {
  const rows = await tx.query<OrganizationEntity>(
    `${FROM_ORGANIZATION}
     where o.committee_id = $1 and o.affiliation_id = any($2) and o.status <> 'DISSOLVED' and ${inSight('o', 3)}
     order by o.organization_id`,
    [tx.committeeId, organizationIds, readingRoot(tx)],
  );
  return groupedBy(organizationIds, rows, (row) => row.affiliationId as Id);
}

/** The organisation that receives the documents of each unit. */
export async function addresseesOf(tx: ReadTransaction, unitIds: readonly Id[]): Promise<Map<Id, OrganizationEntity>> {
  const rows = await tx.query<OrganizationEntity>(
    `with ${addresseeSql(3)}
     ${FROM_ORGANIZATION} join addressee a on a.organization_id = o.organization_id
     where o.committee_id = $1 and o.unit_id = any($2) and ${inSight('o', 4)}`,
    [tx.committeeId, unitIds, ADDRESSEE_PARAMETER, readingRoot(tx)],
  );
  return byKey(rows, (row) => row.unitId);
}

/** An organisation and every living one below it, depth first. */
export function organizationTree(tx: ReadTransaction, rootId: Id): Promise<OrganizationEntity[]> {
  return tx.query<OrganizationEntity>(
    `${FROM_ORGANIZATION}
     where o.committee_id = $1 and o.affiliation_path @> array[$2::uuid] and o.status <> 'DISSOLVED'
       and ${inSight('o', 3)}
     order by o.affiliation_path`,
    [tx.committeeId, rootId, readingRoot(tx)],
  );
}

export interface OrganizationFilter {
  readonly unitId?: Id | null;
  readonly kind?: string | null;
  /** Part of the name. */
  readonly search?: string | null;
  readonly includeDissolved?: boolean | null;
}

const FILTER = `
  o.committee_id = $1 and ($2::uuid is null or o.unit_id = $2) and ($3::text is null or o.kind = $3)
  and ($4::text is null or position($4 in o.name) > 0) and ($5 or o.status <> 'DISSOLVED') and ${inSight('o', 6)}`;

/** Organisations in the protocol order of their units, superiors first. */
export async function listOrganizations(
  tx: ReadTransaction,
  filter: OrganizationFilter,
  page: PageRequest,
): Promise<Page<OrganizationEntity>> {
  const { unitId = null, kind = null, search = null, includeDissolved = false } = filter;
  const parameters = [tx.committeeId, unitId, kind, search || null, includeDissolved ?? false, readingRoot(tx)];
  const [order, depth, id] = page.after === null ? [null, null, null] : decodeCursor(page.after, 3);
  const rows = await tx.query<OrganizationEntity & { readonly protocolOrder: number }>(
    `select ${ORGANIZATION_COLUMNS}, u.protocol_order as "protocolOrder"
     from organization.organization o
     join organization.unit u on (u.committee_id, u.unit_id) = (o.committee_id, o.unit_id)
     where ${FILTER} and ($7::int is null
       or (u.protocol_order, cardinality(o.affiliation_path), o.organization_id) > ($7, $8::int, $9::uuid))
     order by u.protocol_order, cardinality(o.affiliation_path), o.organization_id limit $10 offset $11`,
    [...parameters, order, depth, id, page.first + 1, page.offset ?? 0],
  );
  const [total] = await tx.query<{ count: number }>(
    `select count(*)::int as count from organization.organization o where ${FILTER}`,
    parameters,
  );
  return pageOf(rows, page.first, total?.count ?? 0, (row) => [
    row.protocolOrder,
    row.affiliationPath.length,
    row.organizationId,
  ]);
}
