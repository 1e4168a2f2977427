import type { EventPayload, noticesSettled } from '@hub/contracts';

import { NoticeRepository } from '../data/notice.repository';
import { subjectKey } from '../domain/notice';
import type { OrganizationContext } from './context';
import { tellNotices } from './tell-notices';

export type SettledNotices = Pick<EventPayload<typeof noticesSettled>, 'about' | 'settledAt'>;

/** Makes done what was told of a matter until it was settled, and what is still on its way; what waits to go out stays. */
export async function settleNotices(ctx: OrganizationContext, { about, settledAt }: SettledNotices): Promise<void> {
  await ctx.transaction(async (tx) => {
    const repository = new NoticeRepository(tx);
    const held = await repository.holdSubjects([{ ...about, subjectId: ctx.ids.next() }]);
    const subject = held.get(subjectKey(about));
    if (!subject) throw new Error('a subject that is held was not found');
    if (!(await repository.settle(subject.subjectId, settledAt))) return;
    await repository.dropDeliveries(subject.subjectId, settledAt);
    tellNotices(tx, await repository.closeInbox(subject.subjectId, settledAt));
  });
}
