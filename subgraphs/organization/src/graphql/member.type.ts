import type { Id } from '@hub/core';
import { Classified, connectionOf, DateTimeScalar } from '@hub/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import type { MemberRow } from '../data/member.read-model';
import { MemberFields } from './member-fields';

@Directive('@key(fields: "id")')
@ObjectType({ description: '党员：编入一个支部；离册后记录保留。' })
export class Member extends MemberFields {
  @Field(() => ID, { description: '党员标识。' })
  id!: Id;

  @Classified(3)
  @Field(() => String, { nullable: true, description: '离册说明：决议与批准文号，或去向。' })
  exitNote!: string | null;

  @Field(() => DateTimeScalar, { description: '登记时间。' })
  registeredAt!: Date;

  @Field(() => Int, { description: '版本号：变更时作为 expectedVersion 提交。' })
  version!: number;

  unitId!: Id;
  organizationId!: Id;
}

export function toMember({ committeeId: _, memberId, ...shown }: MemberRow): Member {
  return { id: memberId, ...shown };
}

@ObjectType({ description: '党员列表，按姓名拼音。' })
export class MemberConnection extends connectionOf(Member) {}
