import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { ReportEntity } from './report.entity';

/** An organisation as reports keep it: with the zone and the nature that its unit has now. */
export type OwnOrganization = Pick<
  ReportEntity,
  'organizationId' | 'organizationName' | 'unitId' | 'zoneId' | 'nature'
>;

/** Null when it does not exist any more, or belongs to another unit. */
export async function organizationOfUnit(
  tx: ReadTransaction,
  organizationId: Id,
  unitId: Id,
): Promise<OwnOrganization | null> {
  const [organization] = await tx.query<OwnOrganization>(
    `select o.organization_id as "organizationId", o.name as "organizationName", o.unit_id as "unitId",
            u.zone_id as "zoneId", u.nature
     from reports.directory_organization o
     join reports.directory_unit u on u.committee_id = o.committee_id and u.unit_id = o.unit_id
     where o.committee_id = $1 and o.organization_id = $2 and o.unit_id = $3 and o.active`,
    [tx.committeeId, organizationId, unitId],
  );
  return organization ?? null;
}
