import type { Id } from '@hub/core';
import { DownloadLinkType } from '@hub/files';
import { defineLoader } from '@hub/graphql';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';

import { filesOfReports, reportFilesById } from '../data/report-file.read-model';
import { requestDownload } from '../usecases/download-report-file';
import { removeReportFile } from '../usecases/remove-report-file';
import { ReportField } from './field-value.type';
import type { ReportsHubContext } from './hub-context';
import { showReport } from './report.loader';
import { Report } from './report.type';
import { ReportFile, toReportFile } from './report-file.type';

export const reportFileLoader = defineLoader(reportFilesById);
const filesLoader = defineLoader(filesOfReports);

@Resolver(() => Report)
export class ReportFileResolver {
  @FieldResolver(() => [ReportFile], {
    description: '已上传的附件，先后为序，不论是否已被栏目引用；其他人只看到已报送的。',
  })
  async files(@Root() { id }: Report, @Ctx() ctx: ReportsHubContext): Promise<ReportFile[]> {
    return ((await filesLoader.load(ctx, id)) ?? []).map(toReportFile);
  }

  @Query(() => DownloadLinkType, {
    description: '取得报送附件的下载链接：只对当前会话有效，一分钟内使用。错误：ATTACHMENT_NOT_FOUND。',
  })
  reportFileDownload(@Arg('id', () => ID) id: Id, @Ctx() ctx: ReportsHubContext): Promise<DownloadLinkType> {
    return requestDownload(ctx, id);
  }

  @Mutation(() => Report, {
    description:
      '删除报送附件：报送以前由本单位删除；栏目中的引用须另行保存去除。错误：ATTACHMENT_NOT_FOUND、REPORT_FILE_HANDED_IN、REPORT_SUBMITTED、REPORT_IN_REVIEW、REPORT_SIGNED、REPORT_ACCEPTED、REPORT_SETTLED、REPORT_EXEMPT、TASK_CLOSED。',
  })
  async removeReportFile(@Arg('id', () => ID) id: Id, @Ctx() ctx: ReportsHubContext): Promise<Report> {
    return showReport(ctx, await removeReportFile(ctx, id));
  }
}

@Resolver(() => ReportField)
export class ReportFieldFilesResolver {
  @FieldResolver(() => [ReportFile], { nullable: true, description: '附件；已删除的不列。' })
  async files(@Root() { fileIds }: ReportField, @Ctx() ctx: ReportsHubContext): Promise<ReportFile[] | null> {
    if (fileIds === null) return null;
    const rows = await Promise.all(fileIds.map((id) => reportFileLoader.load(ctx, id)));
    return rows.filter((row) => row !== null).map(toReportFile);
  }
}
