import type { Id, LocalDate } from '@hub/core';
import { UrgencyEnum } from '@hub/deadlines';
import { connectionOf, DateScalar, DateTimeScalar } from '@hub/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import type { PaperRow } from '../data/document.read-model';
import type { Direction, DocumentKind } from '../domain/document-kind';
import type { DocumentState } from '../domain/document-state';
import type { FeedbackKind } from '../domain/feedback';
import type { Urgency } from '../domain/urgency';
import { DirectionEnum, DocumentKindEnum, DocumentStateEnum } from './document.enum';
import { FeedbackKindEnum } from './feedback-kind.enum';
import { OrganizationStub } from './organization.stub';

@ObjectType({ description: '填表反馈的一栏。' })
export class FeedbackFormField {
  @Field(() => String, { description: '项目名，提交时使用。' })
  name!: string;

  @Field(() => String, { description: '栏目名称。' })
  label!: string;

  @Field(() => Boolean, { description: '是否必填。' })
  required!: boolean;
}

@ObjectType({ description: '反馈要求：签收之外要求收文单位做什么。' })
export class FeedbackRequirementType {
  @Field(() => FeedbackKindEnum, { description: '反馈方式；仅签收为 NONE。' })
  kind!: FeedbackKind;

  @Field(() => [FeedbackFormField], { description: '填表各栏；其他方式为空。' })
  fields!: readonly FeedbackFormField[];

  @Field(() => [String], { description: '落实情况各阶段；其他方式为空。' })
  stages!: readonly string[];
}

@ObjectType({ description: '撤销或废止的依据（党政机关公文处理工作条例）。' })
export class EndingBasisType {
  @Field(() => String, { description: '决定机关。' })
  decidedBy!: string;

  @Field(() => String, { description: '依据文件。' })
  basisDocument!: string;

  @Field(() => DateScalar, { description: '决定日期。' })
  decidedOn!: LocalDate;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: '公文：印发的文本及其状态。单位只能看到发给本单位且未撤回、未清退的公文。' })
export class Document {
  @Field(() => ID, { description: '公文标识。' })
  id!: Id;

  @Field(() => DocumentKindEnum, { description: '文种。' })
  kind!: DocumentKind;

  @Field(() => DirectionEnum, { description: '行文方向。' })
  direction!: Direction;

  @Field(() => UrgencyEnum, { description: '紧急程度。' })
  urgency!: Urgency;

  @Field(() => String, {
    nullable: true,
    description: '发文字号，例如“焦直文〔2020〕140号”（GB/T 9704—2012 第7.2.5条）；未登记为 null。',
  })
  documentNumber!: string | null;

  @Field(() => String, { description: '标题。' })
  title!: string;

  @Field(() => String, { description: '全文，按印发的样子。' })
  text!: string;

  @Field(() => String, { nullable: true, description: '所印主送机关，含末尾冒号；未标注为 null。' })
  addresseeLine!: string | null;

  @Field(() => String, { nullable: true, description: '所印抄送机关；未标注为 null。' })
  copyLine!: string | null;

  @Field(() => [String], { description: '附件说明：附件名称，按次序。' })
  annexTitles!: readonly string[];

  @Field(() => String, { nullable: true, description: '附注。' })
  note!: string | null;

  @Field(() => String, { nullable: true, description: '传达范围。' })
  conveyanceScope!: string | null;

  @Field(() => OrganizationStub, { description: '发文机关。' })
  issuer!: OrganizationStub;

  @Field(() => String, { description: '发文机关名称，拟稿时的写法。' })
  issuerName!: string;

  @Field(() => String, { nullable: true, description: '署名。' })
  signatory!: string | null;

  @Field(() => DateScalar, { nullable: true, description: '成文日期：负责人签发的日期；未签发为 null。' })
  writtenOn!: LocalDate | null;

  @Field(() => DateScalar, { nullable: true, description: '印发日期；未发出为 null。' })
  printedOn!: LocalDate | null;

  @Field(() => FeedbackRequirementType, { description: '反馈要求。' })
  feedbackRequirement!: FeedbackRequirementType;

  @Field(() => DateScalar, { nullable: true, description: '发文机关写明的反馈期限（如“10月30日前”）；未写明为 null。' })
  feedbackDueOn!: LocalDate | null;

  @Field(() => DocumentStateEnum, { description: '当前状态。' })
  state!: DocumentState;

  @Field(() => String, { description: '文本的 SHA-256 摘要，十六进制；签发意见与签收都针对它。' })
  textDigest!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: '发出时间；未发出为 null。' })
  issuedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '撤销时间：自始无效；未撤销为 null。' })
  revokedAt!: Date | null;

  @Field(() => DateScalar, { nullable: true, description: '废止日期：自该日起失效；未废止为 null。' })
  abolishedOn!: LocalDate | null;

  @Field(() => EndingBasisType, { nullable: true, description: '撤销或废止的依据。' })
  endingBasis!: EndingBasisType | null;

  @Field(() => Int, { description: '版本号：办理时作为 expectedVersion 提交。' })
  version!: number;
}

export function toDocument({ issuerOrganizationId, ...row }: PaperRow): Document {
  return { ...row, issuer: { id: issuerOrganizationId } };
}

@ObjectType({ description: '公文列表。' })
export class DocumentConnection extends connectionOf(Document) {}
