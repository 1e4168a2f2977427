import { type Id, pageRequest } from '@hub/core';
import { type Connection, defineLoader, PageArgs, toConnection } from '@hub/graphql';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import type { Candidate } from '../data/delegation.read-model';
import { delegationsById } from '../data/delegation.read-model';
import { delegationError } from '../domain/delegation.errors';
import { delegatePost, readCandidates } from '../usecases/delegate-post';
import { endDelegation } from '../usecases/end-delegation';
import { readDelegations } from '../usecases/read-delegations';
import {
  DelegatePostInput,
  Delegation,
  DelegationCandidate,
  DelegationConnection,
  EndDelegationInput,
  toDelegation,
} from './delegation.type';
import type { OrganizationHubContext } from './hub-context';
import { todayOf } from './loaders';

const delegationLoader = defineLoader(delegationsById);

async function showDelegation(
  ctx: OrganizationHubContext,
  { delegationId }: { readonly delegationId: Id },
): Promise<Delegation> {
  const row = await delegationLoader.load(ctx, delegationId);
  if (row === null) throw delegationError('DELEGATION_NOT_FOUND');
  return toDelegation(row, todayOf(ctx));
}

/** 委托: posts that are lent for some days. */
@Resolver()
export class DelegationResolver {
  @Query(() => DelegationConnection, {
    description: '本人委托出去和受托的；工委管理员可见全委。错误：ROLE_NOT_ALLOWED。',
  })
  async delegations(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Connection<Delegation>> {
    const today = todayOf(ctx);
    return toConnection(await readDelegations(ctx, pageRequest(page)), (row) => toDelegation(row, today));
  }

  @Query(() => [DelegationCandidate], {
    description: '当前岗位可以委托给哪些人。错误：ROLE_NOT_ALLOWED、DELEGATION_CHAIN、DELEGATION_ROLE。',
  })
  delegationCandidates(@Ctx() ctx: OrganizationHubContext): Promise<readonly Candidate[]> {
    return readCandidates(ctx);
  }

  @Mutation(() => Delegation, {
    description:
      '委托当前岗位：受托人自起始日期起可用 switchPost 以该岗位办理。错误：ROLE_NOT_ALLOWED、DELEGATION_CHAIN、DELEGATION_ROLE、DELEGATION_TERM、DELEGATION_REASON、DELEGATE_NOT_ELIGIBLE、DELEGATION_OVERLAP。',
  })
  async delegatePost(
    @Arg('input', () => DelegatePostInput) input: DelegatePostInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Delegation> {
    return showDelegation(ctx, await delegatePost(ctx, input));
  }

  @Mutation(() => Delegation, {
    description:
      '终止委托：双方均可，立即生效，以其办理的会话随即终止。错误：ROLE_NOT_ALLOWED、DELEGATION_NOT_FOUND、STALE_VERSION、DELEGATION_OVER。',
  })
  async endDelegation(
    @Arg('input', () => EndDelegationInput) input: EndDelegationInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Delegation> {
    return showDelegation(ctx, await endDelegation(ctx, input));
  }
}
