import { pageRequest } from '@hub/core';
import { type HubContext, PageArgs, toConnection } from '@hub/graphql';
import { Args, Ctx, Query, Resolver } from 'type-graphql';

import { listRequests } from '../data/request.read-model';
import { RequestConnection, toRequest } from './request.type';

@Resolver()
export class RequestResolver {
  @Query(() => RequestConnection, { description: '请示：工委看已上报的，单位看本单位的，新的在前。' })
  async requests(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: HubContext): Promise<RequestConnection> {
    return toConnection(await ctx.read((tx) => listRequests(tx, pageRequest(page))), toRequest);
  }
}
