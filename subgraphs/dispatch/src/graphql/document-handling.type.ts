import type { Id } from '@hub/core';
import { DateTimeScalar } from '@hub/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ActRow, HandlingRow } from '../data/handling.read-model';
import type { Disclosure } from '../domain/disclosure';
import { type DocumentAct, type DocumentState, possibleActs } from '../domain/document-state';
import type { TextScope } from '../domain/economy';
import type { RuleId } from '../domain/finding';
import { evaluateRules } from '../domain/routing-rules';
import { toPaper } from '../domain/rule-facts';
import { AudienceType } from './audience.type';
import { DisclosureEnum, DocumentActEnum, DocumentStateEnum, TextScopeEnum } from './document.enum';
import { Finding, RuleIdEnum } from './finding.type';

@ObjectType('DocumentAct', { description: '发文处理单的一行：谁以什么岗位、在何时、办了什么、写了什么意见。' })
export class DocumentActType {
  @Field(() => Int, { description: '次序，从 1 起。' })
  ordinal!: number;

  @Field(() => DocumentActEnum, { description: '动作。' })
  act!: DocumentAct | 'DRAFT';

  @Field(() => DocumentStateEnum, { nullable: true, description: '办理前的状态；拟稿为 null。' })
  fromState!: DocumentState | null;

  @Field(() => DocumentStateEnum, { description: '办理后的状态。' })
  toState!: DocumentState;

  @Field(() => String, { nullable: true, description: '意见或理由。' })
  opinion!: string | null;

  @Field(() => String, { description: '意见所针对的文本摘要（SHA-256）。' })
  textDigest!: string;

  @Field(() => String, { description: '办理人姓名。' })
  personName!: string;

  @Field(() => String, { description: '办理人岗位。' })
  postTitle!: string;

  @Field(() => DateTimeScalar, { description: '办理时间。' })
  at!: Date;
}

export function toDocumentAct({ documentId: _, ...row }: ActRow): DocumentActType {
  return row;
}

@ObjectType({ description: '放行：一项被阻止的规则，说明理由并由第二人确认后可继续办理。' })
export class RuleOverride {
  @Field(() => ID, { description: '放行标识。' })
  id!: Id;

  @Field(() => RuleIdEnum, { description: '规则。' })
  ruleId!: RuleId;

  @Field(() => String, { nullable: true, description: '所放行的文字；同一规则的其他问题不在内。' })
  evidence!: string | null;

  @Field(() => String, { description: '理由。' })
  reason!: string;

  @Field(() => String, { description: '申请人姓名。' })
  requestedByName!: string;

  @Field(() => DateTimeScalar, { description: '申请时间。' })
  requestedAt!: Date;

  @Field(() => String, { nullable: true, description: '确认人姓名；待确认为 null。' })
  confirmedByName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '确认时间；待确认为 null。' })
  confirmedAt!: Date | null;
}

@ObjectType({ description: '公文的办理情况：拟稿、审核、签发的经过，仅工委可见。' })
export class DocumentHandling {
  @Field(() => [DocumentActEnum], { description: '当前状态下可做的动作；能否由本人办理另看岗位。' })
  possibleActs!: readonly DocumentAct[];

  @Field(() => [Finding], { description: '行文规则检查结果。' })
  findings!: readonly Finding[];

  @Field(() => AudienceType, { description: '分送范围：分组、单独列入、排除和平台以外的机关。' })
  audience!: AudienceType;

  @Field(() => TextScopeEnum, { description: '文稿性质。' })
  textScope!: TextScope;

  @Field(() => DisclosureEnum, { description: '公开属性。' })
  disclosure!: Disclosure;

  @Field(() => Int, { description: '字数：附件说明以前的全部印刷字符。' })
  characterCount!: number;

  @Field(() => String, { description: '拟稿人姓名。' })
  drafterName!: string;

  @Field(() => DateTimeScalar, { description: '拟稿时间。' })
  draftedAt!: Date;

  @Field(() => String, { nullable: true, description: '签发人姓名；未签发为 null。' })
  approverName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '签发时间；未签发为 null。' })
  approvedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '拟稿人作出非涉密承诺的时间。' })
  pledgedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '保密审查完成时间。' })
  secrecyReviewedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '登记编号、文本冻结时间。' })
  textFrozenAt!: Date | null;

  @Field(() => String, { nullable: true, description: '档号。' })
  archiveNumber!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '归档时间；未归档为 null。' })
  archivedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: '最近变动时间。' })
  updatedAt!: Date;

  documentId!: Id;
  seriesId!: Id;
}

export function toDocumentHandling(row: HandlingRow): DocumentHandling {
  return { ...row, possibleActs: possibleActs(row.steps, row.state), findings: evaluateRules(toPaper(row)) };
}
