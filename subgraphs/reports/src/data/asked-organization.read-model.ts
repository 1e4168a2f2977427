import type { Id } from '@hub/core';
import { meantOrganizations, type ReadTransaction } from '@hub/persistence';

import type { TaskAudience } from '../domain/task-audience';

/** An organisation that owes a report, as it is today. */
export interface AskedOrganization {
  readonly organizationId: Id;
  readonly organizationName: string;
  readonly unitId: Id;
  readonly unitName: string;
  readonly zoneId: Id | null;
  readonly nature: string;
}

/** Whom an audience means today, in protocol order. */
export function askedOrganizations(tx: ReadTransaction, audience: TaskAudience): Promise<AskedOrganization[]> {
  return tx.query<AskedOrganization>(
    `with ${meantOrganizations('reports')}
     select o.organization_id as "organizationId", o.name as "organizationName", u.unit_id as "unitId",
            u.name as "unitName", u.zone_id as "zoneId", u.nature
     from (select distinct organization_id from meant) m
     join reports.directory_organization o on o.committee_id = $1 and o.organization_id = m.organization_id
     join reports.directory_unit u on u.committee_id = $1 and u.unit_id = o.unit_id
     order by u.protocol_order, o.organization_id`,
    [tx.committeeId, JSON.stringify(audience)],
  );
}
