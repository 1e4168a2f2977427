import { MAX_PAGE_SIZE, pageRequest } from '@hub/core';
import { asksTotal, PageArgs, toConnection } from '@hub/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';

import { valueAt } from '../domain/field-value';
import { cellOf } from '../domain/workbook/cell-value';
import { listReportRows, listReportValueRows } from '../usecases/list-report-rows';
import type { ReportsHubContext } from './hub-context';
import { contentLoader } from './report.loader';
import { ReportFilterInput } from './report-filter.input';
import {
  ReportRow,
  ReportRowConnection,
  ReportValueRowConnection,
  toReportRow,
  toReportValueRow,
} from './report-row.type';

/** Reports for dashboards and exports. */
@Resolver(() => ReportRow)
export class ReportRowResolver {
  @Query(() => ReportRowConnection, {
    description:
      '报送明细平表，供看板与导出：一份一行，含未报的；工委看全部，单位与服务令牌只看各自范围内的。错误：SIGN_IN_REQUIRED。',
  })
  async reportRows(
    @Arg('filter', () => ReportFilterInput, { nullable: true }) filter: ReportFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: ReportsHubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReportRowConnection> {
    const request = { ...pageRequest(page, MAX_PAGE_SIZE), counted: asksTotal(info) };
    return toConnection(await listReportRows(ctx, filter ?? {}, request), toReportRow);
  }

  @Query(() => ReportValueRowConnection, {
    description:
      '报送内容平表，供看板与导出：已报送的逐项一行，表格不在内；工委看全部，单位与服务令牌只看各自范围内的。错误：SIGN_IN_REQUIRED。',
  })
  async reportValueRows(
    @Arg('filter', () => ReportFilterInput, { nullable: true }) filter: ReportFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: ReportsHubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReportValueRowConnection> {
    const request = { ...pageRequest(page, MAX_PAGE_SIZE), counted: asksTotal(info) };
    return toConnection(await listReportValueRows(ctx, filter ?? {}, request), toReportValueRow);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      '某个项目所填的内容，写法同 ReportValueRow.value：看板的文档以别名为栏名，例如 held: value(field: "meetings_held")。单位看正在填报的，工委看最近一次报送的；没有为 null。',
  })
  async value(
    @Root() { reportId }: ReportRow,
    @Arg('field', () => String, { description: '项目代码。' }) key: string,
    @Ctx() ctx: ReportsHubContext,
  ): Promise<string | null> {
    const content = await contentLoader.load(ctx, reportId);
    return content && cellOf(valueAt(content.values, key));
  }
}
