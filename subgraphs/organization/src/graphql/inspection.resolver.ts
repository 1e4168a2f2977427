import { type Id, pageRequest } from '@hub/core';
import { type Connection, defineLoader, PageArgs, toConnection } from '@hub/graphql';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import { inspectionsById } from '../data/inspection.read-model';
import { inspectionError } from '../domain/inspection.errors';
import { closeInspection } from '../usecases/close-inspection';
import { openInspection } from '../usecases/open-inspection';
import { readInspections } from '../usecases/read-inspections';
import type { OrganizationHubContext } from './hub-context';
import {
  CloseInspectionInput,
  Inspection,
  InspectionConnection,
  OpenInspectionInput,
  toInspection,
} from './inspection.type';
import { todayOf } from './loaders';

const inspectionLoader = defineLoader(inspectionsById);

async function showInspection(
  ctx: OrganizationHubContext,
  { inspectionId }: { readonly inspectionId: Id },
): Promise<Inspection> {
  const row = await inspectionLoader.load(ctx, inspectionId);
  if (row === null) throw inspectionError('INSPECTION_NOT_FOUND');
  return toInspection(row, todayOf(ctx));
}

/** 巡察, 审计. */
@Resolver()
export class InspectionResolver {
  @Query(() => InspectionConnection, {
    description: '巡察、审计列表（安全管理员、审计管理员、工委领导）。错误：ROLE_NOT_ALLOWED。',
  })
  async inspections(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Connection<Inspection>> {
    const today = todayOf(ctx);
    return toConnection(await readInspections(ctx, pageRequest(page)), (row) => toInspection(row, today));
  }

  @Mutation(() => Inspection, {
    description:
      '开通巡察、审计（安全管理员）。错误：ROLE_NOT_ALLOWED、ACCOUNT_IS_OWN、INSPECTION_TEXT、INSPECTION_TERM、ACCOUNT_NOT_FOUND、ACCOUNT_STATUS、DUTY_MIXED、ORGANIZATION_NOT_FOUND、ORGANIZATION_DISSOLVED。',
  })
  async openInspection(
    @Arg('input', () => OpenInspectionInput) input: OpenInspectionInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Inspection> {
    return showInspection(ctx, await openInspection(ctx, input));
  }

  @Mutation(() => Inspection, {
    description:
      '提前结束巡察、审计（安全管理员），会话随即终止。错误：ROLE_NOT_ALLOWED、INSPECTION_NOT_FOUND、STALE_VERSION、INSPECTION_OVER。',
  })
  async closeInspection(
    @Arg('input', () => CloseInspectionInput) input: CloseInspectionInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Inspection> {
    return showInspection(ctx, await closeInspection(ctx, input));
  }
}
