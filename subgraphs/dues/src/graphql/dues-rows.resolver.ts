import { DateScalar, type HubContext } from '@hub/graphql';
import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';

import { type DuesRow, duesRows } from '../data/dues-rows.read-model';
import { DuesRowType } from './dues-row.type';

@Resolver()
export class DuesRowsResolver {
  @Directive('@listSize(assumedSize: 150)')
  @Query(() => [DuesRowType], {
    description: '党费月度汇总：工委看全部单位，单位看本单位，按机构序列排列。month 为当月 1 日。',
  })
  duesRows(@Arg('month', () => DateScalar) month: string, @Ctx() ctx: HubContext): Promise<DuesRow[]> {
    return ctx.read((tx) => duesRows(tx, month));
  }
}
