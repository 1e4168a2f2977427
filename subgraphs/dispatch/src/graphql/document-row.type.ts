import type { Id, LocalDate } from '@hub/core';
import { UrgencyEnum } from '@hub/deadlines';
import { connectionOf, DateScalar, DateTimeScalar } from '@hub/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';

import type { DocumentFlatRow } from '../data/document-rows.read-model';
import type { DocumentKind } from '../domain/document-kind';
import type { DocumentState } from '../domain/document-state';
import type { Urgency } from '../domain/urgency';
import { DocumentKindEnum, DocumentStateEnum } from './document.enum';
import { DocumentProgress } from './document-progress.type';

@ObjectType({ description: '公文明细平表的一行：公文各栏，以及其收文的各项计数。' })
export class DocumentRow extends DocumentProgress implements DocumentFlatRow {
  @Field(() => ID, { description: '公文标识。' })
  documentId!: Id;

  @Field(() => String, { nullable: true, description: '发文字号；未登记为 null。' })
  documentNumber!: string | null;

  @Field(() => String, { description: '标题。' })
  title!: string;

  @Field(() => DocumentKindEnum, { description: '文种。' })
  kind!: DocumentKind;

  @Field(() => UrgencyEnum, { description: '紧急程度。' })
  urgency!: Urgency;

  @Field(() => DocumentStateEnum, { description: '当前状态。' })
  state!: DocumentState;

  @Field(() => String, { description: '发文机关名称。' })
  issuerName!: string;

  @Field(() => String, { description: '拟稿人姓名。' })
  drafterName!: string;

  @Field(() => String, { nullable: true, description: '签发人姓名；未签发为 null。' })
  approverName!: string | null;

  @Field(() => Int, { description: '字数。' })
  characterCount!: number;

  @Field(() => DateScalar, { nullable: true, description: '成文日期。' })
  writtenOn!: LocalDate | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '发出时间。' })
  issuedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: '公文最近一次变动时间；收文的签收、反馈不算公文变动。' })
  updatedAt!: Date;
}

@ObjectType({ description: '公文明细平表，新拟的在前；顺序固定，可逐页取完。' })
export class DocumentRowConnection extends connectionOf(DocumentRow) {}
