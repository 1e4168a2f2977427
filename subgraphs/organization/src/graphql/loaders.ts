import { type Id, isId, localDate } from '@hub/core';
import { defineLoader } from '@hub/graphql';

import { accountsById } from '../data/account.read-model';
import { membersById } from '../data/member.read-model';
import { addresseesOf, childrenOf, organizationsById, organizationsOfUnits } from '../data/organization.read-model';
import { contactPointsById, sectionsById, sectionsOf, termsOf } from '../data/organization-parts.read-model';
import { postsById, postsOfAccounts, postsOfOrganizations } from '../data/post.read-model';
import { namesOfUnits, unitsById } from '../data/unit.read-model';
import { unitsOfZones, zonesById, zonesOfUnits } from '../data/zone.read-model';
import { accountError } from '../domain/account.errors';
import { memberError } from '../domain/member.errors';
import { structureError } from '../domain/structure.errors';
import { zoneError } from '../domain/zone.errors';
import { type Account, toAccount } from './account.type';
import type { OrganizationHubContext } from './hub-context';
import { type Member, toMember } from './member.type';
import { type Organization, toOrganization } from './organization.type';
import { toZone, type Zone } from './organization-parts.type';
import { type Post, toPost } from './post.type';
import { toUnit, type Unit } from './unit.type';

const unitLoader = defineLoader(unitsById);
const organizationLoader = defineLoader(organizationsById);
const zoneLoader = defineLoader(zonesById);
const postLoader = defineLoader(postsById);
const accountLoader = defineLoader(accountsById);
const memberLoader = defineLoader(membersById);

export const unitNamesLoader = defineLoader(namesOfUnits);
export const organizationsOfUnitLoader = defineLoader(organizationsOfUnits);
export const addresseeLoader = defineLoader(addresseesOf);
export const childrenLoader = defineLoader(childrenOf);
export const termsLoader = defineLoader(termsOf);
export const sectionsLoader = defineLoader(sectionsOf);
export const sectionLoader = defineLoader(sectionsById);
export const contactPointLoader = defineLoader(contactPointsById);
export const zoneOfUnitLoader = defineLoader(zonesOfUnits);
export const unitsOfZoneLoader = defineLoader(unitsOfZones);
export const postsOfOrganizationLoader = defineLoader(postsOfOrganizations);
export const postsOfAccountLoader = defineLoader(postsOfAccounts);

// Found or null: what the actor may not see does not exist for it.

export async function findUnit(ctx: OrganizationHubContext, unitId: Id): Promise<Unit | null> {
  const row = isId(unitId) ? await unitLoader.load(ctx, unitId) : null;
  return row && toUnit(row);
}

export async function findOrganization(ctx: OrganizationHubContext, organizationId: Id): Promise<Organization | null> {
  const row = isId(organizationId) ? await organizationLoader.load(ctx, organizationId) : null;
  return row && toOrganization(row);
}

export async function findZone(ctx: OrganizationHubContext, zoneId: Id): Promise<Zone | null> {
  const row = isId(zoneId) ? await zoneLoader.load(ctx, zoneId) : null;
  return row && toZone(row);
}

export async function findPost(ctx: OrganizationHubContext, postId: Id): Promise<Post | null> {
  const row = isId(postId) ? await postLoader.load(ctx, postId) : null;
  return row && toPost(row);
}

export async function findAccount(ctx: OrganizationHubContext, accountId: Id): Promise<Account | null> {
  const row = isId(accountId) ? await accountLoader.load(ctx, accountId) : null;
  return row && toAccount(row);
}

export async function findMember(ctx: OrganizationHubContext, memberId: Id): Promise<Member | null> {
  const row = isId(memberId) ? await memberLoader.load(ctx, memberId) : null;
  return row && toMember(row);
}

// What a mutation answers with: the object as it is after the act.

export async function showUnit(ctx: OrganizationHubContext, unitId: Id): Promise<Unit> {
  const unit = await findUnit(ctx, unitId);
  if (unit === null) throw structureError('UNIT_NOT_FOUND');
  return unit;
}

export async function showOrganization(ctx: OrganizationHubContext, organizationId: Id): Promise<Organization> {
  const organization = await findOrganization(ctx, organizationId);
  if (organization === null) throw structureError('ORGANIZATION_NOT_FOUND');
  return organization;
}

export async function showZone(ctx: OrganizationHubContext, zoneId: Id): Promise<Zone> {
  const zone = await findZone(ctx, zoneId);
  if (zone === null) throw zoneError('ZONE_NOT_FOUND');
  return zone;
}

export async function showPost(ctx: OrganizationHubContext, postId: Id): Promise<Post> {
  const post = await findPost(ctx, postId);
  if (post === null) throw accountError('POST_NOT_FOUND');
  return post;
}

export async function showAccount(ctx: OrganizationHubContext, accountId: Id): Promise<Account> {
  const account = await findAccount(ctx, accountId);
  if (account === null) throw accountError('ACCOUNT_NOT_FOUND');
  return account;
}

export async function showMember(ctx: OrganizationHubContext, memberId: Id): Promise<Member> {
  const member = await findMember(ctx, memberId);
  if (member === null) throw memberError('MEMBER_NOT_FOUND');
  return member;
}

export const todayOf = (ctx: OrganizationHubContext): string => localDate(ctx.clock.now());

/** The year that is meant when none is said. */
export const yearOf = (ctx: OrganizationHubContext, year?: number | null): number =>
  year ?? Number(todayOf(ctx).slice(0, 4));
