import type { Id, LocalDate } from '@hub/core';
import { DateScalar, DateTimeScalar, IsId } from '@hub/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

import type { DocumentKind } from '../domain/document-kind';
import type { DocumentState } from '../domain/document-state';
import { DocumentKindEnum, DocumentStateEnum } from './document.enum';

@InputType({ description: '公文筛选条件；各项同时满足。' })
export class DocumentFilterInput {
  @Field(() => [DocumentStateEnum], { nullable: true, description: '状态，任一。' })
  states?: DocumentState[] | null;

  @Field(() => [DocumentKindEnum], { nullable: true, description: '文种，任一。' })
  kinds?: DocumentKind[] | null;

  @Field(() => ID, { nullable: true, description: '发文号序列。' })
  @IsOptional()
  @IsId()
  seriesId?: Id | null;

  @Field(() => String, { nullable: true, description: '标题中的文字，或发文字号（括号、“第”、前导零写法不限）。' })
  @IsOptional()
  @MaxLength(200)
  search?: string | null;

  @Field(() => ID, { nullable: true, description: '拟稿人账号。' })
  @IsOptional()
  @IsId()
  draftedBy?: Id | null;

  @Field(() => DateScalar, { nullable: true, description: '成文日期起（含）。' })
  writtenFrom?: LocalDate | null;

  @Field(() => DateScalar, { nullable: true, description: '成文日期止（含）。' })
  writtenTo?: LocalDate | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '发出时间起（含）。' })
  issuedFrom?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '发出时间止（不含）。' })
  issuedTo?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '此时以后有变动的；供增量同步。' })
  updatedSince?: Date | null;
}
