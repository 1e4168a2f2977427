import { ADDRESSEE_KINDS } from '../domain/addressee';

/**
 * Common table expression `addressee(unit_id, organization_id)`: the one organisation that receives documents for each
 * active unit of committee $1, chosen as domain/addressee.ts says. Only a work committee is both root and superior,
 * so a path of two is directly under it (and a unit, which cannot see the committee's own row, finds its own). The kinds are parameter `$<kinds>`.
 */
export const addresseeSql = (kindsParameter: number): string => `
  addressee as materialized (
    select distinct on (o.unit_id) o.unit_id, o.organization_id
    from organization.organization o
    join organization.unit u on (u.committee_id, u.unit_id) = (o.committee_id, o.unit_id)
    where o.committee_id = $1 and o.status = 'ACTIVE' and u.status = 'ACTIVE'
      and o.kind = any($${kindsParameter}::text[]) and cardinality(o.affiliation_path) = 2
    order by o.unit_id, array_position($${kindsParameter}::text[], o.kind), o.effective_from, o.organization_id
  )`;

export const ADDRESSEE_PARAMETER: readonly string[] = ADDRESSEE_KINDS;
