import type { Id } from '@hub/core';
import { connectionOf } from '@hub/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';

import type { ComparedRecipient, DistributionRow } from '../data/distribution.read-model';
import type { DistributionRole, Duty } from '../domain/duty';
import type { DistributionPreview as Preview } from '../usecases/preview-distribution';
import { DistributionRoleEnum, DutyEnum } from './distribution.enum';
import { OrganizationStub } from './organization.stub';
import { UnitStub } from './unit.stub';

@ObjectType({
  description: '分送：公文发给谁、地位如何、要办什么；登记编号时确定（公文处理工作条例第二十五条第二项）。',
})
export class Distribution {
  @Field(() => Int, { description: '次序，按机构序列。' })
  position!: number;

  @Field(() => OrganizationStub, { nullable: true, description: '收文党组织；平台以外的机关为 null。' })
  organization!: OrganizationStub | null;

  @Field(() => String, { nullable: true, description: '平台以外的机关名称（发纸质件）。' })
  externalName!: string | null;

  @Field(() => DistributionRoleEnum, { description: '主送、抄送或分送。' })
  role!: DistributionRole;

  @Field(() => DutyEnum, { description: '办理要求。' })
  duty!: Duty;

  @Field(() => Int, { description: '份数。' })
  copies!: number;

  @Field(() => String, { description: '列入的来由：分组名称、单独列入、平台以外或补发。' })
  source!: string;
}

const SOURCES: Readonly<Record<string, string>> = {
  ORGANIZATION: '单独列入',
  EXTERNAL: '平台以外',
  CONFIRMED: '发出时确认列入',
  REISSUE: '补发',
};

export function toDistribution({ organizationId, source, ...row }: DistributionRow): Distribution {
  return {
    ...row,
    organization: organizationId === null ? null : { id: organizationId },
    source: SOURCES[source] ?? source,
  };
}

@ObjectType({ description: '分送列表。' })
export class DistributionConnection extends connectionOf(Distribution) {}

@ObjectType({ description: '签发以后分组成员的一处变化。' })
export class RecipientChange {
  @Field(() => OrganizationStub, { description: '党组织。' })
  organization!: OrganizationStub;

  @Field(() => String, { description: '党组织名称。' })
  organizationName!: string;

  @Field(() => UnitStub, { description: '所属单位。' })
  unit!: UnitStub;

  @Field(() => String, { description: '单位名称。' })
  unitName!: string;

  @Field(() => DistributionRoleEnum, { description: '分送角色。' })
  role!: DistributionRole;

  @Field(() => DutyEnum, { description: '办理要求。' })
  duty!: Duty;

  @Field(() => Boolean, { description: '党组织是否仍在；已撤销的不能再发。' })
  active!: boolean;
}

@ObjectType({ description: '分送预览：签发时的范围，以及此后加入或离开的单位；发出前须逐一确认。' })
export class DistributionPreview {
  @Field(() => ID, { description: '公文标识。' })
  documentId!: Id;

  @Field(() => Int, { description: '签发时的党组织数。' })
  approvedCount!: number;

  @Field(() => [RecipientChange], { description: '签发以后加入的。' })
  joined!: RecipientChange[];

  @Field(() => [RecipientChange], { description: '签发以后离开的。' })
  left!: RecipientChange[];

  @Field(() => String, { description: '范围版本：发出时原样提交，范围再有变化则拒绝。' })
  recipientVersion!: string;
}

function toRecipientChange({ organizationId, unitId, ...recipient }: ComparedRecipient): RecipientChange {
  return { ...recipient, organization: { id: organizationId }, unit: { id: unitId } };
}

export function toDistributionPreview({ joined, left, ...preview }: Preview): DistributionPreview {
  return { ...preview, joined: joined.map(toRecipientChange), left: left.map(toRecipientChange) };
}
