import type { Id, LocalDate } from '@hub/core';
import { UrgencyEnum } from '@hub/deadlines';
import { DateScalar, IsId } from '@hub/graphql';
import { Field, ID, InputType, Int } from 'type-graphql';

import type { Disclosure } from '../domain/disclosure';
import type { Direction, DocumentKind } from '../domain/document-kind';
import type { TextScope } from '../domain/economy';
import type { FeedbackKind } from '../domain/feedback';
import type { RuleId } from '../domain/finding';
import type { Urgency } from '../domain/urgency';
import { AudienceInput } from './audience.type';
import { DirectionEnum, DisclosureEnum, DocumentKindEnum, TextScopeEnum } from './document.enum';
import { DocumentDecisionInput } from './document-decision.input';
import { FeedbackKindEnum } from './feedback-kind.enum';
import { RuleIdEnum } from './finding.type';
import { RuleFactsInput } from './rule-facts.input';

@InputType({ description: '填表反馈的一栏。' })
export class FeedbackFormFieldInput {
  @Field(() => String, { description: '项目名，提交时使用。' })
  name!: string;

  @Field(() => String, { description: '栏目名称。' })
  label!: string;

  @Field(() => Boolean, { defaultValue: false, description: '是否必填。' })
  required!: boolean;
}

@InputType({ description: '反馈要求。' })
export class FeedbackRequirementInput {
  @Field(() => FeedbackKindEnum, { description: '反馈方式。' })
  kind!: FeedbackKind;

  @Field(() => [FeedbackFormFieldInput], { defaultValue: [], description: '填表各栏。' })
  fields!: FeedbackFormFieldInput[];

  @Field(() => [String], { defaultValue: [], description: '落实情况各阶段。' })
  stages!: string[];
}

/** The form of a draft, filled in whole each time. */
@InputType()
class DraftForm {
  @Field(() => DocumentKindEnum, { description: '文种。' })
  kind!: DocumentKind;

  @Field(() => DirectionEnum, { defaultValue: 'DOWNWARD', description: '行文方向。' })
  direction!: Direction;

  @Field(() => UrgencyEnum, { defaultValue: 'ORDINARY', description: '紧急程度。' })
  urgency!: Urgency;

  @Field(() => TextScopeEnum, { defaultValue: 'COMPREHENSIVE', description: '文稿性质。' })
  textScope!: TextScope;

  @Field(() => DisclosureEnum, { defaultValue: 'WITHHELD', description: '公开属性。' })
  disclosure!: Disclosure;

  @Field(() => String, { description: '全文，按印发的样子；可直接粘贴，标题、主送和附件说明由此读出。' })
  text!: string;

  @Field(() => String, { nullable: true, description: '标题，至多 200 字；省略则由全文读出。' })
  title?: string;

  @Field(() => String, { nullable: true, description: '所印主送机关；省略则由全文读出，null 为不标注。' })
  addresseeLine?: string | null;

  @Field(() => String, { nullable: true, description: '所印抄送机关；省略或 null 为不标注。' })
  copyLine?: string | null;

  @Field(() => [String], { nullable: true, description: '附件说明；省略则由全文读出。' })
  annexTitles?: string[];

  @Field(() => String, { nullable: true, description: '附注。' })
  note?: string | null;

  @Field(() => String, { nullable: true, description: '传达范围。' })
  conveyanceScope?: string | null;

  @Field(() => String, { nullable: true, description: '署名。' })
  signatory?: string | null;

  @Field(() => FeedbackRequirementInput, { nullable: true, description: '反馈要求；省略为仅签收。' })
  feedback?: FeedbackRequirementInput | null;

  @Field(() => DateScalar, { nullable: true, description: '写明的反馈期限，当日 18 时止。' })
  feedbackDueOn?: LocalDate | null;

  @Field(() => AudienceInput, { nullable: true, description: '分送范围；签发前须填。' })
  audience?: AudienceInput | null;

  @Field(() => RuleFactsInput, { nullable: true, description: '就行文规则所作的说明。' })
  ruleFacts?: RuleFactsInput | null;
}

@InputType({ description: '拟稿。' })
export class DraftDocumentInput extends DraftForm {
  @Field(() => ID, { description: '发文号序列。' })
  @IsId()
  seriesId!: Id;
}

@InputType({ description: '修改：整张表重新填写。' })
export class ReviseDocumentInput extends DraftForm {
  @Field(() => ID, { description: '公文标识。' })
  @IsId()
  documentId!: Id;

  @Field(() => Int, { description: '所见版本号。' })
  expectedVersion!: number;
}

@InputType({ description: '送审。' })
export class SubmitDocumentInput extends DocumentDecisionInput {
  @Field(() => Boolean, { description: '非涉密承诺：本文稿及附件不含国家秘密和工作秘密。' })
  notClassifiedPledge!: boolean;

  @Field(() => String, { nullable: true, description: '说明。' })
  opinion?: string | null;
}

@InputType({ description: '调整分送范围。' })
export class EditDistributionInput extends DocumentDecisionInput {
  @Field(() => AudienceInput, { description: '新的分送范围。' })
  audience!: AudienceInput;
}

@InputType({ description: '申请放行一项被阻止的规则。' })
export class OverrideRuleInput extends DocumentDecisionInput {
  @Field(() => RuleIdEnum, { description: '规则。' })
  ruleId!: RuleId;

  @Field(() => String, { nullable: true, description: '检查结果中的 evidence，原样填写。' })
  evidence?: string | null;

  @Field(() => String, { description: '理由，至多 500 字。' })
  reason!: string;
}

@InputType({ description: '确认放行，须为申请人以外的第二人。' })
export class ConfirmOverrideInput extends DocumentDecisionInput {
  @Field(() => ID, { description: '放行标识。' })
  @IsId()
  overrideId!: Id;
}
