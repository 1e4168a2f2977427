/**
 * Whom an audience means today, as the common table `meant`: $1 is the committee, $2 the audience as JSON. Exclusions and
 * dissolved organisations are out; one that is named more than once stands there as often, the naming that counts with
 * the lowest rank: single ones go before groups. `not in`, because it is hashed once, where a join to a hundred thousand
 * members of an array, of which the planner expects ten, would look each of them up.
 */
export const MEANT_ORGANIZATIONS = `
  named as (
    select l."organizationId" as organization_id, l.role, l.duty, l.copies, 'ORGANIZATION' as source, 0::bigint as rank
    from jsonb_to_recordset($2::jsonb -> 'organizations') as l("organizationId" uuid, role text, duty text, copies int)
    union all
    select member, l.role, l.duty, 1, g.name, l.rank
    from rows from (jsonb_to_recordset($2::jsonb -> 'groups') as ("groupId" uuid, role text, duty text))
      with ordinality as l(group_id, role, duty, rank)
    join dispatch.directory_group g on g.committee_id = $1 and g.group_id = l.group_id
    cross join unnest(g.organization_ids) as member
  ),
  meant as (
    select * from named
    where organization_id not in (
      select organization_id from dispatch.directory_organization where committee_id = $1 and not active
      union all
      select jsonb_array_elements_text($2::jsonb -> 'exclusions')::uuid
    )
  )`;
