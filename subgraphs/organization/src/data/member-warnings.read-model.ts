import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

import type { CountedOrganization } from '../domain/member-warnings';
import { ADDRESSEE_PARAMETER, addresseeSql } from './addressee.sql';
import { inSight, readingRoot } from './reading-scope';

/** Living organisations with what their numbers are judged by, in protocol order; of one unit, or of all in sight. */
export function countedOrganizations(tx: ReadTransaction, unitId: Id | null): Promise<CountedOrganization[]> {
  return tx.query<CountedOrganization>(
    `with ${addresseeSql(2)}
     select o.organization_id as "organizationId", o.kind, o.formal_members as "formalMembers",
            o.probationary_members as "probationaryMembers", o.has_branch_committee as "hasBranchCommittee",
            a.organization_id is not null as "isUnitAddressee",
            exists (
              select from organization.organization d
              where (d.committee_id, d.affiliation_id) = (o.committee_id, o.organization_id)
                and d.kind = 'DISCIPLINE_COMMITTEE' and d.status = 'ACTIVE'
            ) as "hasDisciplineCommittee"
     from organization.organization o
     join organization.unit u on (u.committee_id, u.unit_id) = (o.committee_id, o.unit_id)
     left join addressee a on a.organization_id = o.organization_id
     where o.committee_id = $1 and o.status = 'ACTIVE' and ($3::uuid is null or o.unit_id = $3) and ${inSight('o', 4)}
     order by u.protocol_order, cardinality(o.affiliation_path), o.organization_id`,
    [tx.committeeId, ADDRESSEE_PARAMETER, unitId, readingRoot(tx)],
  );
}
