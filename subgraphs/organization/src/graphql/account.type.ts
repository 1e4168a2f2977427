import type { Id } from '@hub/core';
import { Classified, connectionOf, DateTimeScalar, enumOf } from '@hub/graphql';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

import type { AccountRow } from '../data/account.read-model';

export const AccountStatusEnum = enumOf(['ACTIVE', 'DISABLED']);

registerEnumType(AccountStatusEnum, {
  name: 'AccountStatus',
  description: '账号状态。',
  valuesConfig: { ACTIVE: { description: '正常。' }, DISABLED: { description: '已停用：不能登录。' } },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: '账号：一人一个；能办理什么由岗位决定。' })
export class Account {
  @Field(() => ID, { description: '账号标识。' })
  id!: Id;

  @Field(() => String, { description: '登录名。' })
  loginName!: string;

  @Field(() => String, { description: '姓名。' })
  displayName!: string;

  @Field(() => AccountStatusEnum, { description: '账号状态。' })
  status!: AccountRow['status'];

  @Classified(3)
  @Field(() => DateTimeScalar, { nullable: true, description: '因连续输错密码锁定至何时；未锁定过为 null。' })
  lockedUntil!: Date | null;

  @Field(() => Int, { description: '版本号：变更时作为 expectedVersion 提交。' })
  version!: number;
}

export function toAccount({ accountId, loginName, displayName, status, lockedUntil, version }: AccountRow): Account {
  return { id: accountId, loginName, displayName, status, lockedUntil, version };
}

@ObjectType({ description: '账号列表，按登录名。' })
export class AccountConnection extends connectionOf(Account) {}
