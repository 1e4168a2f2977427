import type { Id } from '@hub/core';
import { NO_PART, type ShownAct } from '@hub/persistence';
import { Directive, Field, Float, ID, ObjectType } from 'type-graphql';

import { connectionOf } from '../connection';
import { DateTimeScalar } from '../scalars';

@Directive('@shareable')
@ObjectType({ description: '一处改动：字段及其前后的值。' })
export class AuditChange {
  @Field(() => String, { description: '字段名称。' })
  field!: string;

  @Field(() => String, { nullable: true, description: '改动前的值；文字照录，其他为 JSON；原先没有为 null。' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: '改动后的值；文字照录，其他为 JSON；不再有为 null。' })
  after!: string | null;
}

@Directive('@shareable')
@ObjectType({ description: '操作留痕：一次办理，由谁、以何岗位、何时、办了什么、改动前后。只增不改。' })
export class AuditAct {
  @Field(() => ID, { description: '记录标识。' })
  id!: Id;

  @Field(() => DateTimeScalar, { description: '办理时间。' })
  at!: Date;

  @Field(() => String, { description: '请求标识：与日志对应。' })
  requestId!: string;

  @Field(() => String, { description: '办理人姓名；受委托办理的，同时载明委托人。' })
  actorName!: string;

  @Field(() => ID, { nullable: true, description: '办理人账号标识；系统办理为 null。' })
  accountId!: Id | null;

  @Field(() => ID, { nullable: true, description: '办理所用岗位标识；系统办理为 null。' })
  postId!: Id | null;

  @Field(() => ID, { nullable: true, description: '岗位所在单位标识；系统办理为 null。' })
  unitId!: Id | null;

  @Field(() => ID, { nullable: true, description: '所依委托标识；以本人岗位办理为 null。' })
  delegationId!: Id | null;

  @Field(() => String, { description: '办理事项的名称，例如 acknowledgeReceipt。' })
  action!: string;

  @Field(() => String, { description: '对象类别，例如 document、receipt。' })
  objectType!: string;

  @Field(() => ID, { description: '对象标识。' })
  objectId!: Id;

  @Field(() => ID, { nullable: true, description: '对象中只涉及的部分，例如收文的党组织标识；涉及整体为 null。' })
  partId!: Id | null;

  @Field(() => Float, { description: '在该对象留痕链中的序号，从 1 起；启用留痕链以前的为 0。' })
  position!: number;

  @Field(() => [AuditChange], { description: '逐字段的前后值；无权查看内容的，值以 *** 遮蔽。' })
  changes!: AuditChange[];
}

@Directive('@shareable')
@ObjectType({ description: '操作留痕列表，按办理先后。' })
export class AuditActConnection extends connectionOf(AuditAct) {}

export function toAuditAct({ before, after, partId, ...act }: ShownAct): AuditAct {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const changes = fields.map((field) => ({ field, before: text(before?.[field]), after: text(after?.[field]) }));
  return { ...act, partId: partId === NO_PART ? null : partId, changes };
}

function text(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
