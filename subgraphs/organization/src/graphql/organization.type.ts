import type { Id, LocalDate } from '@hub/core';
import { connectionOf, DateScalar } from '@hub/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import type { OrganizationEntity } from '../data/organization.entity';
import type { OrganizationKind } from '../domain/organization-kind';
import { OrganizationKindEnum, OrganizationStatusEnum } from './structure.enum';

@ObjectType({ description: '报送的党员人数；以统计日期当日为准。' })
export class MemberCounts {
  @Field(() => Int, { description: '正式党员人数。' })
  formal!: number;

  @Field(() => Int, { description: '预备党员人数。' })
  probationary!: number;

  @Field(() => DateScalar, { description: '统计日期。' })
  reportedOn!: LocalDate;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: '党组织：有隶属（审批、党费、统计）和指导（党组对机关党组织）两条关系。' })
export class Organization {
  @Field(() => ID, { description: '党组织标识。' })
  id!: Id;

  @Field(() => OrganizationKindEnum, { description: '党组织类型。' })
  kind!: OrganizationKind;

  @Field(() => String, { description: '党组织全称，与印章一致。' })
  name!: string;

  @Field(() => [ID], { description: '隶属路径：从工委到本组织的各级标识；党组不在隶属序列，只有自身。' })
  affiliationPath!: Id[];

  @Field(() => MemberCounts, { nullable: true, description: '最近一次报送的党员人数；未报送为 null。' })
  memberCounts!: MemberCounts | null;

  @Field(() => Boolean, { description: '是否设支部委员会（支部适用）。' })
  hasBranchCommittee!: boolean;

  @Field(() => String, { nullable: true, description: '全国党组织代码；未登记为 null。' })
  nationalCode!: string | null;

  @Field(() => OrganizationStatusEnum, { description: '党组织状态。' })
  status!: OrganizationEntity['status'];

  @Field(() => DateScalar, { description: '设立日期。' })
  effectiveFrom!: LocalDate;

  @Field(() => DateScalar, { nullable: true, description: '撤销日期；存续为 null。' })
  effectiveTo!: LocalDate | null;

  @Field(() => Int, { description: '版本号：变更时作为 expectedVersion 提交。' })
  version!: number;

  unitId!: Id;
  affiliationId!: Id | null;
  guidanceId!: Id | null;
}

export function toOrganization(row: OrganizationEntity): Organization {
  const { organizationId, kind, name, affiliationPath, hasBranchCommittee, nationalCode, status } = row;
  const { effectiveFrom, effectiveTo, version, unitId, affiliationId, guidanceId } = row;
  return {
    id: organizationId,
    kind,
    name,
    affiliationPath,
    memberCounts: memberCountsOf(row),
    hasBranchCommittee,
    nationalCode,
    status,
    effectiveFrom,
    effectiveTo,
    version,
    unitId,
    affiliationId,
    guidanceId,
  };
}

function memberCountsOf(row: OrganizationEntity): MemberCounts | null {
  const { formalMembers, probationaryMembers, membersReportedOn } = row;
  if (formalMembers === null || membersReportedOn === null) return null;
  return { formal: formalMembers, probationary: probationaryMembers ?? 0, reportedOn: membersReportedOn };
}

@ObjectType({ description: '党组织列表，按单位的机构序列，上级在前。' })
export class OrganizationConnection extends connectionOf(Organization) {}
