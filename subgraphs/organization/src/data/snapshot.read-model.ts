import type {
  EventPayload,
  groupChanged,
  memberCountsReported,
  organizationChanged,
  unitChanged,
} from '@hub/contracts';
import type { Id } from '@hub/core';
import type { ReadTransaction } from '@hub/persistence';

/** What other rooms are told about units: their present state, with the area of that year. */
export function unitSnapshots(
  tx: ReadTransaction,
  unitIds: readonly Id[],
  year: number,
): Promise<EventPayload<typeof unitChanged>[]> {
  return tx.query(
    `select u.committee_id as "committeeId", u.unit_id as "unitId", u.name, u.short_name as "shortName", u.nature,
            u.protocol_order as "protocolOrder", z.zone_id as "zoneId", u.status = 'ACTIVE' as active, u.version
     from organization.unit u
     left join organization.zone_unit z on (z.committee_id, z.year, z.unit_id) = (u.committee_id, $3, u.unit_id)
     where u.committee_id = $1 and u.unit_id = any($2) order by u.protocol_order, u.unit_id`,
    [tx.committeeId, [...unitIds], year],
  );
}

export function organizationSnapshots(
  tx: ReadTransaction,
  organizationIds: readonly Id[],
): Promise<EventPayload<typeof organizationChanged>[]> {
  return tx.query(
    `select committee_id as "committeeId", organization_id as "organizationId", unit_id as "unitId", name, kind,
            affiliation_path as "affiliationPath", guidance_id as "guidanceId", status = 'ACTIVE' as active,
            status = 'DISSOLVED' as dissolved, version
     from organization.organization
     where committee_id = $1 and organization_id = any($2) order by cardinality(affiliation_path), organization_id`,
    [tx.committeeId, [...organizationIds]],
  );
}

export function groupSnapshots(
  tx: ReadTransaction,
  groupIds: readonly Id[],
): Promise<EventPayload<typeof groupChanged>[]> {
  return tx.query(
    `select g.committee_id as "committeeId", g.group_id as "groupId", g.name, g.version as "groupVersion",
            v.organization_ids as "organizationIds"
     from organization.recipient_group g
     join organization.recipient_group_version v on (v.committee_id, v.group_id, v.version) = (g.committee_id, g.group_id, g.version)
     where g.committee_id = $1 and g.group_id = any($2) order by g.group_id`,
    [tx.committeeId, [...groupIds]],
  );
}

/** Of organisations that gave their numbers. */
export function memberCountSnapshots(
  tx: ReadTransaction,
  organizationIds: readonly Id[],
): Promise<EventPayload<typeof memberCountsReported>[]> {
  return tx.query(
    `select committee_id as "committeeId", organization_id as "organizationId", unit_id as "unitId",
            formal_members as "formalMembers", probationary_members as "probationaryMembers",
            members_reported_on::text as "reportedOn", version
     from organization.organization
     where committee_id = $1 and organization_id = any($2) and members_reported_on is not null
     order by organization_id`,
    [tx.committeeId, [...organizationIds]],
  );
}
