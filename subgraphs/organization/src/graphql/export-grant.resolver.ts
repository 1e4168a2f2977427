import { type Id, pageRequest } from '@hub/core';
import { type Connection, defineLoader, PageArgs, toConnection } from '@hub/graphql';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import { exportGrantsById } from '../data/export-grant.read-model';
import { serviceError } from '../domain/service.errors';
import { approveExport, readExportGrants, rejectExport, requestExport } from '../usecases/grant-export';
import {
  DecideExportInput,
  ExportGrant,
  ExportGrantConnection,
  RequestExportInput,
  toExportGrant,
} from './export-grant.type';
import type { OrganizationHubContext } from './hub-context';

const grantLoader = defineLoader(exportGrantsById);

async function showGrant(ctx: OrganizationHubContext, { grantId }: { readonly grantId: Id }): Promise<ExportGrant> {
  const row = await grantLoader.load(ctx, grantId);
  if (row === null) throw serviceError('EXPORT_GRANT_NOT_FOUND');
  return toExportGrant(row);
}

/** 批量导出: one asks, a second agrees. */
@Resolver()
export class ExportGrantResolver {
  @Query(() => ExportGrantConnection, {
    description: '批量导出申请：本人的；单位负责人可见本单位的，工委领导和核稿可见全委的。错误：ROLE_NOT_ALLOWED。',
  })
  async exportGrants(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Connection<ExportGrant>> {
    return toConnection(await readExportGrants(ctx, pageRequest(page)), toExportGrant);
  }

  @Mutation(() => ExportGrant, { description: '申请批量导出。错误：ROLE_NOT_ALLOWED、EXPORT_REASON。' })
  async requestExport(
    @Arg('input', () => RequestExportInput) input: RequestExportInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<ExportGrant> {
    return showGrant(ctx, await requestExport(ctx, input));
  }

  @Mutation(() => ExportGrant, {
    description:
      '批准批量导出：不能是申请人本人、其委托人或受托人；24 小时内可用一次。错误：ROLE_NOT_ALLOWED、OUTSIDE_SCOPE、EXPORT_GRANT_NOT_FOUND、STALE_VERSION、EXPORT_GRANT_DECIDED、EXPORT_SECOND_PERSON。',
  })
  async approveExport(
    @Arg('input', () => DecideExportInput) input: DecideExportInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<ExportGrant> {
    return showGrant(ctx, await approveExport(ctx, input));
  }

  @Mutation(() => ExportGrant, {
    description:
      '不批准批量导出。错误：ROLE_NOT_ALLOWED、OUTSIDE_SCOPE、EXPORT_GRANT_NOT_FOUND、STALE_VERSION、EXPORT_GRANT_DECIDED、EXPORT_SECOND_PERSON。',
  })
  async rejectExport(
    @Arg('input', () => DecideExportInput) input: DecideExportInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<ExportGrant> {
    return showGrant(ctx, await rejectExport(ctx, input));
  }
}
