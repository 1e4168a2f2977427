import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { correctMember } from '../usecases/correct-member';
import { endMembership } from '../usecases/end-membership';
import { registerMember } from '../usecases/register-member';
import { transferMember } from '../usecases/transfer-member';
import type { OrganizationHubContext } from './hub-context';
import { showMember } from './loaders';
import { CorrectMemberInput, EndMembershipInput, RegisterMemberInput, TransferMemberInput } from './member.input';
import { Member } from './member.type';

const FACTS =
  'MEMBER_NAME_INVALID、ETHNICITY_UNKNOWN、PHONE_INVALID、ID_NUMBER_INVALID、ID_NUMBER_DISAGREES、JOINED_UNDER_AGE、MEMBER_DATE_FUTURE、CONFIRMATION_DATE、PROBATION_TOO_SHORT、MEMBER_REGISTERED、REVEAL_LIMIT';
const CHANGE = 'MEMBER_NOT_FOUND、MEMBER_ENDED、STALE_VERSION';

/** The register of members, kept by their units. */
@Resolver()
export class MemberChangeResolver {
  @Mutation(() => Member, {
    description: `党员登记（单位）：编入一个支部。错误：ROLE_NOT_ALLOWED、ORGANIZATION_NOT_FOUND、BRANCH_REQUIRED、${FACTS}。`,
  })
  async registerMember(
    @Arg('input', () => RegisterMemberInput) input: RegisterMemberInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Member> {
    return showMember(ctx, (await registerMember(ctx, input)).memberId);
  }

  @Mutation(() => Member, { description: `更正党员信息（单位）。错误：ROLE_NOT_ALLOWED、${CHANGE}、${FACTS}。` })
  async correctMember(
    @Arg('input', () => CorrectMemberInput) input: CorrectMemberInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Member> {
    return showMember(ctx, (await correctMember(ctx, input)).memberId);
  }

  @Mutation(() => Member, {
    description: `党员离册（单位）：记录保留，不删除。错误：ROLE_NOT_ALLOWED、${CHANGE}、MEMBER_EXIT_KIND、MEMBER_END_DATE、MEMBER_DECISION_REQUIRED。`,
  })
  async endMembership(
    @Arg('input', () => EndMembershipInput) input: EndMembershipInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Member> {
    return showMember(ctx, (await endMembership(ctx, input)).memberId);
  }

  @Mutation(() => Member, {
    description: `工委范围内转接组织关系：本单位支部之间由单位办理，单位之间由工委办理。错误：ROLE_NOT_ALLOWED、${CHANGE}、ORGANIZATION_NOT_FOUND、BRANCH_REQUIRED、BRANCH_UNCHANGED。`,
  })
  async transferMember(
    @Arg('input', () => TransferMemberInput) input: TransferMemberInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Member> {
    return showMember(ctx, (await transferMember(ctx, input)).memberId);
  }
}
