import { type Id, NO_COMMITTEE } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { bulkInsert } from '../data/bulk-insert';
import type { OrganizationEntity } from '../data/organization.entity';
import type { PostEntity } from '../data/post.entity';
import { findCommittee } from '../data/sign-in.read-model';
import { lockStructure } from '../data/structure.lock';
import { affiliationPath, assertGuidance } from '../domain/affiliation';
import { assertOneDuty, type Duty, dutyOf } from '../domain/duty';
import { assertLoginName } from '../domain/password';
import { assertRoleFits } from '../domain/post';
import { assertGroup } from '../domain/recipient-group';
import { structureError } from '../domain/structure.errors';
import { assertName, ORGANIZATION_NAME_LIMIT, UNIT_NAME_LIMIT } from '../domain/structure-change';
import { firstStateOfTerm, startTerm } from '../domain/term';
import { addGroups } from './add-groups';
import { announceMemberCounts } from './announce-member-counts';
import { announceStructure } from './announce-structure';
import type { OrganizationContext } from './context';
import { ElectionDeadlines } from './election-deadlines';
import type { ImportedOrganization, ImportedPost, StructureImport } from './structure-import';
import { seedActor } from './system-actors';

const IMPORTED = '首次导入';

/** Builds a whole committee in one transaction, set by set. A committee of that code is left as it is. */
export async function importStructure(
  ctx: OrganizationContext,
  input: StructureImport,
): Promise<{ committeeId: Id; imported: boolean }> {
  const { committeeId, code } = input.committee;
  const present = await ctx.as(seedActor(NO_COMMITTEE)).read((tx) => findCommittee(tx, code));
  if (present !== null) return { committeeId: present, imported: false };
  const passwordHash = await ctx.deps.passwords.hash(input.password);
  return ctx.as(seedActor(committeeId)).transaction(async (tx) => {
    await lockStructure(tx);
    await bulkInsert(tx, 'committee', [{ ...input.committee, createdAt: tx.now }]);
    await importUnits(tx, input);
    const organizations = organizationsOf(committeeId, input.organizations);
    await bulkInsert(tx, 'organization', [...organizations.values()]);
    await importSections(tx, input);
    await importTerms(ctx, tx, input, organizations);
    await importPeople(tx, input, organizations, passwordHash);
    await importZones(tx, input);
    tx.audit({ action: 'importStructure', objectType: 'committee', objectId: committeeId, after: sizes(input) });
    await announceStructure(tx, {
      unitIds: input.units.map((unit) => unit.unitId),
      organizationIds: [...organizations.keys()],
      reason: IMPORTED,
    });
    await announceMemberCounts(tx, [...organizations.keys()]);
    await importGroups(tx, input);
    return { committeeId, imported: true };
  });
}

async function importUnits(tx: Transaction, { units }: StructureImport): Promise<void> {
  const { committeeId } = tx;
  for (const { name } of units) assertName(name, UNIT_NAME_LIMIT);
  const beginning = { unifiedSocialCreditCode: null, status: 'ACTIVE', effectiveTo: null, version: 1 } as const;
  await bulkInsert(
    tx,
    'unit',
    units.map((unit) => ({ committeeId, ...unit, ...beginning })),
  );
  await bulkInsert(
    tx,
    'unit_name',
    units.map(({ unitId, name, shortName, effectiveFrom }) => {
      return { committeeId, unitId, name, shortName, effectiveFrom, effectiveTo: null };
    }),
  );
}

/** Checks every edge by the rules of a single creation. */
function organizationsOf(
  committeeId: Id,
  imported: readonly ImportedOrganization[],
): ReadonlyMap<Id, OrganizationEntity> {
  const organizations = new Map<Id, OrganizationEntity>();
  const earlier = (id: Id | null): OrganizationEntity | null => {
    if (id === null) return null;
    const found = organizations.get(id);
    if (!found) throw structureError('ORGANIZATION_NOT_FOUND');
    return found;
  };
  for (const organization of imported) {
    assertName(organization.name, ORGANIZATION_NAME_LIMIT);
    const guide = earlier(organization.guidanceId);
    if (guide) assertGuidance(organization, guide);
    organizations.set(organization.organizationId, {
      committeeId,
      ...organization,
      affiliationPath: affiliationPath(organization, earlier(organization.affiliationId)),
      systemLeadId: null,
      nationalCode: null,
      status: 'ACTIVE',
      effectiveTo: null,
      version: 1,
    });
  }
  return organizations;
}

