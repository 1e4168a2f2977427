/** Kinds of party organisation (DOMAIN table 1.1: 机关条例, 支部条例, 党组条例). */
export const ORGANIZATION_KINDS = [
  'WORK_COMMITTEE',
  'DISC_WORK_COMMITTEE',
  'PARTY_GROUP',
  'PG_COMMITTEE',
  'ORGAN_COMMITTEE',
  'BASE_COMMITTEE',
  'GENERAL_BRANCH',
  'BRANCH',
  'JOINT_BRANCH',
  'PROJECT_BRANCH',
  'RETIREE_BRANCH',
  'FLOATING_BRANCH',
  'TEMP_BRANCH',
  'PARTY_CELL',
  'DISCIPLINE_COMMITTEE',
] as const;

export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/** Fewest members with which an organisation of the kind is founded; a superior may approve fewer (机关条例 Art 5–7). */
export interface FoundingThreshold {
  readonly of: 'FORMAL' | 'ALL';
  readonly atLeast: number;
}

export interface KindFacts {
  readonly name: string;
  /** 基层党组织: has members, pays dues, is counted in statistics. */
  readonly isBasic: boolean;
  readonly mayHaveMembers: boolean;
  readonly threshold: FoundingThreshold | null;
  /** Length of an elected term since July 2018 (任期意见); null where leaders are appointed. */
  readonly termYears: 3 | 5 | null;
  /** Kinds it may be affiliated to; empty for a body outside the chain of affiliation. */
  readonly parents: readonly OrganizationKind[];
  /** Height among basic organisations: a rise is an upgrade, a fall a downgrade; null where neither exists. */
  readonly level: 1 | 2 | 3 | null;
}

const COMMITTEES = ['ORGAN_COMMITTEE', 'BASE_COMMITTEE'] as const satisfies readonly OrganizationKind[];
const BRANCH_PARENTS = ['WORK_COMMITTEE', ...COMMITTEES, 'GENERAL_BRANCH'] as const;

const outsideTheChain = {
  isBasic: false,
  mayHaveMembers: false,
  threshold: null,
  termYears: null,
  parents: [],
  level: null,
} as const satisfies Omit<KindFacts, 'name'>;

const branch = {
  isBasic: true,
  mayHaveMembers: true,
  threshold: { of: 'FORMAL', atLeast: 3 },
  termYears: 3,
  parents: BRANCH_PARENTS,
  level: 1,
} as const satisfies Omit<KindFacts, 'name'>;

const committee = {
  isBasic: true,
  mayHaveMembers: true,
  threshold: { of: 'ALL', atLeast: 100 },
  termYears: 5,
  level: 3,
} as const satisfies Omit<KindFacts, 'name' | 'parents'>;

export const KIND_FACTS: Readonly<Record<OrganizationKind, KindFacts>> = {
  WORK_COMMITTEE: { name: '机关工委', ...outsideTheChain },
  DISC_WORK_COMMITTEE: { name: '机关纪检监察工委', ...outsideTheChain, parents: ['WORK_COMMITTEE'] },
  PARTY_GROUP: { name: '党组', ...outsideTheChain },
  PG_COMMITTEE: { name: '党组性质党委', ...outsideTheChain },
  ORGAN_COMMITTEE: { name: '机关党委', ...committee, parents: ['WORK_COMMITTEE'] },
  BASE_COMMITTEE: { name: '基层党委', ...committee, parents: ['WORK_COMMITTEE', ...COMMITTEES] },
  GENERAL_BRANCH: {
    name: '党总支',
    isBasic: true,
    mayHaveMembers: true,
    threshold: { of: 'ALL', atLeast: 50 },
    termYears: 3,
    parents: ['WORK_COMMITTEE', ...COMMITTEES],
    level: 2,
  },
  BRANCH: { name: '党支部', ...branch },
  JOINT_BRANCH: { name: '联合党支部', ...branch },
  PROJECT_BRANCH: { name: '项目党支部', ...branch },
  RETIREE_BRANCH: { name: '离退休党支部', ...branch },
  FLOATING_BRANCH: { name: '流动党员党支部', ...branch },
  // Members stay with their home branches and the leaders are appointed (支部条例 Art 8).
  TEMP_BRANCH: { name: '临时党支部', ...outsideTheChain, isBasic: true, parents: BRANCH_PARENTS },
  PARTY_CELL: {
    name: '党小组',
    ...outsideTheChain,
    parents: ['BRANCH', 'JOINT_BRANCH', 'PROJECT_BRANCH', 'RETIREE_BRANCH', 'FLOATING_BRANCH', 'TEMP_BRANCH'],
  },
  DISCIPLINE_COMMITTEE: { name: '机关纪委', ...outsideTheChain, termYears: 5, parents: COMMITTEES },
};

/** Branches that own their members: the ones whose numbers are judged. */
export const MEMBER_BRANCHES: readonly OrganizationKind[] = ORGANIZATION_KINDS.filter(
  (kind) => KIND_FACTS[kind].level === 1,
);

/** Leadership bodies inside a department: they guide, and stand in no chain of affiliation. */
export const GUIDING_GROUPS = ['PARTY_GROUP', 'PG_COMMITTEE'] as const satisfies readonly OrganizationKind[];

export function isCommitteeKind(kind: OrganizationKind): boolean {
  return KIND_FACTS[kind].level === 3;
}
