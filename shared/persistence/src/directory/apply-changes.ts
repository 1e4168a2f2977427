import type { EventPayload, groupChanged, organizationChanged, unitChanged } from '@hub/contracts';

import type { Id } from '@hub/core';

import type { Transaction } from '../transaction';

// Each keeps the newest snapshot and ignores an older one, so that the order of delivery does not matter.

export async function applyUnitChanged(
  tx: Transaction,
  schema: string,
  unit: EventPayload<typeof unitChanged>,
): Promise<void> {
  await tx.execute(
    `insert into ${schema}.directory_unit as d
       (committee_id, unit_id, name, short_name, nature, protocol_order, zone_id, active, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (committee_id, unit_id) do update
       set name = excluded.name, short_name = excluded.short_name, nature = excluded.nature,
           protocol_order = excluded.protocol_order, zone_id = excluded.zone_id, active = excluded.active,
           version = excluded.version
       where d.version < excluded.version`,
    [
      unit.committeeId,
      unit.unitId,
      unit.name,
      unit.shortName,
      unit.nature,
      unit.protocolOrder,
      unit.zoneId,
      unit.active,
      unit.version,
    ],
  );
}

/** Of which unit the organisation was until this snapshot; null where it was not known, or is known by a newer one. */
export async function applyOrganizationChanged(
  tx: Transaction,
  schema: string,
  organization: EventPayload<typeof organizationChanged>,
): Promise<Id | null> {
  const [applied] = await tx.query<{ readonly fromUnitId: Id | null }>(
    `insert into ${schema}.directory_organization as d
       (committee_id, organization_id, unit_id, name, kind, affiliation_path, guidance_id, active, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (committee_id, organization_id) do update
       set unit_id = excluded.unit_id, name = excluded.name, kind = excluded.kind,
           affiliation_path = excluded.affiliation_path, guidance_id = excluded.guidance_id,
           active = excluded.active, version = excluded.version
       where d.version < excluded.version
     returning old.unit_id as "fromUnitId"`,
    [
      organization.committeeId,
      organization.organizationId,
      organization.unitId,
      organization.name,
      organization.kind,
      organization.affiliationPath,
      organization.guidanceId,
      organization.active,
      organization.version,
    ],
  );
  return applied?.fromUnitId ?? null;
}

export async function applyGroupChanged(
  tx: Transaction,
  schema: string,
  group: EventPayload<typeof groupChanged>,
): Promise<void> {
  await tx.execute(
    `insert into ${schema}.directory_group as d (committee_id, group_id, name, group_version, organization_ids)
     values ($1, $2, $3, $4, $5)
     on conflict (committee_id, group_id) do update
       set name = excluded.name, group_version = excluded.group_version, organization_ids = excluded.organization_ids
       where d.group_version < excluded.group_version`,
    [group.committeeId, group.groupId, group.name, group.groupVersion, group.organizationIds],
  );
}
