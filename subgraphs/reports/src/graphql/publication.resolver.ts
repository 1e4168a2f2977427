import { pageRequest } from '@hub/core';
import { defineLoader, PageArgs, toConnection } from '@hub/graphql';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import { listPublications, publicationsById } from '../data/publication.read-model';
import { reportError } from '../domain/report.errors';
import { publishReport, withdrawPublication } from '../usecases/publish-report';
import type { ReportsHubContext } from './hub-context';
import { ReportPublication, ReportPublicationConnection, toPublication } from './publication.type';
import { PublishReportInput, WithdrawPublicationInput } from './report.input';

const publicationLoader = defineLoader(publicationsById);

/** 刊发: what units read of each other, and nothing else. */
@Resolver()
export class PublicationResolver {
  @Query(() => ReportPublicationConnection, {
    description: '刊发：工委看全部，单位看发给本单位的，新的在前。',
  })
  async reportPublications(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<ReportPublicationConnection> {
    return toConnection(await ctx.read((tx) => listPublications(tx, pageRequest(page))), toPublication);
  }

  @Mutation(() => ReportPublication, {
    description:
      '刊发：把一件已采纳的报送中选定的内容发给选定的单位看。错误：STALE_VERSION、REPORT_NOT_ACCEPTED、PUBLICATION_NOT_ALLOWED、READERS_REQUIRED、READER_NOT_FOUND、PUBLISHED_FIELDS_INVALID。',
  })
  async publishReport(
    @Arg('input', () => PublishReportInput) input: PublishReportInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<ReportPublication> {
    return showPublication(ctx, await publishReport(ctx, input));
  }

  @Mutation(() => ReportPublication, {
    description: '撤下刊发：单位不再看得到。错误：PUBLICATION_NOT_FOUND、STALE_VERSION、REVOKE_REASON_REQUIRED。',
  })
  async withdrawPublication(
    @Arg('input', () => WithdrawPublicationInput) input: WithdrawPublicationInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<ReportPublication> {
    return showPublication(ctx, await withdrawPublication(ctx, input));
  }
}

async function showPublication(ctx: ReportsHubContext, publicationId: string): Promise<ReportPublication> {
  const row = await publicationLoader.load(ctx, publicationId);
  if (row === null) throw reportError('PUBLICATION_NOT_FOUND');
  return toPublication(row);
}
