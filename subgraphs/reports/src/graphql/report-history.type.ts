import type { Id, LocalDate } from '@hub/core';
import { DateScalar, DateTimeScalar } from '@hub/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';

import type { AdoptionRow, ReturnRow, VersionRow } from '../data/report-history.read-model';
import type { AdoptionLevel } from '../domain/adoption';
import type { ReportReturnReason } from '../domain/report-return';
import { AdoptionLevelEnum, ReportReturnReasonEnum } from './report.enum';

@ObjectType({ description: '报送内容的一个版本；工委只看到报送过的。' })
export class ReportVersion {
  @Field(() => Int, { description: '第几版，从 1 起。' })
  number!: number;

  @Field(() => DateTimeScalar, { description: '保存时间。' })
  savedAt!: Date;

  @Field(() => String, { description: '填写人姓名。' })
  savedByName!: string;

  @Field(() => Boolean, { description: '是否报送过。' })
  handedIn!: boolean;

  @Field(() => Boolean, { description: '是否已定稿：签发、报送或退回以后不再变动。' })
  frozen!: boolean;
}

export const toVersion = ({ number, savedAt, savedByName, handedIn, frozenAt }: VersionRow): ReportVersion => ({
  number,
  savedAt,
  savedByName,
  handedIn,
  frozen: frozenAt !== null,
});

@ObjectType({ description: '退回时标注的一个项目。' })
export class ReportFieldMark {
  @Field(() => String, { description: '项目代码。' })
  key!: string;

  @Field(() => String, { nullable: true, description: '标注。' })
  note!: string | null;
}

@ObjectType({ description: '一次退回。' })
export class ReportReturn {
  @Field(() => Boolean, { description: '是否由工委退回；否则为单位内退回，只有本单位看得到。' })
  byOffice!: boolean;

  @Field(() => Int, { description: '所退回的版本。' })
  contentNumber!: number;

  @Field(() => [ReportReturnReasonEnum], { description: '理由；单位内退回的为空。' })
  reasons!: readonly ReportReturnReason[];

  @Field(() => [ReportFieldMark], { description: '标注的项目。' })
  marks!: readonly ReportFieldMark[];

  @Field(() => String, { nullable: true, description: '说明。' })
  note!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '补报期限。' })
  dueAt!: Date | null;

  @Field(() => String, { description: '退回人姓名。' })
  returnedByName!: string;

  @Field(() => DateTimeScalar, { description: '退回时间。' })
  returnedAt!: Date;
}

export const toReturn = (row: ReturnRow): ReportReturn => ({
  ...row,
  byOffice: row.reasons.length > 0,
});

@ObjectType({ description: '采用：只作信息工作统计，不作考核依据。' })
export class ReportAdoption {
  @Field(() => ID, { description: '采用标识。' })
  id!: Id;

  @Field(() => AdoptionLevelEnum, { description: '级别。' })
  level!: AdoptionLevel;

  @Field(() => String, { description: '采用渠道。' })
  channel!: string;

  @Field(() => DateScalar, { description: '采用日期。' })
  adoptedOn!: LocalDate;

  @Field(() => String, { description: '登记人姓名。' })
  recordedByName!: string;

  @Field(() => DateTimeScalar, { description: '登记时间。' })
  recordedAt!: Date;
}

export const toAdoption = ({ adoptionId, reportId: _, ...row }: AdoptionRow): ReportAdoption => ({
  ...row,
  id: adoptionId,
});
