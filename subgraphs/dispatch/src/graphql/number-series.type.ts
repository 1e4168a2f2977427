import { type Id, ROLES, type Role } from '@hub/core';
import { DateTimeScalar, described, enumOf } from '@hub/graphql';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

import type { NumberSeriesRow } from '../data/number-series.read-model';
import type { DocumentKind } from '../domain/document-kind';
import { NUMBER_STATUSES, type NumberStatus } from '../domain/number-allocation';
import { STEP_KINDS, STEP_NAMES, type StepKind } from '../domain/series-step';
import { DocumentKindEnum } from './document.enum';
import { OrganizationStub } from './organization.stub';

export const StepKindEnum = enumOf<StepKind>(STEP_KINDS);

registerEnumType(StepKindEnum, {
  name: 'StepKind',
  description: '发文办理环节，次序固定，可按序列增减。',
  valuesConfig: Object.fromEntries(STEP_KINDS.map((kind) => [kind, { description: `${STEP_NAMES[kind]}。` }])),
});

export const DrafterOrStepEnum = enumOf<StepKind | 'DRAFT'>(['DRAFT', ...STEP_KINDS]);

registerEnumType(DrafterOrStepEnum, {
  name: 'DraftOrStep',
  description: '拟稿或某一办理环节。',
  valuesConfig: described(STEP_NAMES),
});

export const NumberStatusEnum = enumOf<NumberStatus>(NUMBER_STATUSES);

registerEnumType(NumberStatusEnum, {
  name: 'NumberStatus',
  description: '发文字号状态。',
  valuesConfig: {
    RESERVED: { description: '预留。' },
    ASSIGNED: { description: '已登记，未发出。' },
    RELEASED: { description: '已发出，不得再用。' },
    VOIDED: { description: '空号：未发出而作废，说明理由后可再用。' },
  },
});

export const SignerRoleEnum = enumOf<Role>(ROLES);

registerEnumType(SignerRoleEnum, { name: 'StepRole', description: '可办理某一环节的岗位角色。' });

@ObjectType({ description: '发文办理的一个环节。' })
export class SeriesStepType {
  @Field(() => StepKindEnum, { description: '环节。' })
  kind!: StepKind;

  @Field(() => [SignerRoleEnum], { description: '可办理的岗位角色。' })
  roles!: readonly Role[];

  @Field(() => [DrafterOrStepEnum], { description: '不得由同一人兼办的环节。' })
  notBy!: readonly (StepKind | 'DRAFT')[];
}

@Directive('@key(fields: "id")')
@ObjectType({ description: '发文号序列：同一机关代字按年编号；工委、办公室、纪检监察工委各自成序。' })
export class NumberSeries {
  @Field(() => ID, { description: '序列标识。' })
  id!: Id;

  @Field(() => String, { description: '机关代字，例如“焦直文”。' })
  prefix!: string;

  @Field(() => String, { description: '序列名称。' })
  name!: string;

  @Field(() => OrganizationStub, { description: '发文机关。' })
  issuer!: OrganizationStub;

  @Field(() => String, { description: '发文机关名称。' })
  issuerName!: string;

  @Field(() => [DocumentKindEnum], { description: '适用文种。' })
  kinds!: readonly DocumentKind[];

  @Field(() => [SeriesStepType], { description: '拟稿之后、发出之前的办理环节，按次序。' })
  steps!: readonly SeriesStepType[];

  @Field(() => String, { nullable: true, description: '用印名称；不用印为 null。' })
  sealName!: string | null;

  @Field(() => Boolean, { description: '是否在用。' })
  active!: boolean;

  @Field(() => Int, { description: '版本号。' })
  version!: number;
}

export function toNumberSeries({ issuerOrganizationId, ...row }: NumberSeriesRow): NumberSeries {
  return { ...row, issuer: { id: issuerOrganizationId } };
}

@ObjectType({ description: '发文登记簿的一行：每个字号都有去向，空号有理由。' })
export class RegisteredNumber {
  @Field(() => Int, { description: '发文顺序号。' })
  sequence!: number;

  @Field(() => NumberStatusEnum, { description: '字号状态。' })
  status!: NumberStatus;

  @Field(() => ID, { nullable: true, description: '所属公文；预留、空号为 null。' })
  documentId!: Id | null;

  @Field(() => String, { nullable: true, description: '预留、作废或再用的理由。' })
  reason!: string | null;

  @Field(() => String, { description: '经办人姓名。' })
  decidedByName!: string;

  @Field(() => DateTimeScalar, { description: '登记时间。' })
  decidedAt!: Date;
}
