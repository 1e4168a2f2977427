import type { Id } from '@hub/core';
import { Field, ObjectType } from 'type-graphql';

import { MEMBER_WARNINGS, type MemberWarning, type WarningSeverity } from '../domain/member-warnings';
import type { OrganizationWarnings } from '../usecases/read-member-warnings';
import { MemberWarningEnum, WarningSeverityEnum } from './structure.enum';

@ObjectType({ description: '设置评估：按报送的党员人数计算，供研究决定，平台不自动调整任何党组织。' })
export class OrganizationWarning {
  @Field(() => MemberWarningEnum, { description: '评估结果。' })
  warning!: MemberWarning;

  @Field(() => WarningSeverityEnum, { description: '提示级别。' })
  severity!: WarningSeverity;

  @Field(() => String, { description: '提示内容。' })
  text!: string;

  organizationId!: Id;
}

export function toOrganizationWarning({ organizationId, warning }: OrganizationWarnings): OrganizationWarning {
  return { organizationId, warning, ...MEMBER_WARNINGS[warning] };
}
