import type { IdFactory, LocalDate } from '@hub/core';
import type { ImportedOrganization } from '@hub/organization';

import { COMMITTEE_UNIT, FOUNDED_ON, type SeedUnit } from './units';

type Kind = ImportedOrganization['kind'];

/** The organisations of one unit; documents to the unit go to its `addressee`. */
export interface UnitOrganizations {
  readonly unit: SeedUnit;
  readonly addressee: ImportedOrganization;
  /** Every one of them, superiors first. */
  readonly all: readonly ImportedOrganization[];
}

export interface SeedOrganizations {
  readonly workCommittee: ImportedOrganization;
  readonly units: readonly UnitOrganizations[];
}

interface Draft {
  readonly kind: Kind;
  readonly name: string;
  readonly affiliationId: string | null;
  readonly guidanceId?: string | null;
  readonly members?: number;
}

const NAME_ENDINGS: Partial<Record<Kind, string>> = {
  ORGAN_COMMITTEE: '机关委员会',
  GENERAL_BRANCH: '总支部委员会',
  BRANCH: '支部委员会',
};

/** Plausible numbers, the same at every start; not those of any real organisation. */
const membersOf = (unit: SeedUnit): number =>
  unit.name === COMMITTEE_UNIT ? 32 : 14 + ((unit.protocolOrder * 37) % 151);

const kindFor = (members: number): Kind => {
  if (members >= 100) return 'ORGAN_COMMITTEE';
  return members > 50 ? 'GENERAL_BRANCH' : 'BRANCH';
};

/** The work committee, and for each unit its organisations as its size asks for. */
export function seedOrganizations(
  ids: IdFactory,
  units: readonly SeedUnit[],
  workCommitteeName: string,
  reportedOn: LocalDate,
): SeedOrganizations {
  const seat = units.find((unit) => unit.name === COMMITTEE_UNIT) as SeedUnit;
  const make = (unit: SeedUnit, draft: Draft): ImportedOrganization => toOrganization(ids, unit, draft, reportedOn);
  const workCommittee = make(seat, { kind: 'WORK_COMMITTEE', name: workCommitteeName, affiliationId: null });
  return {
    workCommittee,
    units: units.map((unit) => organizationsOf(unit, workCommittee, (draft) => make(unit, draft))),
  };
}

function organizationsOf(
  unit: SeedUnit,
  workCommittee: ImportedOrganization,
  make: (draft: Draft) => ImportedOrganization,
): UnitOrganizations {
  const base = `中共${unit.fullName}`;
  const members = membersOf(unit);
  const kind = kindFor(members);
  const partyGroup = unit.hasPartyGroup
    ? make({ kind: 'PARTY_GROUP', name: `${base}党组`, affiliationId: null })
    : null;
  const addressee = make({
    kind,
    name: `${base}${NAME_ENDINGS[kind]}`,
    affiliationId: workCommittee.organizationId,
    guidanceId: partyGroup?.organizationId ?? null,
    members,
  });
  const below = kind === 'BRANCH' ? [] : branchesBelow(base, addressee, members, make);
  // Not every one has it yet, as in life: the others show the warning.
  const discipline =
    kind === 'ORGAN_COMMITTEE' && unit.protocolOrder % 3 !== 0
      ? [
          make({
            kind: 'DISCIPLINE_COMMITTEE',
            name: `${base}机关纪律检查委员会`,
            affiliationId: addressee.organizationId,
          }),
        ]
      : [];
  return { unit, addressee, all: [...(partyGroup ? [partyGroup] : []), addressee, ...below, ...discipline] };
}

/** As many branches as keep each below fifty members. */
function branchesBelow(
  base: string,
  superior: ImportedOrganization,
  members: number,
  make: (draft: Draft) => ImportedOrganization,
): ImportedOrganization[] {
  const count = Math.ceil(members / 45);
  return Array.from({ length: count }, (_, index) =>
    make({
      kind: 'BRANCH',
      name: `${base}第${'一二三四'[index]}支部委员会`,
      affiliationId: superior.organizationId,
      members: Math.floor(members / count) + (index < members % count ? 1 : 0),
    }),
  );
}

function toOrganization(ids: IdFactory, unit: SeedUnit, draft: Draft, reportedOn: LocalDate): ImportedOrganization {
  const { kind, name, affiliationId, guidanceId = null, members = null } = draft;
  const probationary = members === null ? null : Math.floor(members / 25);
  return {
    organizationId: ids.next(),
    unitId: unit.unitId,
    kind,
    name,
    affiliationId,
    guidanceId,
    hasBranchCommittee: kind === 'BRANCH' && (members ?? 0) >= 10,
    formalMembers: members === null || probationary === null ? null : members - probationary,
    probationaryMembers: probationary,
    membersReportedOn: members === null ? null : reportedOn,
    effectiveFrom: FOUNDED_ON,
  };
}
