import { pageRequest } from '@hub/core';
import { type Connection, defineLoader, PageArgs, toConnection } from '@hub/graphql';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';

import { serviceTokensById } from '../data/service-token.read-model';
import { serviceError } from '../domain/service.errors';
import { issueServiceToken } from '../usecases/issue-service-token';
import { readServiceTokens } from '../usecases/read-services';
import { revokeServiceToken } from '../usecases/revoke-service-token';
import type { OrganizationHubContext } from './hub-context';
import { findOrganization } from './loaders';
import { Organization } from './organization.type';
import { IssueServiceTokenInput, ServiceTokenInput } from './service.input';
import { IssuedServiceTokenType, ServiceToken, ServiceTokenConnection, toServiceToken } from './service-token.type';

const tokenLoader = defineLoader(serviceTokensById);

async function showToken(ctx: OrganizationHubContext, tokenId: string): Promise<ServiceToken> {
  const row = await tokenLoader.load(ctx, tokenId);
  if (row === null) throw serviceError('TOKEN_NOT_FOUND');
  return toServiceToken(row, ctx.clock.now());
}

/** Tokens of dashboards, kept by the committee's administrators. */
@Resolver(() => ServiceToken)
export class ServiceTokenResolver {
  @Query(() => ServiceTokenConnection, {
    description: '服务令牌列表（工委管理员），含已到期和已撤销的。错误：ROLE_NOT_ALLOWED。',
  })
  async serviceTokens(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Connection<ServiceToken>> {
    const now = ctx.clock.now();
    return toConnection(await readServiceTokens(ctx, pageRequest(page)), (row) => toServiceToken(row, now));
  }

  @FieldResolver(() => Organization, { nullable: true, description: '范围：该党组织及其以下；全委为 null。' })
  async scope(
    @Root() { rootOrganizationId }: ServiceToken,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Organization | null> {
    return rootOrganizationId === null ? null : findOrganization(ctx, rootOrganizationId);
  }

  @Mutation(() => IssuedServiceTokenType, {
    description:
      '签发服务令牌（工委管理员）。错误：ROLE_NOT_ALLOWED、SERVICE_TEXT、TOKEN_DOCUMENTS、DOCUMENT_UNKNOWN、TOKEN_EXPIRY、TOKEN_SCOPE、TOKEN_SCOPE_NOT_FOUND、TOKEN_NAME_TAKEN。',
  })
  async issueServiceToken(
    @Arg('input', () => IssueServiceTokenInput) input: IssueServiceTokenInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<IssuedServiceTokenType> {
    const { token, tokenId } = await issueServiceToken(ctx, input);
    return { token, serviceToken: await showToken(ctx, tokenId) };
  }

  @Mutation(() => ServiceToken, {
    description:
      '撤销服务令牌，数秒内生效（工委管理员）。错误：ROLE_NOT_ALLOWED、TOKEN_NOT_FOUND、STALE_VERSION、TOKEN_ENDED。',
  })
  async revokeServiceToken(
    @Arg('input', () => ServiceTokenInput) input: ServiceTokenInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<ServiceToken> {
    return showToken(ctx, (await revokeServiceToken(ctx, input)).tokenId);
  }
}
