import { ADDRESSEE_KINDS } from '../domain/addressee';

/**
 * Common table expression `addressee(unit_id, organization_id)`: the one organisation that receives documents for each
 * active unit of committee $1, chosen as domain/addressee.ts says. The kinds are parameter `$<kinds>`.
 */
export const addresseeSql = (kindsParameter: number): string => `
  addressee as materialized (
    select distinct on (o.unit_id) o.unit_id, o.organization_id
    from organization.organization o
    join organization.unit u on (u.committee_id, u.unit_id) = (o.committee_id, o.unit_id)
    join organization.organization root on (root.committee_id, root.organization_id) = (o.committee_id, o.affiliation_id)
    where o.committee_id = $1 and o.status = 'ACTIVE' and u.status = 'ACTIVE'
      and o.kind = any($${kindsParameter}::text[]) and root.kind = 'WORK_COMMITTEE'
    order by o.unit_id, array_position($${kindsParameter}::text[], o.kind), o.effective_from, o.organization_id
  )`;

export const ADDRESSEE_PARAMETER: readonly string[] = ADDRESSEE_KINDS;
