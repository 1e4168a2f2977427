import type { Id } from '@hub/core';
import { connectionOf, DateTimeScalar } from '@hub/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import type { ReceiptRow } from '../data/receipt.read-model';
import type { DistributionRole, Duty } from '../domain/duty';
import { formatReceiptId } from '../domain/receipt-key';
import type { ReceiptState } from '../domain/receipt-state';
import { DistributionRoleEnum, DutyEnum } from './distribution.enum';
import { OrganizationStub } from './organization.stub';
import { PostStub } from './post.stub';
import { ReceiptStateEnum } from './receipt.enum';
import { UnitStub } from './unit.stub';

@ObjectType({ description: '签收：单位对所收公文的正式签收，与个人阅读不同（公文处理工作条例第二十四条）。' })
export class Acknowledgement {
  @Field(() => DateTimeScalar, { description: '签收时间。' })
  at!: Date;

  @Field(() => String, { description: '签收人姓名，签收时的写法。' })
  name!: string;

  @Field(() => String, { description: '签收人岗位，签收时的写法。' })
  postTitle!: string;

  @Field(() => PostStub, { description: '签收岗位。' })
  post!: PostStub;

  @Field(() => String, { description: '所签收文本的 SHA-256 摘要，十六进制。' })
  textDigest!: string;
}

@ObjectType({ description: '承办：公文在单位内由谁办理。' })
export class Assignment {
  @Field(() => DateTimeScalar, { description: '分派时间。' })
  at!: Date;

  @Field(() => String, { nullable: true, description: '承办岗位或承办人。' })
  title!: string | null;

  @Field(() => PostStub, { description: '承办岗位。' })
  post!: PostStub;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: '收文：一件公文在一个收文党组织的送达、签收、退回、反馈与办结。单位只能看到本单位的收文。' })
export class Receipt {
  @Field(() => ID, { description: '收文标识；不透明，整体保存。' })
  id!: string;

  @Field(() => UnitStub, { description: '收文单位。' })
  unit!: UnitStub;

  @Field(() => OrganizationStub, { description: '收文党组织。' })
  organization!: OrganizationStub;

  @Field(() => String, { description: '单位名称，送达时的写法；单位此后更名不影响。' })
  unitName!: string;

  @Field(() => String, { description: '党组织名称，送达时的写法；此后更名不影响。' })
  organizationName!: string;

  @Field(() => DistributionRoleEnum, { description: '分送角色：主送、抄送或分送。' })
  role!: DistributionRole;

  @Field(() => DutyEnum, { description: '办理要求：签收、反馈或阅知。' })
  duty!: Duty;

  @Field(() => ReceiptStateEnum, { description: '当前状态。' })
  state!: ReceiptState;

  @Field(() => DateTimeScalar, { description: '送达时间。' })
  deliveredAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '单位首次查看时间；未查看为 null。' })
  openedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '签收期限；无需签收为 null。' })
  acknowledgeDueAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '反馈期限，含已批准的延期；无需反馈为 null。' })
  feedbackDueAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '当前所欠事项（签收或反馈）的期限；无所欠为 null。' })
  dueAt!: Date | null;

  @Field(() => Acknowledgement, { nullable: true, description: '签收；未签收为 null。' })
  acknowledgement!: Acknowledgement | null;

  @Field(() => Assignment, { nullable: true, description: '承办；未分派为 null。' })
  assignment!: Assignment | null;

  @Field(() => Int, { description: '已催办到的级别；只有系统提醒的为 0。' })
  reminderLevel!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: '撤回时间；仅工委可见。' })
  recalledAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '清退时间。' })
  withdrawnAt!: Date | null;

  @Field(() => String, { nullable: true, description: '撤回或清退的理由。' })
  withdrawalReason!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '免办时间：党组织已撤销，所欠签收或反馈不再办理；并非已办结。',
  })
  exemptedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '免办理由。' })
  exemptReason!: string | null;

  @Field(() => Boolean, { description: '是否补发：送达晚于首次发出，期限单独计算。' })
  reissued!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: '办结时间。' })
  closedAt!: Date | null;

  @Field(() => Int, { description: '版本号；修改时作为 expectedVersion 传回。' })
  version!: number;

  documentId!: Id;
}

@ObjectType({ description: '收文列表。' })
export class ReceiptConnection extends connectionOf(Receipt) {}

export function toReceipt(row: ReceiptRow): Receipt {
  return {
    ...row,
    id: formatReceiptId(row),
    unit: { id: row.unitId },
    organization: { id: row.organizationId },
    acknowledgement: toAcknowledgement(row),
    assignment: toAssignment(row),
  };
}

function toAcknowledgement(row: ReceiptRow): Acknowledgement | null {
  const { acknowledgedAt: at, acknowledgedByName: name, acknowledgedByTitle: postTitle, textDigest } = row;
  const postId = row.acknowledgedByPostId;
  if (at === null || name === null || postTitle === null || postId === null || textDigest === null) return null;
  return { at, name, postTitle, post: { id: postId }, textDigest };
}

function toAssignment({ assignedAt, assignedToPostId, assignedToTitle }: ReceiptRow): Assignment | null {
  if (assignedAt === null || assignedToPostId === null) return null;
  return { at: assignedAt, title: assignedToTitle, post: { id: assignedToPostId } };
}
