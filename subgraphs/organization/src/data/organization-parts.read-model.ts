import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import { columns } from './columns';
import type { ContactPointEntity } from './contact-point.entity';
import { byKey, groupedBy } from './keyed';
import { inSight, readingRoot } from './reading-scope';
import type { SectionEntity } from './section.entity';
import type { TermEntity } from './term.entity';

const TERM_COLUMNS = columns('t', [
  'committee_id',
  'term_id',
  'organization_id',
  'ordinal',
  'elected_on',
  'term_years',
  'ends_on',
  'extended_to',
  'closed_on',
  'appointed_on',
  'version',
]);

const SECTION_COLUMNS = columns('s', [
  'committee_id',
  'section_id',
  'organization_id',
  'name',
  'is_general_office',
  'protocol_order',
  'active',
]);

const CONTACT_POINT_COLUMNS = columns('c', [
  'committee_id',
  'contact_point_id',
  'year',
  'leader_name',
  'leader_title',
  'unit_id',
  'organization_id',
  'version',
]);

/** Joins a part of an organisation to it, so that what hides the organisation hides the part. */
const ofOrganization = (alias: string): string =>
  `join organization.organization o on (o.committee_id, o.organization_id) = (${alias}.committee_id, ${alias}.organization_id)`;

/** Terms of organisations, the newest first. */
export async function termsOf(tx: ReadTransaction, organizationIds: readonly Id[]): Promise<Map<Id, TermEntity[]>> {
  const rows = await tx.query<TermEntity>(
    `select ${TERM_COLUMNS} from organization.term t ${ofOrganization('t')}
     where t.committee_id = $1 and t.organization_id = any($2) and ${inSight('o', 3)}
     order by t.organization_id, t.ordinal desc`,
    [tx.committeeId, organizationIds, readingRoot(tx)],
  );
  return groupedBy(organizationIds, rows, (row) => row.organizationId);
}

/** Sections of organisations in their order. */
export async function sectionsOf(
  tx: ReadTransaction,
  organizationIds: readonly Id[],
): Promise<Map<Id, SectionEntity[]>> {
  const rows = await tx.query<SectionEntity>(
    `select ${SECTION_COLUMNS} from organization.section s ${ofOrganization('s')}
     where s.committee_id = $1 and s.organization_id = any($2) and s.active and ${inSight('o', 3)}
     order by s.organization_id, s.protocol_order, s.section_id`,
    [tx.committeeId, organizationIds, readingRoot(tx)],
  );
  return groupedBy(organizationIds, rows, (row) => row.organizationId);
}

export async function sectionsById(tx: ReadTransaction, sectionIds: readonly Id[]): Promise<Map<Id, SectionEntity>> {
  const rows = await tx.query<SectionEntity>(
    `select ${SECTION_COLUMNS} from organization.section s ${ofOrganization('s')}
     where s.committee_id = $1 and s.section_id = any($2) and ${inSight('o', 3)}`,
    [tx.committeeId, sectionIds, readingRoot(tx)],
  );
  return byKey(rows, (row) => row.sectionId);
}

/** Contact points 联系点 of a year in protocol order. */
export function contactPointsOf(tx: ReadTransaction, year: number): Promise<ContactPointEntity[]> {
  return tx.query<ContactPointEntity>(
    `select ${CONTACT_POINT_COLUMNS} from organization.contact_point c
     join organization.unit u on (u.committee_id, u.unit_id) = (c.committee_id, c.unit_id)
     where c.committee_id = $1 and c.year = $2 and ${inSight('c', 3)}
     order by u.protocol_order, c.contact_point_id`,
    [tx.committeeId, year, readingRoot(tx)],
  );
}

export async function contactPointsById(
  tx: ReadTransaction,
  contactPointIds: readonly Id[],
): Promise<Map<Id, ContactPointEntity>> {
  const rows = await tx.query<ContactPointEntity>(
    `select ${CONTACT_POINT_COLUMNS} from organization.contact_point c
     where c.committee_id = $1 and c.contact_point_id = any($2) and ${inSight('c', 3)}`,
    [tx.committeeId, contactPointIds, readingRoot(tx)],
  );
  return byKey(rows, (row) => row.contactPointId);
}
