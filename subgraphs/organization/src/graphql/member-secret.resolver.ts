import type { Id } from '@hub/core';
import { Classified } from '@hub/graphql';
import { Arg, Ctx, Directive, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';

import { findMemberByIdNumber } from '../usecases/find-member';
import { type RevealedMember, revealMember } from '../usecases/reveal-member';
import type { OrganizationHubContext } from './hub-context';
import { findMember } from './loaders';
import { FindMemberInput, RevealMemberInput } from './member.input';
import { Member } from './member.type';

@ObjectType('RevealedMember', { description: '写明用途后查看到的敏感个人信息；每次查看都记入审计。' })
class RevealedMemberType implements RevealedMember {
  @Field(() => ID, { description: '党员标识。' })
  memberId!: Id;

  @Classified(4)
  @Field(() => String, { nullable: true, description: '公民身份号码；未要求查看为 null。' })
  idNumber!: string | null;
}

/** What is of level 4: looked at for a purpose, looked for with a trail. Mutations, since both write it. */
@Resolver()
export class MemberSecretResolver {
  @Directive('@cost(weight: 50)')
  @Mutation(() => RevealedMemberType, {
    description:
      '查看党员的敏感个人信息（单位负责人、工委核稿岗）：须写明用途，逐次记入审计，每日有次数上限；重复提交即再次查看。错误：ROLE_NOT_ALLOWED、MEMBER_NOT_FOUND、PURPOSE_REQUIRED、TEXT_HOLDS_ID_NUMBER、FIELDS_REQUIRED、REVEAL_LIMIT。',
  })
  revealMember(
    @Arg('input', () => RevealMemberInput) input: RevealMemberInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<RevealedMemberType> {
    return revealMember(ctx, input);
  }

  @Directive('@cost(weight: 50)')
  @Mutation(() => Member, {
    nullable: true,
    description:
      '按公民身份号码查找可见范围内的党员；没有或不可见均为 null。逐次记入审计，与查看合计限次。错误：ROLE_NOT_ALLOWED、ID_NUMBER_INVALID、REVEAL_LIMIT。',
  })
  async findMemberByIdNumber(
    @Arg('input', () => FindMemberInput) { idNumber }: FindMemberInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Member | null> {
    const memberId = await findMemberByIdNumber(ctx, idNumber);
    return memberId === null ? null : findMember(ctx, memberId);
  }
}
