import { noticeRequested, noticesSettled } from '@hub/contracts';
import type { Clock, IdFactory } from '@hub/core';
import { type EventDelivery, type EventSubscription, onEvent } from '@hub/jobs';
import { createUseCaseContext, type SubgraphDatabase } from '@hub/persistence';

import type { OrganizationDeps } from '../deps';
import type { OrganizationContext } from '../usecases/context';
import { deliverNotices } from '../usecases/deliver-notices';
import { settleNotices } from '../usecases/settle-notices';
import { noticesActor } from '../usecases/system-actors';

export interface NoticeHost {
  readonly database: SubgraphDatabase;
  readonly deps: OrganizationDeps;
  readonly clock: Clock;
  readonly ids: IdFactory;
}

/** Notices as the subgraphs ask for them, and as what they were about comes to its end. */
export function receiveNotices(host: NoticeHost): EventSubscription[] {
  const contextOf = ({ committeeId, jobId }: EventDelivery<unknown>): OrganizationContext =>
    createUseCaseContext({ ...host, actor: noticesActor(committeeId), requestId: jobId });
  return [
    onEvent(noticeRequested, (delivery) => deliverNotices(contextOf(delivery), [delivery.payload])),
    onEvent(noticesSettled, (delivery) => settleNotices(contextOf(delivery), delivery.payload)),
  ];
}
