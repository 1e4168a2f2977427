import type { EventPayload, noticesSettled } from '@hub/contracts';

import { NoticeRepository } from '../data/notice.repository';
import { subjectKey } from '../domain/notice';
import type { OrganizationContext } from './context';
import { tellNotices } from './tell-notices';

export type SettledNotices = Omit<EventPayload<typeof noticesSettled>, 'committeeId'>;

/** Makes done what was told of a matter, also what is still on its way; what waits to go out stays. */
export async function settleNotices(ctx: OrganizationContext, settled: SettledNotices): Promise<void> {
  const { about, noticeIds = null, settledAt } = settled;
  await ctx.transaction(async (tx) => {
    const repository = new NoticeRepository(tx);
    const held = await repository.holdSubjects([{ ...about, subjectId: ctx.ids.next() }]);
    const subject = held.get(subjectKey(about));
    if (!subject) throw new Error('a subject that is held was not found');
    const settlement = { subjectId: subject.subjectId, settledAt, noticeIds };
    if (noticeIds) await repository.settleAhead(noticeIds, settledAt);
    else if (!(await repository.settle(subject.subjectId, settledAt))) return;
    await repository.dropDeliveries(settlement);
    tellNotices(tx, await repository.closeInbox(settlement));
  });
}
