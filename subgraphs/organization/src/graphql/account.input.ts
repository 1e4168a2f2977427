import type { Id, LocalDate, Role } from '@hub/core';
import { Classified, DateScalar, IsId } from '@hub/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

import { RoleEnum } from './post.type';

const EXPECTED_VERSION = '您所见的版本号；已被他人更新时报 STALE_VERSION。';

@InputType({ description: '新建账号。' })
export class CreateAccountInput {
  @Field(() => String, { description: '登录名：3 至 64 位小写字母、数字、点、下划线或连字符。' })
  loginName!: string;

  @Field(() => String, { description: '姓名，1 至 50 字。' })
  displayName!: string;

  @Classified(4)
  @Field(() => String, { description: '初始密码：至少 10 位，含字母和数字。' })
  @MaxLength(256)
  password!: string;
}

@InputType({ description: '针对某一账号的操作。' })
export class AccountInput {
  @Field(() => ID, { description: '账号标识。' })
  @IsId()
  accountId!: Id;

  @Field(() => Int, { description: EXPECTED_VERSION })
  expectedVersion!: number;
}

@InputType({ description: '重置密码。' })
export class ResetPasswordInput extends AccountInput {
  @Classified(4)
  @Field(() => String, { description: '新密码：至少 10 位，含字母和数字。' })
  @MaxLength(256)
  password!: string;
}

@InputType({ description: '任职。' })
export class AssignPostInput {
  @Field(() => ID, { description: '账号标识。' })
  @IsId()
  accountId!: Id;

  @Field(() => ID, { description: '任职的党组织标识。' })
  @IsId()
  organizationId!: Id;

  @Field(() => ID, { nullable: true, description: '所在部室标识。' })
  @IsOptional()
  @IsId()
  sectionId?: Id | null;

  @Field(() => RoleEnum, { description: '岗位角色：工委角色只设在工委，单位角色只设在其他党组织。' })
  role!: Role;

  @Field(() => String, { description: '岗位名称，1 至 50 字。' })
  title!: string;

  @Field(() => DateScalar, { description: '任职起始日期。' })
  heldFrom!: LocalDate;
}

@InputType({ description: '免职。' })
export class EndPostInput {
  @Field(() => ID, { description: '岗位标识。' })
  @IsId()
  postId!: Id;

  @Field(() => DateScalar, { description: '任职截止日期；为今日或更早的，立即终止。' })
  lastDay!: LocalDate;

  @Field(() => Int, { description: EXPECTED_VERSION })
  expectedVersion!: number;
}
