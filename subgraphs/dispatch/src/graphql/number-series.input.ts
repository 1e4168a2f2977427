import type { Id, Role } from '@hub/core';
import { IsId } from '@hub/graphql';
import { ArrayNotEmpty, MaxLength, Min, MinLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

import type { DocumentKind } from '../domain/document-kind';
import type { StepKind } from '../domain/series-step';
import { DocumentKindEnum } from './document.enum';
import { DrafterOrStepEnum, SignerRoleEnum, StepKindEnum } from './number-series.type';

@InputType({ description: '发文办理的一个环节。' })
export class SeriesStepInput {
  @Field(() => StepKindEnum, { description: '环节。' })
  kind!: StepKind;

  @Field(() => [SignerRoleEnum], { description: '可办理的岗位角色。' })
  roles!: Role[];

  @Field(() => [DrafterOrStepEnum], { defaultValue: [], description: '不得由同一人兼办的环节。' })
  notBy!: (StepKind | 'DRAFT')[];
}

@InputType({ description: '设立发文号序列。' })
export class CreateNumberSeriesInput {
  @Field(() => String, { description: '机关代字，2 至 12 个汉字，例如“焦直文”。' })
  prefix!: string;

  @Field(() => String, { description: '序列名称，2 至 60 字。' })
  @MinLength(2)
  @MaxLength(60)
  name!: string;

  @Field(() => ID, { description: '发文机关。' })
  @IsId()
  issuerOrganizationId!: Id;

  @Field(() => [DocumentKindEnum], { description: '适用文种，至少一种。' })
  @ArrayNotEmpty()
  kinds!: DocumentKind[];

  @Field(() => [SeriesStepInput], {
    nullable: true,
    description: '办理环节；省略为核稿、签发、复核、登记编号。',
  })
  steps?: SeriesStepInput[] | null;

  @Field(() => String, { nullable: true, description: '用印名称。' })
  sealName?: string | null;
}

@InputType({ description: '预留字号。' })
export class ReserveNumbersInput {
  @Field(() => ID, { description: '发文号序列。' })
  @IsId()
  seriesId!: Id;

  @Field(() => Int, { description: '年份。' })
  year!: number;

  @Field(() => Int, { description: '个数，1 至 100。' })
  count!: number;

  @Field(() => String, { description: '理由。' })
  reason!: string;
}

@InputType({ description: '沿用平台启用前的字号。' })
export class AdoptNumbersInput {
  @Field(() => ID, { description: '发文号序列。' })
  @IsId()
  seriesId!: Id;

  @Field(() => Int, { description: '年份。' })
  year!: number;

  @Field(() => Int, { description: '平台启用前该年已发出的最后一号，不小于 1。' })
  @Min(1)
  lastSequence!: number;

  @Field(() => String, { description: '说明，例如“平台启用前纸质印发”。' })
  reason!: string;
}