async function importSections(tx: Transaction, { sections }: StructureImport): Promise<void> {
  const { committeeId } = tx;
  await bulkInsert(
    tx,
    'section',
    sections.map((section) => ({ committeeId, ...section, active: true })),
  );
}

async function importTerms(
  ctx: OrganizationContext,
  tx: Transaction,
  input: StructureImport,
  organizations: ReadonlyMap<Id, OrganizationEntity>,
): Promise<void> {
  const { committeeId } = tx;
  const terms = input.terms.map(({ termId, organizationId, ...start }) => {
    const of = known(organizations, organizationId);
    const term = { committeeId, termId, organizationId, ordinal: 1, ...firstStateOfTerm(startTerm(of.kind, start)) };
    return { term, of };
  });
  await bulkInsert(
    tx,
    'term',
    terms.map(({ term }) => term),
  );
  await new ElectionDeadlines(ctx, tx).begin(terms);
}

async function importPeople(
  tx: Transaction,
  { accounts, posts }: StructureImport,
  organizations: ReadonlyMap<Id, OrganizationEntity>,
  passwordHash: string,
): Promise<void> {
  const { committeeId } = tx;
  for (const { loginName } of accounts) assertLoginName(loginName);
  const beginning = {
    status: 'ACTIVE',
    failedAttempts: 0,
    lockedUntil: null,
    mustChangePassword: false,
    version: 1,
  } as const;
  const duties = dutiesOf(posts);
  await bulkInsert(
    tx,
    'account',
    accounts.map((account) => {
      const duty = duties.get(account.accountId) ?? null;
      return { committeeId, ...account, passwordHash, duty, ...beginning };
    }),
  );
  await bulkInsert(
    tx,
    'post',
    posts.map((post) => postOf(committeeId, post, known(organizations, post.organizationId))),
  );
}

function dutiesOf(posts: readonly ImportedPost[]): ReadonlyMap<Id, Duty> {
  const duties = new Map<Id, Duty>();
  for (const { accountId, role } of posts) {
    assertOneDuty({ duty: duties.get(accountId) ?? null }, role);
    duties.set(accountId, dutyOf(role));
  }
  return duties;
}

function postOf(committeeId: Id, post: ImportedPost, { kind, unitId }: OrganizationEntity): PostEntity {
  assertRoleFits(post.role, kind);
  return { committeeId, ...post, unitId, heldTo: null, endedAt: null, version: 1 };
}

async function importZones(tx: Transaction, { zones }: StructureImport): Promise<void> {
  const { committeeId } = tx;
  await bulkInsert(
    tx,
    'zone',
    zones.map(({ zoneId, name, contactLeaderPostId }) => {
      return { committeeId, zoneId, name, contactLeaderPostId, active: true, version: 1 };
    }),
  );
  await bulkInsert(
    tx,
    'zone_unit',
    zones.flatMap(({ zoneId, year, unitIds }) => unitIds.map((unitId) => ({ committeeId, year, unitId, zoneId }))),
  );
}

/** After the structure, so that rules find their members. */
async function importGroups(tx: Transaction, { groups }: StructureImport): Promise<void> {
  for (const group of groups) assertGroup(group);
  await addGroups(
    tx,
    groups.map((group) => ({ ...group, reason: IMPORTED })),
  );
}

function known(organizations: ReadonlyMap<Id, OrganizationEntity>, organizationId: Id): OrganizationEntity {
  const found = organizations.get(organizationId);
  if (!found) throw structureError('ORGANIZATION_NOT_FOUND');
  return found;
}

function sizes({ units, organizations, accounts, posts, groups }: StructureImport): Record<string, number> {
  return {
    units: units.length,
    organizations: organizations.length,
    accounts: accounts.length,
    posts: posts.length,
    groups: groups.length,
  };
}
