import type { Id } from '@hub/core';
import { connectionOf, DateTimeScalar, described, enumOf, IsId } from '@hub/graphql';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

import type { ExportGrantRow } from '../data/export-grant.read-model';
import { GRANT_STATES, type GrantState } from '../domain/export-grant';

export const ExportGrantStateEnum = enumOf(GRANT_STATES);

registerEnumType(ExportGrantStateEnum, {
  name: 'ExportGrantState',
  description: '批量导出申请的状态。',
  valuesConfig: described<GrantState>({
    REQUESTED: '待批准',
    APPROVED: '已批准，24 小时内可用一次',
    REJECTED: '未批准',
    USED: '已使用',
  }),
});

@ObjectType({ description: '批量导出申请：超过行数上限的导出须由第二人批准，批准后由申请人使用一次。' })
export class ExportGrant {
  @Field(() => ID, { description: '申请标识。' })
  id!: Id;

  @Field(() => String, { description: '查询标识。' })
  documentId!: string;

  @Field(() => String, { description: '查询名称。' })
  documentName!: string;

  @Field(() => String, { description: '查询变量的摘要（SHA-256）。' })
  variablesDigest!: string;

  @Field(() => String, { description: '导出事由。' })
  reason!: string;

  @Field(() => ExportGrantStateEnum, { description: '状态。' })
  state!: GrantState;

  @Field(() => String, { description: '申请人。' })
  requestedByName!: string;

  @Field(() => DateTimeScalar, { description: '申请时间。' })
  requestedAt!: Date;

  @Field(() => String, { nullable: true, description: '审批人；未审批为 null。' })
  decidedByName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '审批时间；未审批为 null。' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '审批意见。' })
  decisionNote!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '使用时间；未使用为 null。' })
  usedAt!: Date | null;

  @Field(() => Int, { description: '版本号：审批时作为 expectedVersion 提交。' })
  version!: number;
}

export function toExportGrant({ grantId, ...row }: ExportGrantRow): ExportGrant {
  return { id: grantId, ...row };
}

@ObjectType({ description: '批量导出申请，新的在前。' })
export class ExportGrantConnection extends connectionOf(ExportGrant) {}

@InputType({ description: '申请批量导出：前三项照抄导出被拒（EXPORT_NEEDS_APPROVAL）时答复中的 details。' })
export class RequestExportInput {
  @Field(() => String, { description: '查询标识。' })
  @MaxLength(100)
  documentId!: string;

  @Field(() => String, { description: '查询名称。' })
  @MaxLength(64)
  documentName!: string;

  @Field(() => String, { description: '查询变量的摘要。' })
  @MaxLength(100)
  variablesDigest!: string;

  @Field(() => String, { description: '导出事由，2 至 500 字。' })
  @MaxLength(2000)
  reason!: string;
}

@InputType({ description: '审批批量导出申请。' })
export class DecideExportInput {
  @Field(() => ID, { description: '申请标识。' })
  @IsId()
  grantId!: Id;

  @Field(() => Int, { description: '您所见的版本号；已被他人更新时报 STALE_VERSION。' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: '审批意见，至多 500 字。' })
  @MaxLength(500)
  note?: string | null;
}
