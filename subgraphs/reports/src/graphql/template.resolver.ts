import { type Id, pageRequest } from '@hub/core';
import { type HubContext, PageArgs, toConnection } from '@hub/graphql';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';

import { FACT_SOURCES } from '../domain/fact-catalogue';
import { templateError } from '../domain/template.errors';
import { adoptStarterTemplates } from '../usecases/adopt-starter-templates';
import { publishReportTemplate } from '../usecases/publish-report-template';
import { listReportTemplates } from '../usecases/read-report-templates';
import { retireReportTemplate } from '../usecases/retire-report-template';
import { reviseReportTemplate } from '../usecases/revise-report-template';
import { ReportFact, toReportFact } from './report-fact.type';
import {
  PublishReportTemplateInput,
  ReportTemplateFilter,
  RetireReportTemplateInput,
  ReviseReportTemplateInput,
  toTemplateField,
} from './template.input';
import { findTemplate, showTemplate, templateVersionsLoader } from './template.loader';
import {
  ReportTemplate,
  ReportTemplateConnection,
  ReportTemplateVersion,
  toTemplate,
  toTemplateVersion,
} from './template.type';

@Resolver(() => ReportTemplate)
export class TemplateResolver {
  @Query(() => ReportTemplateConnection, {
    description: '报送模板，按首次发布的先后；默认只列在用的。错误：ROLE_NOT_ALLOWED。',
  })
  async reportTemplates(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: HubContext,
    @Arg('filter', () => ReportTemplateFilter, { nullable: true, description: '筛选条件。' })
    filter?: ReportTemplateFilter | null,
  ): Promise<ReportTemplateConnection> {
    return toConnection(await listReportTemplates(ctx, filter ?? {}, pageRequest(page)), toTemplate);
  }

  @Query(() => ReportTemplate, { nullable: true, description: '一份报送模板；不存在为 null。' })
  reportTemplate(
    @Arg('id', () => ID, { description: '模板标识。' }) id: Id,
    @Ctx() ctx: HubContext,
  ): Promise<ReportTemplate | null> {
    return findTemplate(ctx, id);
  }

  @Directive('@listSize(assumedSize: 50)')
  @Query(() => [ReportFact], { description: '平台已有的数据：模板中由平台填入的项目从中选择。' })
  reportFacts(): ReportFact[] {
    return FACT_SOURCES.map(toReportFact);
  }

  @FieldResolver(() => ReportTemplateVersion, {
    description: '现行版本，或指定的一版。错误：TEMPLATE_VERSION_NOT_FOUND。',
  })
  async content(
    @Root() { id, currentNumber }: ReportTemplate,
    @Ctx() ctx: HubContext,
    @Arg('number', () => Int, { nullable: true, description: '版次；省略为现行版。' }) asked?: number | null,
  ): Promise<ReportTemplateVersion> {
    const number = asked ?? currentNumber;
    const version = (await templateVersionsLoader.load(ctx, id))?.find((each) => each.number === number);
    if (version === undefined) throw templateError('TEMPLATE_VERSION_NOT_FOUND', { number });
    return toTemplateVersion(version);
  }

  @Directive('@listSize(assumedSize: 20)')
  @FieldResolver(() => [ReportTemplateVersion], { description: '全部版本，新的在前。' })
  async versions(@Root() { id }: ReportTemplate, @Ctx() ctx: HubContext): Promise<ReportTemplateVersion[]> {
    return ((await templateVersionsLoader.load(ctx, id)) ?? []).map(toTemplateVersion);
  }

  @Mutation(() => ReportTemplate, {
    description:
      '发布报送模板。错误：TEMPLATE_NAME_INVALID、TEMPLATE_NAME_TAKEN、TEMPLATE_FIELDS_INVALID（details.problems 列出每一处）、TEMPLATE_MINUTES_INVALID、ROLE_NOT_ALLOWED。',
  })
  async publishReportTemplate(
    @Arg('input', () => PublishReportTemplateInput) input: PublishReportTemplateInput,
    @Ctx() ctx: HubContext,
  ): Promise<ReportTemplate> {
    const fields = input.fields.map(toTemplateField);
    return showTemplate(ctx, await publishReportTemplate(ctx, { ...input, fields }));
  }

  @Mutation(() => ReportTemplate, {
    description:
      '修订报送模板：成为下一版，已下达的任务仍按原版填报。错误：TEMPLATE_NOT_FOUND、STALE_VERSION、TEMPLATE_RETIRED、TEMPLATE_FIELDS_INVALID、TEMPLATE_MINUTES_INVALID、TEMPLATE_UNCHANGED、ROLE_NOT_ALLOWED。',
  })
  async reviseReportTemplate(
    @Arg('input', () => ReviseReportTemplateInput) input: ReviseReportTemplateInput,
    @Ctx() ctx: HubContext,
  ): Promise<ReportTemplate> {
    const fields = input.fields.map(toTemplateField);
    return showTemplate(ctx, await reviseReportTemplate(ctx, { ...input, fields }));
  }

  @Mutation(() => ReportTemplate, {
    description:
      '停用报送模板：不再下达新任务，已下达的照常填报。错误：TEMPLATE_NOT_FOUND、STALE_VERSION、TEMPLATE_RETIRED、TEMPLATE_REASON_REQUIRED、ROLE_NOT_ALLOWED。',
  })
  async retireReportTemplate(
    @Arg('input', () => RetireReportTemplateInput) input: RetireReportTemplateInput,
    @Ctx() ctx: HubContext,
  ): Promise<ReportTemplate> {
    return showTemplate(ctx, await retireReportTemplate(ctx, input));
  }

  @Directive('@listSize(assumedSize: 20)')
  @Mutation(() => [ReportTemplate], {
    description: '采用起步模板：各类报送各一份，已有同名在用模板的跳过。错误：ROLE_NOT_ALLOWED。',
  })
  async adoptStarterTemplates(@Ctx() ctx: HubContext): Promise<ReportTemplate[]> {
    return Promise.all((await adoptStarterTemplates(ctx)).map((templateId) => showTemplate(ctx, templateId)));
  }
}
