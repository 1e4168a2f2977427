import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { changeGuidance } from '../usecases/change-guidance';
import { changeOrganizationKind } from '../usecases/change-organization-kind';
import { closeTerm } from '../usecases/close-term';
import { createOrganization } from '../usecases/create-organization';
import { createSection } from '../usecases/create-section';
import { dissolveOrganization } from '../usecases/dissolve-organization';
import { extendTerm } from '../usecases/extend-term';
import { moveOrganization } from '../usecases/move-organization';
import { renameOrganization } from '../usecases/rename-organization';
import { reportMemberCounts } from '../usecases/report-member-counts';
import { startTerm } from '../usecases/start-term';
import { resumeOrganization, suspendOrganization } from '../usecases/suspend-organization';
import type { OrganizationHubContext } from './hub-context';
import { showOrganization } from './loaders';
import {
  ChangeGuidanceInput,
  ChangeOrganizationKindInput,
  CloseTermInput,
  CreateOrganizationInput,
  DecidedChangeInput,
  DissolveOrganizationInput,
  ExtendTermInput,
  MoveOrganizationInput,
  RenameOrganizationInput,
  ReportMemberCountsInput,
  StartTermInput,
} from './organization.input';
import { Organization } from './organization.type';
import { CreateSectionInput } from './zone-and-group.input';

