import { addMonths, type Id, type IdFactory, type LocalDate, localDate } from '@hub/core';
import { type ImportedTerm, importStructure, type OrganizationContext, type StructureImport } from '@hub/organization';

import annex from './data/units-jiaozuo.json';
import { type SeedOrganizations, seedOrganizations } from './organization/organizations';
import { seedPeople, seedSections } from './organization/people';
import { seedUnits } from './organization/units';
import { seedGroups, seedZones } from './organization/zones-and-groups';

export { OFFICE_LOGINS, unitLogin } from './organization/people';

/** Of every demo account. It opens nothing but invented data, and stands nowhere else. */
export const DEMO_PASSWORD = 'demo-jiaozuo-140';
export const DEMO_COMMITTEE_CODE = 'jiaozuo';

/** Builds the demo committee; one that is there already stays as it is. */
export function seedOrganization(ctx: OrganizationContext): Promise<{ committeeId: Id; imported: boolean }> {
  return importStructure(ctx, demoStructure(ctx.ids, localDate(ctx.clock.now())));
}

function demoStructure(ids: IdFactory, today: LocalDate): StructureImport {
  const year = Number(today.slice(0, 4));
  const units = seedUnits(ids);
  const organizations = seedOrganizations(ids, units, annex.workCommittee, lastHalfYear(today));
  const sections = seedSections(ids, organizations.workCommittee.organizationId);
  const { accounts, posts } = seedPeople(ids, organizations, sections);
  const leaders = posts.filter((post) => post.role === 'COMMITTEE_LEADER');
  const zones = seedZones(ids, organizations.units, leaders, year);
  return {
    committee: {
      committeeId: ids.next(),
      code: DEMO_COMMITTEE_CODE,
      name: annex.workCommittee,
      shortName: '焦作市直工委',
    },
    units: units.map(({ fullName: _, hasPartyGroup: __, ...unit }) => unit),
    organizations: [organizations.workCommittee, ...organizations.units.flatMap(({ all }) => all)],
    sections,
    terms: seedTerms(ids, organizations, today),
    zones,
    groups: seedGroups(ids, organizations.units, zones),
    accounts,
    posts,
    password: DEMO_PASSWORD,
  };
}

/** Elected at different times, so that some run out soon and a few already have. */
function seedTerms(ids: IdFactory, { workCommittee, units }: SeedOrganizations, today: LocalDate): ImportedTerm[] {
  const elected = units.map(({ addressee, unit }) => ({
    termId: ids.next(),
    organizationId: addressee.organizationId,
    electedOn: addMonths(today, -(2 + ((unit.protocolOrder * 7) % 38))),
  }));
  const appointedOn = addMonths(today, -20);
  return [{ termId: ids.next(), organizationId: workCommittee.organizationId, appointedOn }, ...elected];
}

/** The day numbers were last reported for: the end of the half-year before. */
function lastHalfYear(today: LocalDate): LocalDate {
  const year = Number(today.slice(0, 4));
  return today.slice(5) > '06-30' ? `${year}-06-30` : `${year - 1}-12-31`;
}
