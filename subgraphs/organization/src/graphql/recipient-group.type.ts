import type { Id } from '@hub/core';
import { DateTimeScalar } from '@hub/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';

import type { GroupRow, GroupVersionRow } from '../data/recipient-group.read-model';
import type { GroupRule } from '../domain/recipient-group';
import { GroupRuleEnum } from './structure.enum';

@ObjectType({ description: '收文分组的一个版本：签发时分组里有谁，随时可查。' })
export class RecipientGroupVersion {
  @Field(() => Int, { description: '版本号。' })
  version!: number;

  @Field(() => [ID], { description: '成员党组织标识。' })
  organizationIds!: Id[];

  @Field(() => DateTimeScalar, { description: '变更时间。' })
  changedAt!: Date;

  @Field(() => String, { description: '变更原因。' })
  reason!: string;
}

@ObjectType({ description: '收文分组：发文时可整体选用；除指定名单外，成员随机构变化自动更新并产生新版本。' })
export class RecipientGroup {
  @Field(() => ID, { description: '分组标识。' })
  id!: Id;

  @Field(() => String, { description: '分组名称。' })
  name!: string;

  @Field(() => GroupRuleEnum, { description: '成员规则。' })
  rule!: GroupRule;

  @Field(() => String, { nullable: true, description: '规则取值：片区标识、单位性质或党组织类型；无须取值为 null。' })
  ruleValue!: string | null;

  @Field(() => Int, { description: '版本号：增减成员时作为 expectedVersion 提交。' })
  version!: number;

  @Field(() => Int, { description: '成员个数。' })
  memberCount!: number;

  organizationIds!: readonly Id[];
}

export function toRecipientGroup({
  groupId,
  name,
  rule,
  ruleValue,
  version,
  organizationIds,
}: GroupRow): RecipientGroup {
  return { id: groupId, name, rule, ruleValue, version, memberCount: organizationIds.length, organizationIds };
}

export const toGroupVersion = (row: GroupVersionRow): RecipientGroupVersion => ({ ...row });