/** Recorded changes of party organisations. */
@Resolver()
export class OrganizationChangeResolver {
  @Mutation(() => Organization, {
    description:
      '设立党组织。错误：UNIT_NOT_FOUND、AFFILIATION_KIND、GUIDANCE_KIND、GUIDANCE_OTHER_UNIT、WORK_COMMITTEE_FIXED、DECISION_REQUIRED、EFFECTIVE_DATE_TOO_EARLY、EFFECTIVE_DATE_FUTURE。',
  })
  async createOrganization(
    @Arg('input', () => CreateOrganizationInput) input: CreateOrganizationInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Organization> {
    return showOrganization(ctx, (await createOrganization(ctx, input)).organizationId);
  }

  @Mutation(() => Organization, {
    description:
      '党组织更名。错误：ORGANIZATION_NOT_FOUND、STALE_VERSION、NAME_UNCHANGED、DECISION_REQUIRED、EFFECTIVE_DATE_TOO_EARLY、EFFECTIVE_DATE_FUTURE。',
  })
  async renameOrganization(
    @Arg('input', () => RenameOrganizationInput) input: RenameOrganizationInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Organization> {
    return showOrganization(ctx, (await renameOrganization(ctx, input)).organizationId);
  }

  @Mutation(() => Organization, {
    description:
      '调整隶属关系：下级党组织随同调整。错误：ORGANIZATION_NOT_FOUND、STALE_VERSION、AFFILIATION_KIND、AFFILIATION_CYCLE、DECISION_REQUIRED、EFFECTIVE_DATE_TOO_EARLY、EFFECTIVE_DATE_FUTURE。',
  })
  async moveOrganization(
    @Arg('input', () => MoveOrganizationInput) input: MoveOrganizationInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Organization> {
    return showOrganization(ctx, (await moveOrganization(ctx, input)).organizationId);
  }

  @Mutation(() => Organization, {
    description:
      '升格或降格。错误：ORGANIZATION_NOT_FOUND、STALE_VERSION、KIND_CHANGE_NOT_POSSIBLE、AFFILIATION_KIND、DECISION_REQUIRED、EFFECTIVE_DATE_TOO_EARLY、EFFECTIVE_DATE_FUTURE。',
  })
  async changeOrganizationKind(
    @Arg('input', () => ChangeOrganizationKindInput) input: ChangeOrganizationKindInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Organization> {
    return showOrganization(ctx, (await changeOrganizationKind(ctx, input)).organizationId);
  }

  @Mutation(() => Organization, {
    description: '调整指导关系。错误：ORGANIZATION_NOT_FOUND、STALE_VERSION、GUIDANCE_KIND、GUIDANCE_OTHER_UNIT。',
  })
  async changeGuidance(
    @Arg('input', () => ChangeGuidanceInput) input: ChangeGuidanceInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Organization> {
    return showOrganization(ctx, (await changeGuidance(ctx, input)).organizationId);
  }

  @Mutation(() => Organization, {
    description:
      '暂停：不再列入收文范围。错误：ORGANIZATION_NOT_FOUND、STALE_VERSION、ORGANIZATION_STATUS、DECISION_REQUIRED、EFFECTIVE_DATE_TOO_EARLY、EFFECTIVE_DATE_FUTURE。',
  })
  async suspendOrganization(
    @Arg('input', () => DecidedChangeInput) input: DecidedChangeInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Organization> {
    return showOrganization(ctx, (await suspendOrganization(ctx, input)).organizationId);
  }

  @Mutation(() => Organization, {
    description:
      '恢复。错误：ORGANIZATION_NOT_FOUND、STALE_VERSION、ORGANIZATION_STATUS、DECISION_REQUIRED、EFFECTIVE_DATE_TOO_EARLY、EFFECTIVE_DATE_FUTURE。',
  })
  async resumeOrganization(
    @Arg('input', () => DecidedChangeInput) input: DecidedChangeInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Organization> {
    return showOrganization(ctx, (await resumeOrganization(ctx, input)).organizationId);
  }

  @Mutation(() => Organization, {
    description:
      '撤销：尚有下级党组织的不得撤销，尚有党员的须指明承接党组织（支部工作条例第七条）；岗位随之结束。错误：ORGANIZATION_NOT_FOUND、STALE_VERSION、ORGANIZATION_HAS_CHILDREN、MEMBERS_WITHOUT_SUCCESSOR、MEMBERS_REMAIN、DECISION_REQUIRED、EFFECTIVE_DATE_TOO_EARLY、EFFECTIVE_DATE_FUTURE。',
  })
  async dissolveOrganization(
    @Arg('input', () => DissolveOrganizationInput) input: DissolveOrganizationInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Organization> {
    return showOrganization(ctx, (await dissolveOrganization(ctx, input)).organizationId);
  }

  @Mutation(() => Organization, {
    description:
      '报送党员人数（单位报送本单位）。错误：ORGANIZATION_NOT_FOUND、STALE_VERSION、KIND_WITHOUT_MEMBERS、MEMBER_COUNT_INVALID、MEMBER_COUNT_DATE。',
  })
  async reportMemberCounts(
    @Arg('input', () => ReportMemberCountsInput) input: ReportMemberCountsInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Organization> {
    return showOrganization(ctx, (await reportMemberCounts(ctx, input)).organizationId);
  }

  @Mutation(() => Organization, {
    description:
      '开始新一届：上一届随之结束。错误：ORGANIZATION_NOT_FOUND、TERM_ORIGIN、TERM_NOT_ELECTED、TERM_YEARS、TERM_START。',
  })
  async startTerm(
    @Arg('input', () => StartTermInput) input: StartTermInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Organization> {
    await startTerm(ctx, input);
    return showOrganization(ctx, input.organizationId);
  }

  @Mutation(() => Organization, {
    description:
      '本届延期（选举工作条例第三条）。错误：TERM_NOT_FOUND、STALE_VERSION、TERM_EXTENSION、TERM_EXTENDED_TWICE、TERM_WITHOUT_END。',
  })
  async extendTerm(
    @Arg('input', () => ExtendTermInput) input: ExtendTermInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Organization> {
    await extendTerm(ctx, input);
    return showOrganization(ctx, input.organizationId);
  }

  @Mutation(() => Organization, {
    description: '结束本届。错误：TERM_NOT_FOUND、STALE_VERSION、TERM_CLOSE。',
  })
  async closeTerm(
    @Arg('input', () => CloseTermInput) input: CloseTermInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Organization> {
    await closeTerm(ctx, input);
    return showOrganization(ctx, input.organizationId);
  }

  @Mutation(() => Organization, {
    description: '新建部室：返回所在党组织。错误：ORGANIZATION_NOT_FOUND、NAME_INVALID、SECTION_NAME_TAKEN。',
  })
  async createSection(
    @Arg('input', () => CreateSectionInput) input: CreateSectionInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Organization> {
    await createSection(ctx, input);
    return showOrganization(ctx, input.organizationId);
  }
}
