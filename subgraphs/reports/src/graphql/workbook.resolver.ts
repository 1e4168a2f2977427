import type { Id } from '@hub/core';
import { Arg, Ctx, Directive, ID, Mutation, Query, Resolver } from 'type-graphql';

import { beginReportImport, finishReportImport, importReportRecords } from '../usecases/import-reports';
import { readReportImport } from '../usecases/read-report-import';
import { planWorkbook, workbookPage } from '../usecases/task-workbook';
import type { ReportsHubContext } from './hub-context';
import { ReportImport, ReportImportProblem } from './report-import.type';
import {
  BeginReportImportInput,
  ImportReportRecordsInput,
  WorkbookPageInput,
  WorkbookPageType,
  WorkbookPlanType,
  WorkbookSubjectInput,
} from './workbook.type';

@Resolver()
export class WorkbookResolver {
  @Query(() => ReportImport, {
    description: '本单位的一次导入：存了多少，哪里有问题。错误：WORKBOOK_SUBJECT_NOT_FOUND。',
  })
  reportImport(@Arg('id', () => ID) id: Id, @Ctx() ctx: ReportsHubContext): Promise<ReportImport> {
    return ctx.read((tx) => readReportImport(tx, id));
  }

  @Directive('@inaccessible')
  @Query(() => WorkbookPlanType, { description: '网关内部使用：工作簿的结构。' })
  workbookPlan(
    @Arg('input', () => WorkbookSubjectInput) input: WorkbookSubjectInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<WorkbookPlanType> {
    return ctx.read((tx) => planWorkbook(tx, input));
  }

  @Directive('@inaccessible')
  @Query(() => WorkbookPageType, { description: '网关内部使用：工作表的一页。' })
  async workbookPage(
    @Arg('input', () => WorkbookPageInput) input: WorkbookPageInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<WorkbookPageType> {
    const { rows, endCursor } = await ctx.read((tx) => workbookPage(tx, input));
    return { rows: rows.map((row) => JSON.stringify(row)), endCursor };
  }

  @Directive('@inaccessible')
  @Mutation(() => ID, { description: '网关内部使用：开始导入填报工作簿。' })
  beginReportImport(
    @Arg('input', () => BeginReportImportInput) input: BeginReportImportInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<Id> {
    return beginReportImport(ctx, input);
  }

  @Directive('@inaccessible')
  @Mutation(() => [ReportImportProblem], { description: '网关内部使用：导入若干记录；答复其中的问题。' })
  importReportRecords(
    @Arg('input', () => ImportReportRecordsInput) input: ImportReportRecordsInput,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<readonly ReportImportProblem[]> {
    return importReportRecords(ctx, input);
  }

  @Directive('@inaccessible')
  @Mutation(() => ReportImport, { description: '网关内部使用：结束导入。' })
  async finishReportImport(
    @Arg('importId', () => ID) importId: Id,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<ReportImport> {
    await finishReportImport(ctx, importId);
    return ctx.read((tx) => readReportImport(tx, importId));
  }
}
