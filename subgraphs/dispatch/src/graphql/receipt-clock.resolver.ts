import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { DeadlineClock, toDeadlineClock } from './deadline-clock.type';
import { DeadlineMove } from './deadline-move.type';
import type { DispatchHubContext } from './hub-context';
import { deadlineMovesLoader, receiptClockLoader } from './receipt.loader';
import { Receipt } from './receipt.type';

/** 为什么逾期: how the limit of a receipt came about, and how it moved. */
@Resolver(() => Receipt)
export class ReceiptClockResolver {
  @FieldResolver(() => DeadlineClock, {
    nullable: true,
    description: '当前期限的计算说明（为什么逾期）；无所欠，或已清退而看不到公文，为 null。',
  })
  async clock(@Root() receipt: Receipt, @Ctx() ctx: DispatchHubContext): Promise<DeadlineClock | null> {
    const row = await receiptClockLoader.load(ctx, receipt.id);
    return row && toDeadlineClock(row, ctx.clock.now());
  }

  @FieldResolver(() => [DeadlineMove], { description: '期限的历次变动，先后为序。' })
  async deadlineMoves(@Root() receipt: Receipt, @Ctx() ctx: DispatchHubContext): Promise<readonly DeadlineMove[]> {
    return (await deadlineMovesLoader.load(ctx, receipt.id)) ?? [];
  }
}
