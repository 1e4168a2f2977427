import { groupChanged, organizationChanged, unitChanged } from '@hub/contracts';
import { type Id, localDate } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { RecipientGroupRepository } from '../data/recipient-group.repository';
import { groupSnapshots, organizationSnapshots, unitSnapshots } from '../data/snapshot.read-model';

export interface ChangedStructure {
  readonly unitIds?: readonly Id[];
  readonly organizationIds?: readonly Id[];
  /** Why, as the new versions of recipient groups will say it. */
  readonly reason: string;
}

/** Tells the other rooms what changed, and brings the recipient groups up to date, in the transaction of the change. */
export async function announceStructure(tx: Transaction, changed: ChangedStructure): Promise<void> {
  const year = Number(localDate(tx.now).slice(0, 4));
  const { unitIds = [], organizationIds = [] } = changed;
  if (unitIds.length > 0) {
    for (const unit of await unitSnapshots(tx, unitIds, year)) tx.emit(unitChanged, unit.unitId, unit);
  }
  if (organizationIds.length > 0) {
    for (const organization of await organizationSnapshots(tx, organizationIds)) {
      tx.emit(organizationChanged, organization.organizationId, organization);
    }
  }
  await announceGroups(tx, await new RecipientGroupRepository(tx).refreshAll(year, changed.reason));
}

export async function announceGroups(tx: Transaction, groupIds: readonly Id[]): Promise<void> {
  if (groupIds.length === 0) return;
  for (const group of await groupSnapshots(tx, groupIds)) tx.emit(groupChanged, group.groupId, group);
}
