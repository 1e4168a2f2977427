import type { Id, Role } from '@hub/core';
import {
  type ImportedOrganization,
  type ImportedPost,
  importStructure,
  type OrganizationContext,
} from '@hub/organization';

import { someId, systemActor, type TestWorld } from '../../support';
import type { PlaceName } from './place';

export interface Seat {
  readonly name: PlaceName;
  readonly unitId: Id;
  readonly organizationId: Id;
  readonly affiliationPath: readonly Id[];
  readonly accountId: Id;
  readonly postId: Id;
  readonly sectionId: Id;
  /** Where its members are: a branch below it, or itself. */
  readonly branchId: Id;
}

export interface Committee {
  readonly committeeId: Id;
  readonly zoneId: Id;
  readonly groupId: Id;
  /** Post of its system administrator. */
  readonly watcherPostId: Id;
  /** The office first. */
  readonly seats: readonly Seat[];
}

type Kind = 'WORK_COMMITTEE' | 'ORGAN_COMMITTEE' | 'GENERAL_BRANCH' | 'BRANCH';

/** Which organisation is below which. */
const TREES: Readonly<Record<string, readonly (readonly [PlaceName, Kind, PlaceName | null])[]>> = {
  first: [
    ['WORK', 'WORK_COMMITTEE', null],
    ['PARENT', 'ORGAN_COMMITTEE', 'WORK'],
    ['OWN', 'GENERAL_BRANCH', 'PARENT'],
    ['CHILD', 'BRANCH', 'OWN'],
    ['SIBLING', 'GENERAL_BRANCH', 'PARENT'],
  ],
  // Its office is nobody's place: only the unit is looked for.
  second: [
    ['WORK', 'WORK_COMMITTEE', null],
    ['OTHER', 'ORGAN_COMMITTEE', 'WORK'],
  ],
};

const SINCE = '2018-01-01';
const LISTENERS = ['dispatch', 'reports', 'approvals', 'dues'] as const;

/** Two committees as organization keeps them, and as the other subgraphs were told. */
export async function twoCommittees(world: TestWorld): Promise<readonly [Committee, Committee]> {
  const first = await importTree(world, 'first');
  const second = await importTree(world, 'second');
  for (const schema of LISTENERS) await tellDirectory(world, schema);
  return [first, second];
}

async function importTree(world: TestWorld, code: string): Promise<Committee> {
  const committeeId = someId();
  const seats: Seat[] = [];
  for (const [name, , above] of TREES[code] ?? [])
    seats.push(
      seatOf(
        name,
        seats.find((seat) => seat.name === above),
      ),
    );
  const tree = TREES[code] ?? [];
  const zoneId = someId();
  const groupId = someId();
  const watcher = { postId: someId(), accountId: someId(), organizationId: seats[0]?.organizationId ?? '' };
  const context = world.context<OrganizationContext['deps']>('organization', systemActor(committeeId));
  await importStructure(context, {
    committee: { committeeId, code, name: `${code}工委`, shortName: code },
    units: seats.map(({ unitId, name }, index) => ({
      unitId,
      name: `${name}局${code}`,
      shortName: null,
      nature: 'ADMINISTRATIVE_ORGAN',
      sector: null,
      protocolOrder: index + 1,
      isFictitious: true,
      effectiveFrom: SINCE,
    })),
    organizations: [
      ...seats.map((seat, index) => {
        const { organizationId, affiliationPath } = seat;
        return organizationOf(seat, organizationId, tree[index]?.[1] ?? 'BRANCH', affiliationPath.at(-2) ?? null);
      }),
      ...seats
        .filter(({ branchId, organizationId }) => branchId !== organizationId)
        .map((seat) => organizationOf(seat, seat.branchId, 'BRANCH', seat.organizationId)),
    ],
    sections: seats.map(({ sectionId, organizationId }) => {
      return { sectionId, organizationId, name: '综合科', isGeneralOffice: true, protocolOrder: 1 };
    }),
    terms: seats.map(({ organizationId, name }) => {
      const start = name === 'WORK' ? { appointedOn: '2019-05-01' } : { electedOn: '2019-05-01', termYears: 5 };
      return { termId: someId(), organizationId, ...start };
    }),
    zones: [
      { zoneId, name: '第一片区', contactLeaderPostId: null, year: 2020, unitIds: seats.map((seat) => seat.unitId) },
    ],
    groups: [
      {
        groupId,
        name: '全部单位',
        rule: 'LIST',
        ruleValue: null,
        organizationIds: seats.slice(1).map((seat) => seat.organizationId),
      },
    ],
    accounts: [
      ...seats.map(({ accountId, name }) => {
        return { accountId, loginName: `${name.toLowerCase()}.${code}`, displayName: name };
      }),
      { accountId: watcher.accountId, loginName: `admin.${code}`, displayName: '管理员' },
    ],
    posts: [
      ...seats.map(({ postId, accountId, organizationId, name }) => {
        return postOf({ postId, accountId, organizationId }, name === 'WORK' ? 'COMMITTEE_LEADER' : 'UNIT_LEADER');
      }),
      postOf(watcher, 'COMMITTEE_ADMIN'),
    ],
    password: 'Permission-matrix-2020',
  });
  return { committeeId, zoneId, groupId, watcherPostId: watcher.postId, seats };
}

function organizationOf(
  { unitId, name }: Seat,
  organizationId: Id,
  kind: Kind,
  affiliationId: Id | null,
): ImportedOrganization {
  return {
    organizationId,
    unitId,
    kind,
    name: `中共${name}${kind}`,
    affiliationId,
    guidanceId: null,
    hasBranchCommittee: true,
    formalMembers: 10,
    probationaryMembers: 0,
    membersReportedOn: SINCE,
    effectiveFrom: SINCE,
  };
}

const postOf = (held: Pick<ImportedPost, 'postId' | 'accountId' | 'organizationId'>, role: Role): ImportedPost => {
  return { ...held, sectionId: null, role, title: '负责人', heldFrom: SINCE };
};

function seatOf(name: PlaceName, above: Seat | undefined): Seat {
  const organizationId = someId();
  return {
    name,
    unitId: someId(),
    organizationId,
    affiliationPath: [...(above?.affiliationPath ?? []), organizationId],
    accountId: someId(),
    postId: someId(),
    sectionId: someId(),
    branchId: name === 'CHILD' ? organizationId : someId(),
  };
}

/** As the events of the import would bring it, without workers to carry them. */
async function tellDirectory({ database }: TestWorld, schema: (typeof LISTENERS)[number]): Promise<void> {
  await database.query(
    `insert into ${schema}.directory_unit (committee_id, unit_id, name, nature, protocol_order, active, version)
     select committee_id, unit_id, name, nature, protocol_order, true, version from organization.unit`,
  );
  await database.query(
    `insert into ${schema}.directory_organization
       (committee_id, organization_id, unit_id, name, kind, affiliation_path, active, version)
     select committee_id, organization_id, unit_id, name, kind, affiliation_path, true, version
     from organization.organization`,
  );
  await database.query(
    `insert into ${schema}.directory_group (committee_id, group_id, name, group_version, organization_ids)
     select committee_id, group_id, name, version, organization_ids
     from organization.recipient_group join organization.recipient_group_version using (committee_id, group_id, version)`,
  );
}
