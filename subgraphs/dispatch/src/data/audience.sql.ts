/**
 * Who an audience means today, as the common table `resolved`: $1 is the committee, $2 the audience as JSON. The first
 * naming of an organisation counts, single ones before groups; exclusions and dissolved ones are out.
 */
export const RESOLVED_AUDIENCE = `
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
  resolved as (
    select distinct on (n.organization_id)
           n.organization_id, n.role, n.duty, n.copies, n.source,
           o.name as organization_name, u.unit_id, u.name as unit_name, u.protocol_order
    from named n
    join dispatch.directory_organization o on o.committee_id = $1 and o.organization_id = n.organization_id and o.active
    join dispatch.directory_unit u on u.committee_id = $1 and u.unit_id = o.unit_id
    where not ($2::jsonb -> 'exclusions') ? n.organization_id::text
    order by n.organization_id, n.rank
  )`;

/** A digest of recipients, standings included: the same for the same set, however it came about. */
export const recipientsDigest = (table: 'resolved' | 'fixed'): string =>
  `(select encode(sha256(convert_to(coalesce(
      string_agg(t.organization_id::text || t.role || t.duty, ',' order by t.organization_id), ''), 'UTF8')), 'hex')
    from ${table} t)`;
