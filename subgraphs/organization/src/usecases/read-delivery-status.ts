import { NO_COMMITTEE } from '@hub/core';
import type { SubgraphDatabase } from '@hub/persistence';

import { committeeIds } from '../data/committee.read-model';
import { type DeliveryStatus, deliveryStatus } from '../data/delivery-status.read-model';
import { outsideDeliveryActor } from './system-actors';

/** What is on its way out of every committee, for whoever keeps the hub at a terminal. */
export async function readDeliveryStatus(
  database: Pick<SubgraphDatabase, 'read'>,
  now: Date,
): Promise<readonly DeliveryStatus[]> {
  const committees = await database.read(outsideDeliveryActor(NO_COMMITTEE), committeeIds);
  const all: DeliveryStatus[] = [];
  for (const committeeId of committees) {
    all.push(await database.read(outsideDeliveryActor(committeeId), (tx) => deliveryStatus(tx, now)));
  }
  return all;
}
