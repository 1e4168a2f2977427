import { Classified, DateTimeScalar } from '@hub/graphql';
import { MaxLength } from 'class-validator';
import { Field, InputType, ObjectType } from 'type-graphql';

@InputType({ description: '账号与密码。' })
export class PasswordInput {
  @Field(() => String, { description: '登录名。' })
  @MaxLength(64)
  loginName!: string;

  @Classified(4)
  @Field(() => String, { description: '密码。' })
  @MaxLength(256)
  password!: string;

  @Field(() => String, { nullable: true, description: '工委代码；平台只服务一个工委时可省略。' })
  @MaxLength(40)
  committeeCode?: string | null;
}

@InputType({ description: '登录：账号与密码，启用动态码的另加动态码。' })
export class LoginInput extends PasswordInput {
  @Field(() => String, { nullable: true, description: '动态码（6 位）或恢复码；启用动态码的账号必填。' })
  @MaxLength(32)
  code?: string | null;

  @Classified(4)
  @Field(() => String, {
    nullable: true,
    description: '新密码：管理员重置密码后首次登录必填；填写的，登录的同时更换。',
  })
  @MaxLength(256)
  newPassword?: string | null;
}

@InputType({ description: '更换本人密码。' })
export class ChangePasswordInput {
  @Classified(4)
  @Field(() => String, { description: '原密码。' })
  @MaxLength(256)
  oldPassword!: string;

  @Classified(4)
  @Field(() => String, { description: '新密码：至少 10 位，含字母和数字，不含登录名，不与最近 5 次的相同。' })
  @MaxLength(256)
  newPassword!: string;
}

@ObjectType({ description: '登录结果：访问令牌与刷新令牌。' })
export class SignIn {
  @Classified(4)
  @Field(() => String, { description: '访问令牌：放入请求头 Authorization: Bearer …，15 分钟内有效。' })
  accessToken!: string;

  @Field(() => DateTimeScalar, { description: '访问令牌失效时间。' })
  accessTokenExpiresAt!: Date;

  @Classified(4)
  @Field(() => String, { description: '刷新令牌：只能使用一次，每次刷新都会更换；12 小时不用、登录满 7 日即失效。' })
  refreshToken!: string;
}
