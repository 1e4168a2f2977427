import { type Id, ROLES, type Role } from '@hub/core';
import { DateScalar, enumOf } from '@hub/graphql';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

import type { PostEntity } from '../data/post.entity';

export const RoleEnum = enumOf<Role>(ROLES);

registerEnumType(RoleEnum, {
  name: 'Role',
  description: '岗位角色：决定该岗位能办理哪些事项。',
  valuesConfig: {
    COMMITTEE_LEADER: { description: '工委领导：签发。' },
    OFFICE_CHECKER: { description: '工委办公室核稿：核稿、复核、督办。' },
    OFFICE_REGISTRAR: { description: '工委办公室登记：编号、分发、归档。' },
    OFFICE_CLERK: { description: '工委经办：拟稿。' },
    COMMITTEE_ADMIN: { description: '系统管理员：机构、账号、岗位、分组；不接触业务内容。' },
    SECURITY_ADMIN: { description: '安全管理员：管理员岗位、会话、第二因素、巡察审计账号；不接触业务内容。' },
    AUDIT_ADMIN: { description: '审计管理员：操作留痕（内容已遮蔽）、登录与导出日志。' },
    INSPECTOR: { description: '巡察、审计：在限定期限和范围内只读。' },
    UNIT_LEADER: { description: '单位负责人。' },
    UNIT_CLERK: { description: '单位经办（党务专干）：签收、反馈、报送。' },
    UNIT_TREASURER: { description: '单位党费管理员：党费核定、收缴。' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: '岗位：某人在某党组织担任的职务；一人可任多个岗位，每次以其中一个身份办理。' })
export class Post {
  @Field(() => ID, { description: '岗位标识。' })
  id!: Id;

  @Field(() => String, { description: '岗位名称，例如“党务专干”。' })
  title!: string;

  @Field(() => RoleEnum, { description: '岗位角色。' })
  role!: Role;

  @Field(() => DateScalar, { description: '任职起始日期。' })
  heldFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: '任职截止日期（含当日）；在任为 null。' })
  heldTo!: string | null;

  @Field(() => Boolean, { description: '是否已免职：不能再以该岗位办理。' })
  isEnded!: boolean;

  @Field(() => Int, { description: '版本号：免职时作为 expectedVersion 提交。' })
  version!: number;

  accountId!: Id;
  organizationId!: Id;
  unitId!: Id;
  sectionId!: Id | null;
}

export function toPost(post: PostEntity): Post {
  const { postId, title, role, heldFrom, heldTo, endedAt, version, accountId, organizationId, unitId, sectionId } =
    post;
  return {
    id: postId,
    title,
    role,
    heldFrom,
    heldTo,
    isEnded: endedAt !== null,
    version,
    accountId,
    organizationId,
    unitId,
    sectionId,
  };
}
