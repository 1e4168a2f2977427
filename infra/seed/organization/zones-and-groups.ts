import type { IdFactory } from '@hub/core';
import type { ImportedGroup, ImportedPost, ImportedZone } from '@hub/organization';

import type { UnitOrganizations } from './organizations';
import { LISTED_UNITS } from './units';

const ZONE_NAMES = ['第一片区', '第二片区', '第三片区', '第四片区', '第五片区'];

/** The units in five areas of nearly one size, each with a leader of the committee as contact. */
export function seedZones(
  ids: IdFactory,
  units: readonly UnitOrganizations[],
  leaders: readonly ImportedPost[],
  year: number,
): ImportedZone[] {
  const bound = (index: number): number => Math.floor((index * units.length) / ZONE_NAMES.length);
  return ZONE_NAMES.map((name, index) => ({
    zoneId: ids.next(),
    name,
    contactLeaderPostId: leaders[index % leaders.length]?.postId ?? null,
    year,
    unitIds: units.slice(bound(index), bound(index + 1)).map(({ unit }) => unit.unitId),
  }));
}

/** The groups documents are addressed to; only the 70 of annex 1 are a list, the others follow the structure. */
export function seedGroups(
  ids: IdFactory,
  units: readonly UnitOrganizations[],
  zones: readonly ImportedZone[],
): ImportedGroup[] {
  const ruled = (name: string, rule: ImportedGroup['rule'], ruleValue: string | null): ImportedGroup => ({
    groupId: ids.next(),
    name,
    rule,
    ruleValue,
    organizationIds: [],
  });
  return [
    ruled('全部单位', 'ALL_UNITS', null),
    {
      ...ruled('模范机关70家', 'LIST', null),
      organizationIds: units.slice(0, LISTED_UNITS).map(({ addressee }) => addressee.organizationId),
    },
    ruled('省部属驻焦单位', 'NATURE', 'PROVINCIAL_UNIT'),
    ...zones.map(({ name, zoneId }) => ruled(name, 'ZONE', zoneId)),
    ruled('机关党委', 'ORGANIZATION_KIND', 'ORGAN_COMMITTEE'),
    ruled('直属党总支', 'ORGANIZATION_KIND', 'GENERAL_BRANCH'),
    ruled('直属党支部', 'ORGANIZATION_KIND', 'BRANCH'),
  ];
}
