import type { Id } from '@hub/core';

import type { ReadTransaction } from '../transaction';

/** Whom somebody names: groups and single organisations, less the ones that are excluded. */
export interface NamedAudience {
  readonly groups: readonly { readonly groupId: Id }[];
  readonly organizations: readonly { readonly organizationId: Id }[];
  readonly exclusions: readonly Id[];
}

/**
 * Whom an audience means today, as the common table `meant`: $1 is the committee, $2 the audience as JSON. Exclusions and
 * dissolved organisations are out; one that is named more than once stands there as often, the naming that counts with
 * the lowest rank: single ones go before groups. How one stands (role, duty, copies) is null where the audience says
 * nothing of it. `not in`, because it is hashed once, where a join to a hundred thousand members of an array, of which the
 * planner expects ten, would look each of them up.
 */
export const meantOrganizations = (schema: string): string => `
  named as (
    select l."organizationId" as organization_id, l.role, l.duty, l.copies, 'ORGANIZATION' as source, 0::bigint as rank
    from jsonb_to_recordset($2::jsonb -> 'organizations') as l("organizationId" uuid, role text, duty text, copies int)
    union all
    select member, l.role, l.duty, 1, g.name, l.rank
    from rows from (jsonb_to_recordset($2::jsonb -> 'groups') as ("groupId" uuid, role text, duty text))
      with ordinality as l(group_id, role, duty, rank)
    join ${schema}.directory_group g on g.committee_id = $1 and g.group_id = l.group_id
    cross join unnest(g.organization_ids) as member
  ),
  meant as (
    select * from named
    where organization_id not in (
      select organization_id from ${schema}.directory_organization where committee_id = $1 and not active
      union all
      select jsonb_array_elements_text($2::jsonb -> 'exclusions')::uuid
    )
  )`;

/** Names of an audience that the directory does not know, or knows as dissolved. */
export async function unknownInAudience(
  tx: ReadTransaction,
  schema: string,
  { groups, organizations, exclusions }: NamedAudience,
): Promise<{ readonly groups: number; readonly organizations: number }> {
  const organizationIds = [...organizations.map(({ organizationId }) => organizationId), ...exclusions];
  const [row] = await tx.query<{ groups: number; organizations: number }>(
    `select (select count(*)::int from unnest($2::uuid[]) id
             where not exists (select from ${schema}.directory_group g
                               where g.committee_id = $1 and g.group_id = id)) as groups,
            (select count(*)::int from unnest($3::uuid[]) id
             where not exists (select from ${schema}.directory_organization o
                               where o.committee_id = $1 and o.organization_id = id and o.active)) as organizations`,
    [tx.committeeId, groups.map(({ groupId }) => groupId), organizationIds],
  );
  return row ?? { groups: 0, organizations: 0 };
}
