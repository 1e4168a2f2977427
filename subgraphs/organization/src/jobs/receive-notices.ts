import { noticeRequested, noticesSettled } from '@hub/contracts';
import { type EventDelivery, type EventSubscription, onEvent } from '@hub/jobs';
import { createUseCaseContext } from '@hub/persistence';

import type { OrganizationContext } from '../usecases/context';
import { deliverNotices } from '../usecases/deliver-notices';
import { settleNotices } from '../usecases/settle-notices';
import { noticesActor } from '../usecases/system-actors';
import type { NoticeHost } from './notice-host';
import { sendSoon } from './send-outside';

/** Notices as the subgraphs ask for them, and as what they were about comes to its end. */
export function receiveNotices(host: NoticeHost): EventSubscription[] {
  const contextOf = ({ committeeId, jobId }: EventDelivery<unknown>): OrganizationContext =>
    createUseCaseContext({ ...host, actor: noticesActor(committeeId), requestId: jobId });
  return [
    onEvent(noticeRequested, async (delivery) => {
      const waiting = await deliverNotices(contextOf(delivery), [delivery.payload]);
      if (waiting > 0) await sendSoon(delivery, delivery.committeeId);
    }),
    onEvent(noticesSettled, (delivery) => settleNotices(contextOf(delivery), delivery.payload)),
  ];
}
