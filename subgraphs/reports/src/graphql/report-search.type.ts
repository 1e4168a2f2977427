import { DateTimeScalar, PageInfo } from '@hub/graphql';
import { Field, InputType, ObjectType } from 'type-graphql';
import type { FoundReport, SearchFilter } from '../data/report-search.read-model';
import { Report, toReport } from './report.type';
import { ReportScopeInput } from './report-scope.input';

@InputType({ description: '检索范围；各项同时满足。' })
export class ReportSearchFilterInput extends ReportScopeInput implements SearchFilter {
  @Field(() => DateTimeScalar, { nullable: true, description: '报送时间起（含）。' })
  submittedFrom?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '报送时间止（不含）。' })
  submittedBefore?: Date | null;
}

@ObjectType({ description: '检索到的一份报送。' })
export class ReportHit {
  @Field(() => Report, { description: '报送。' })
  report!: Report;

  @Field(() => String, { description: '所在文句：全角转半角、字母转小写之后的写法。' })
  excerpt!: string;
}

@ObjectType({ description: '检索结果，新报的在前；不计总数。' })
export class ReportHits {
  @Field(() => [ReportHit], { description: '本页各项。' })
  nodes!: readonly ReportHit[];

  @Field(() => PageInfo, { description: '分页信息。' })
  pageInfo!: PageInfo;
}

export const toReportHit = ({ report, excerpt }: FoundReport): ReportHit => ({ report: toReport(report), excerpt });
