import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { highestLevel } from '../domain/adoption';
import { ReportField, showFields } from './field-value.type';
import type { ReportsHubContext } from './hub-context';
import { AdoptionLevelEnum } from './report.enum';
import { adoptionsLoader, contentLoader, returnsLoader, versionsLoader } from './report.loader';
import { Report } from './report.type';
import { ReportAdoption, ReportReturn, ReportVersion, toAdoption, toReturn, toVersion } from './report-history.type';
import { findTask } from './report-task.loader';
import { ReportTask } from './report-task.type';

/** What hangs on a report: one statement for all reports of an answer. */
@Resolver(() => Report)
export class ReportDetailResolver {
  @FieldResolver(() => ReportTask, { nullable: true, description: '所属任务；自行报送的为 null。' })
  async task(@Root() { taskId }: Report, @Ctx() ctx: ReportsHubContext): Promise<ReportTask | null> {
    return taskId === null ? null : findTask(ctx, taskId);
  }

  @FieldResolver(() => [ReportField], {
    description: '各项内容：单位看正在填报的，工委看最近一次报送的；平台已有和计算的项目由平台填入。',
  })
  async fields(@Root() { id }: Report, @Ctx() ctx: ReportsHubContext): Promise<ReportField[]> {
    const content = await contentLoader.load(ctx, id);
    return content ? showFields(content.fields, content.values) : [];
  }

  @FieldResolver(() => [ReportVersion], { description: '各版本，先后为序。' })
  async versions(@Root() { id }: Report, @Ctx() ctx: ReportsHubContext): Promise<readonly ReportVersion[]> {
    return ((await versionsLoader.load(ctx, id)) ?? []).map(toVersion);
  }

  @FieldResolver(() => [ReportReturn], { description: '历次退回，先后为序。' })
  async returns(@Root() { id }: Report, @Ctx() ctx: ReportsHubContext): Promise<readonly ReportReturn[]> {
    return ((await returnsLoader.load(ctx, id)) ?? []).map(toReturn);
  }

  @FieldResolver(() => [ReportAdoption], { description: '采用，新的在前；已撤销的不在内。' })
  async adoptions(@Root() { id }: Report, @Ctx() ctx: ReportsHubContext): Promise<readonly ReportAdoption[]> {
    return ((await adoptionsLoader.load(ctx, id)) ?? []).map(toAdoption);
  }

  @FieldResolver(() => AdoptionLevelEnum, {
    nullable: true,
    description: '采用的最高级别，统计时只计这一次；未被采用为 null。',
  })
  async adoptedLevel(@Root() { id }: Report, @Ctx() ctx: ReportsHubContext): Promise<ReportAdoption['level'] | null> {
    return highestLevel(((await adoptionsLoader.load(ctx, id)) ?? []).map(({ level }) => level));
  }
}
