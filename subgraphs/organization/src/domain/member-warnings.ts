import type { Id } from '@hub/core';

import { isCommitteeKind, MEMBER_BRANCHES, type OrganizationKind } from './organization-kind';

export const WARNING_SEVERITIES = { WARN: '警示', SUGGEST: '建议', INFO: '提示' } as const;

export type WarningSeverity = keyof typeof WARNING_SEVERITIES;

interface WarningFacts {
  readonly severity: WarningSeverity;
  readonly text: string;
}

/** Evaluation of member numbers (DOMAIN 1.1). Computed for people to judge; the hub never changes anything by it. */
export const MEMBER_WARNINGS = {
  BRANCH_TOO_SMALL: { severity: 'WARN', text: '不足3名正式党员：应调整为联合支部或撤销' },
  BRANCH_TOO_LARGE: { severity: 'WARN', text: '党员超过50人' },
  BRANCH_COMMITTEE_MISSING: { severity: 'WARN', text: '正式党员7人以上，应设支部委员会' },
  BRANCH_COMMITTEE_SURPLUS: { severity: 'INFO', text: '正式党员不足7人，只设书记，必要时设副书记' },
  GENERAL_BRANCH_ADVISED: { severity: 'SUGGEST', text: '党员50人以上、不足100人，可设党总支' },
  ORGAN_COMMITTEE_ADVISED: { severity: 'SUGGEST', text: '党员100人以上，可设机关党委' },
  DISCIPLINE_COMMITTEE_MISSING: { severity: 'WARN', text: '机关党委应当设立机关纪委' },
} as const satisfies Readonly<Record<string, WarningFacts>>;

export type MemberWarning = keyof typeof MEMBER_WARNINGS;

const BRANCH_MINIMUM_FORMAL = 3;
const BRANCH_MAXIMUM = 50;
const BRANCH_COMMITTEE_FROM_FORMAL = 7;
const GENERAL_BRANCH_FROM = 50;
const ORGAN_COMMITTEE_FROM = 100;

/** An organisation as its reported numbers show it. */
export interface CountedOrganization {
  readonly organizationId: Id;
  readonly kind: OrganizationKind;
  /** Null until first reported: nothing is concluded from a number nobody gave. */
  readonly formalMembers: number | null;
  readonly probationaryMembers: number | null;
  readonly hasBranchCommittee: boolean;
  /** It is the one that stands for its whole unit: the unit's addressee. */
  readonly isUnitAddressee: boolean;
  readonly hasDisciplineCommittee: boolean;
}

export function memberWarnings(organization: CountedOrganization): MemberWarning[] {
  const { kind, formalMembers: formal } = organization;
  const warnings: MemberWarning[] = [];
  if (formal !== null) {
    const all = formal + (organization.probationaryMembers ?? 0);
    if (MEMBER_BRANCHES.includes(kind)) warnings.push(...branchWarnings(formal, all, organization.hasBranchCommittee));
    if (organization.isUnitAddressee) warnings.push(...unitWarnings(kind, all));
  }
  if (kind === 'ORGAN_COMMITTEE' && !organization.hasDisciplineCommittee) warnings.push('DISCIPLINE_COMMITTEE_MISSING');
  return warnings;
}

function branchWarnings(formal: number, all: number, hasBranchCommittee: boolean): MemberWarning[] {
  const warnings: MemberWarning[] = [];
  if (formal < BRANCH_MINIMUM_FORMAL) warnings.push('BRANCH_TOO_SMALL');
  // Exactly 50 is legal as a branch and enough for a general branch: suggested, not warned.
  if (all > BRANCH_MAXIMUM) warnings.push('BRANCH_TOO_LARGE');
  const needsCommittee = formal >= BRANCH_COMMITTEE_FROM_FORMAL;
  if (needsCommittee && !hasBranchCommittee) warnings.push('BRANCH_COMMITTEE_MISSING');
  if (!needsCommittee && hasBranchCommittee) warnings.push('BRANCH_COMMITTEE_SURPLUS');
  return warnings;
}

function unitWarnings(kind: OrganizationKind, all: number): MemberWarning[] {
  if (all >= ORGAN_COMMITTEE_FROM) return isCommitteeKind(kind) ? [] : ['ORGAN_COMMITTEE_ADVISED'];
  return all >= GENERAL_BRANCH_FROM && MEMBER_BRANCHES.includes(kind) ? ['GENERAL_BRANCH_ADVISED'] : [];
}
