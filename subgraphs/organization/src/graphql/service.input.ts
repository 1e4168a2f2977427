import type { Id } from '@hub/core';
import { DateTimeScalar, IsId } from '@hub/graphql';
import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import { Directive, Field, ID, InputType, Int } from 'type-graphql';

import { MAX_DOCUMENT_TEXT } from '../domain/registered-document';
import { MAX_BOUND_DOCUMENTS } from '../domain/service-token';

const EXPECTED_VERSION = '您所见的版本号；已被他人更新时报 STALE_VERSION。';

@InputType({ description: '签发服务令牌。范围指定单位或党组织之一，含其以下全部；都不指定为全委。' })
export class IssueServiceTokenInput {
  @Field(() => String, { description: '名称，2 至 50 字；有效令牌不得重名。' })
  @MaxLength(200)
  name!: string;

  @Field(() => String, { description: '用途，2 至 200 字。' })
  @MaxLength(1000)
  purpose!: string;

  @Field(() => [String], { description: '可执行的可信查询（名称或标识），1 至 50 个。' })
  @ArrayMaxSize(MAX_BOUND_DOCUMENTS)
  documents!: string[];

  @Field(() => ID, { nullable: true, description: '范围：该单位及其以下。' })
  @IsOptional()
  @IsId()
  unitId?: Id | null;

  @Field(() => ID, { nullable: true, description: '范围：该党组织及其以下。' })
  @IsOptional()
  @IsId()
  organizationId?: Id | null;

  @Field(() => DateTimeScalar, { description: '到期时间，一年之内。' })
  expiresAt!: Date;
}

@InputType({ description: '撤销服务令牌。' })
export class ServiceTokenInput {
  @Field(() => ID, { description: '令牌标识。' })
  @IsId()
  tokenId!: Id;

  @Field(() => Int, { description: EXPECTED_VERSION })
  expectedVersion!: number;
}

@InputType({ description: '登记可信查询。' })
export class RegisterDocumentInput {
  @Field(() => String, { description: '名称：字母开头，字母、数字和下划线，至多 64 位；导出地址为 /exports/<名称>。' })
  @MaxLength(64)
  name!: string;

  @Field(() => String, { description: '用途，2 至 200 字。' })
  @MaxLength(1000)
  purpose!: string;

  @Field(() => String, { description: '查询文本：一个查询操作，不能是变更。' })
  @MaxLength(MAX_DOCUMENT_TEXT)
  text!: string;

  @Directive('@inaccessible')
  @Field(() => String, { nullable: true, description: '网关内部使用：核对后的查询标识。' })
  checkedId?: string | null;

  @Directive('@inaccessible')
  @Field(() => Int, { nullable: true, description: '网关内部使用：核对后估算的代价。' })
  checkedCost?: number | null;
}

@InputType({ description: '对已登记可信查询的决定。' })
export class RegisteredDocumentInput {
  @Field(() => ID, { description: '登记标识。' })
  @IsId()
  registrationId!: Id;

  @Field(() => Int, { description: EXPECTED_VERSION })
  expectedVersion!: number;
}

@InputType({ description: '不批准可信查询。' })
export class RejectDocumentInput extends RegisteredDocumentInput {
  @Field(() => String, { description: '理由，2 至 500 字。' })
  @MaxLength(2000)
  reason!: string;
}
