import { definePolicy } from '@hub/core';

const admin = [{ roles: ['COMMITTEE_ADMIN'], reach: 'COMMITTEE' }] as const;
const office = [
  {
    roles: ['COMMITTEE_ADMIN', 'COMMITTEE_LEADER', 'OFFICE_CHECKER', 'OFFICE_REGISTRAR', 'OFFICE_CLERK'],
    reach: 'COMMITTEE',
  },
] as const;
const ownUnit = { roles: ['UNIT_LEADER', 'UNIT_CLERK'], reach: 'OWN_UNIT' } as const;

/**
 * Who may change units and organisations: the work committee approves changes of 机关党委, 总支 and 直属支部
 * (DOMAIN 1.6), its administrator records them. A unit reports its own numbers and contact points.
 */
export const structurePolicy = definePolicy({
  createUnit: admin,
  renameUnit: admin,
  changeUnitOrder: admin,
  mergeUnits: admin,
  splitUnit: admin,
  dissolveUnit: admin,
  createOrganization: admin,
  renameOrganization: admin,
  moveOrganization: admin,
  changeOrganizationKind: admin,
  changeGuidance: admin,
  suspendOrganization: admin,
  resumeOrganization: admin,
  dissolveOrganization: admin,
  reportMemberCounts: [...admin, ownUnit],
  startTerm: admin,
  extendTerm: admin,
  closeTerm: admin,
  createZone: admin,
  assignZone: admin,
  createSection: admin,
  setContactPoint: [...office, ownUnit],
  createGroup: admin,
  changeGroupMembers: admin,
  readGroups: office,
});

export type StructureVerb = keyof typeof structurePolicy.grants;
