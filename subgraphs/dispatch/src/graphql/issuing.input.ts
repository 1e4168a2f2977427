import type { Id, LocalDate } from '@hub/core';
import { DateScalar, IsId } from '@hub/graphql';
import { Field, ID, InputType } from 'type-graphql';

import { DocumentDecisionInput, DocumentOpinionInput, DocumentReasonInput } from './document-decision.input';

@InputType({ description: '核稿。' })
export class CheckDocumentInput extends DocumentOpinionInput {
  @Field(() => Boolean, { description: '保密审查已完成，由拟稿人以外的第二人作出。' })
  secrecyReviewed!: boolean;
}

@InputType({ description: '签发。' })
export class ApproveForIssueInput extends DocumentOpinionInput {
  @Field(() => DateScalar, { nullable: true, description: '成文日期；省略为当日，不得晚于当日。' })
  writtenOn?: LocalDate | null;

  @Field(() => Boolean, { defaultValue: true, description: '是否由主要负责人签发（上行文必须）。' })
  asMainLeader!: boolean;

  @Field(() => Boolean, { nullable: true, description: '保密审查已完成；序列没有核稿环节时必填。' })
  secrecyReviewed?: boolean | null;
}

@InputType({ description: '登记编号。' })
export class AssignNumberInput extends DocumentOpinionInput {
  @Field(() => String, {
    nullable: true,
    description: '指定的发文字号，须合规范写法；省略为下一个。可为预留号或空号，须写理由。',
  })
  documentNumber?: string | null;

  @Field(() => String, { nullable: true, description: '使用预留号、空号或倒签的理由。' })
  reason?: string | null;
}

@InputType({ description: '作废字号。' })
export class VoidNumberInput extends DocumentDecisionInput {
  @Field(() => String, { description: '理由。' })
  reason!: string;
}

@InputType({ description: '对签发后变化的单位的确认。' })
export class RecipientConfirmationInput {
  @Field(() => [ID], { defaultValue: [], description: '列入：加入的照发，离开的仍发。' })
  @IsId({ each: true })
  include!: Id[];

  @Field(() => [ID], { defaultValue: [], description: '不列入：加入的暂不发（可补发），离开的不再发。' })
  @IsId({ each: true })
  leaveOut!: Id[];
}

@InputType({ description: '发出。' })
export class IssueDocumentInput extends DocumentDecisionInput {
  @Field(() => String, { description: '分送预览所给的范围版本，原样提交。' })
  recipientVersion!: string;

  @Field(() => RecipientConfirmationInput, { nullable: true, description: '签发后有单位加入或离开时必填，逐一确认。' })
  confirmation?: RecipientConfirmationInput | null;
}

@InputType({ description: '归档。' })
export class ArchiveDocumentInput extends DocumentDecisionInput {
  @Field(() => String, { nullable: true, description: '档号。' })
  archiveNumber?: string | null;
}

@InputType({ description: '撤销或废止的依据。' })
export class EndingBasisInput {
  @Field(() => String, { description: '决定机关。' })
  decidedBy!: string;

  @Field(() => String, { description: '依据文件。' })
  basisDocument!: string;

  @Field(() => DateScalar, { description: '决定日期。' })
  decidedOn!: LocalDate;
}

@InputType({ description: '撤销。' })
export class RevokeDocumentInput extends DocumentReasonInput {
  @Field(() => EndingBasisInput, { description: '依据。' })
  basis!: EndingBasisInput;
}

@InputType({ description: '废止。' })
export class AbolishDocumentInput extends DocumentReasonInput {
  @Field(() => EndingBasisInput, { description: '依据。' })
  basis!: EndingBasisInput;

  @Field(() => DateScalar, { description: '废止日期，可为将来。' })
  abolishedOn!: LocalDate;
}
