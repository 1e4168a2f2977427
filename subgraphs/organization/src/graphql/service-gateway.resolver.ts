import { type Id, pageRequest } from '@hub/core';
import { type Connection, PageArgs, toConnection } from '@hub/graphql';
import { Arg, Args, Ctx, Directive, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';

import { findTrustedDocument } from '../usecases/find-trusted-document';
import { beginExport, finishExport } from '../usecases/log-export';
import { readExports } from '../usecases/read-services';
import { noteServiceTokenUse, resolveServiceToken } from '../usecases/resolve-service-token';
import {
  BeginExportInput,
  ExportRecord,
  ExportRecordConnection,
  FinishExportInput,
  toExportRecord,
} from './export-log.type';
import type { OrganizationHubContext } from './hub-context';

@Directive('@inaccessible')
@ObjectType({ description: '网关内部使用：已批准的可信查询。' })
class TrustedDocumentType {
  @Field(() => String, { description: '查询标识。' })
  id!: string;

  @Field(() => String, { description: '名称。' })
  name!: string;

  @Field(() => String, { description: '查询文本。' })
  text!: string;
}

/** What the gateway asks and says about programs that read, and the log that comes of it. */
@Resolver()
export class ServiceGatewayResolver {
  @Query(() => ExportRecordConnection, { description: '导出记录（审计管理员）。错误：ROLE_NOT_ALLOWED。' })
  async exportRecords(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Connection<ExportRecord>> {
    return toConnection(await readExports(ctx, pageRequest(page)), toExportRecord);
  }

  @Directive('@inaccessible')
  @Query(() => String, {
    nullable: true,
    description: '网关内部使用：服务令牌当前身份（JSON）；无效、到期或已撤销为 null。',
  })
  async serviceActor(
    @Arg('committeeId', () => ID) committeeId: Id,
    @Arg('digest', () => String) digest: string,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<string | null> {
    const actor = await resolveServiceToken(ctx, { committeeId, digest });
    return actor && JSON.stringify(actor);
  }

  @Directive('@inaccessible')
  @Mutation(() => Boolean, { description: '网关内部使用：服务令牌刚被使用。' })
  noteServiceTokenUse(
    @Arg('committeeId', () => ID) committeeId: Id,
    @Arg('tokenId', () => ID) tokenId: Id,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<boolean> {
    return noteServiceTokenUse(ctx, committeeId, tokenId);
  }

  @Directive('@inaccessible')
  @Query(() => TrustedDocumentType, {
    nullable: true,
    description: '网关内部使用：按名称或标识查已批准的可信查询；没有为 null。',
  })
  trustedDocument(
    @Arg('ref', () => String) ref: string,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<TrustedDocumentType | null> {
    return findTrustedDocument(ctx, ref);
  }

  @Directive('@inaccessible')
  @Mutation(() => ID, { description: '网关内部使用：开始导出，登记一条记录。' })
  beginExport(
    @Arg('input', () => BeginExportInput) input: BeginExportInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<Id> {
    return beginExport(ctx, input);
  }

  @Directive('@inaccessible')
  @Mutation(() => Boolean, { description: '网关内部使用：结束导出。' })
  finishExport(
    @Arg('input', () => FinishExportInput) input: FinishExportInput,
    @Ctx() ctx: OrganizationHubContext,
  ): Promise<boolean> {
    return finishExport(ctx, input);
  }
}
