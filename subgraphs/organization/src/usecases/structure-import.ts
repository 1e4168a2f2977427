import type { Id, LocalDate } from '@hub/core';

import type { AccountEntity } from '../data/account.entity';
import type { OrganizationEntity } from '../data/organization.entity';
import type { PostEntity } from '../data/post.entity';
import type { RecipientGroupEntity } from '../data/recipient-group.entity';
import type { SectionEntity } from '../data/section.entity';
import type { UnitEntity } from '../data/unit.entity';
import type { TermStartInput } from '../domain/term';

/** A whole committee as plain data; ids are the caller's, so that the parts can name each other. */
export interface StructureImport {
  readonly committee: ImportedCommittee;
  readonly units: readonly ImportedUnit[];
  /** Superiors come before their subordinates, leadership bodies before those they guide. */
  readonly organizations: readonly ImportedOrganization[];
  readonly sections: readonly ImportedSection[];
  readonly terms: readonly ImportedTerm[];
  readonly zones: readonly ImportedZone[];
  readonly groups: readonly ImportedGroup[];
  readonly accounts: readonly ImportedAccount[];
  readonly posts: readonly ImportedPost[];
  /** First password of every account. */
  readonly password: string;
}

export interface ImportedCommittee {
  readonly committeeId: Id;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
}

export type ImportedUnit = Pick<
  UnitEntity,
  'unitId' | 'name' | 'shortName' | 'nature' | 'sector' | 'protocolOrder' | 'isFictitious' | 'effectiveFrom'
>;

export type ImportedOrganization = Pick<
  OrganizationEntity,
  | 'organizationId'
  | 'unitId'
  | 'kind'
  | 'name'
  | 'affiliationId'
  | 'guidanceId'
  | 'hasBranchCommittee'
  | 'formalMembers'
  | 'probationaryMembers'
  | 'membersReportedOn'
  | 'effectiveFrom'
>;

export type ImportedSection = Omit<SectionEntity, 'committeeId' | 'active'>;

export interface ImportedTerm extends TermStartInput {
  readonly termId: Id;
  readonly organizationId: Id;
}

export interface ImportedZone {
  readonly zoneId: Id;
  readonly name: string;
  readonly contactLeaderPostId: Id | null;
  /** Its units in that year. */
  readonly year: number;
  readonly unitIds: readonly Id[];
}

export interface ImportedGroup extends Pick<RecipientGroupEntity, 'groupId' | 'name' | 'rule' | 'ruleValue'> {
  /** Members of a list; a rule finds its own. */
  readonly organizationIds: readonly Id[];
}

export type ImportedAccount = Pick<AccountEntity, 'accountId' | 'loginName' | 'displayName'>;

export interface ImportedPost
  extends Pick<PostEntity, 'postId' | 'accountId' | 'organizationId' | 'sectionId' | 'role' | 'title'> {
  readonly heldFrom: LocalDate;
}
