import { Classified } from '@hub/graphql';
import { MaxLength } from 'class-validator';
import { Field, InputType, Int, ObjectType } from 'type-graphql';

import { PasswordInput } from './sign-in.type';

@InputType({ description: '登记身份验证器：账号与密码。' })
export class EnrolSecondFactorInput extends PasswordInput {
  @Field(() => String, { nullable: true, description: '已启用动态码的，须输入现有的动态码或恢复码，方可更换。' })
  @MaxLength(32)
  code?: string | null;
}

@InputType({ description: '确认身份验证器：账号、密码与首个动态码。' })
export class ConfirmSecondFactorInput extends PasswordInput {
  @Field(() => String, { description: '身份验证器此刻显示的 6 位动态码。' })
  @MaxLength(32)
  code!: string;
}

@ObjectType({ description: '本人的动态码。' })
export class OwnSecondFactor {
  @Field(() => Boolean, { description: '是否已启用。' })
  isOn!: boolean;

  @Field(() => Boolean, { description: '现任岗位是否必须启用（三员、党费管理员）。' })
  isRequired!: boolean;

  @Field(() => Int, { description: '尚未使用的恢复码个数。' })
  recoveryCodesLeft!: number;
}

@ObjectType({ description: '新登记的身份验证器；只显示这一次，确认后启用。' })
export class SecondFactorEnrolment {
  @Classified(4)
  @Field(() => String, { description: '密钥（Base32），手工输入身份验证器时使用。' })
  secret!: string;

  @Classified(4)
  @Field(() => String, { description: '二维码内容（otpauth URI）。' })
  uri!: string;
}

@ObjectType({ description: '动态码已启用；恢复码只显示这一次，请妥善保存。' })
export class SecondFactorConfirmation {
  @Classified(4)
  @Field(() => [String], { description: '恢复码：无法使用身份验证器时代替动态码，每个只能用一次。' })
  recoveryCodes!: string[];
}
