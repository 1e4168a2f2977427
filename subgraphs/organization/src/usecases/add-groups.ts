import { localDate } from '@hub/core';
import type { Transaction } from '@hub/persistence';

import { type NewGroup, RecipientGroupRepository } from '../data/recipient-group.repository';
import { announceGroups } from './announce-structure';

/** New groups, those of a rule with the members it finds today; the other rooms hear of each, empty ones too. */
export async function addGroups(tx: Transaction, groups: readonly NewGroup[]): Promise<void> {
  const repository = new RecipientGroupRepository(tx);
  await repository.insertAll(groups);
  const refreshed = await repository.refreshAll(Number(localDate(tx.now).slice(0, 4)), '按规则确定成员');
  await announceGroups(tx, [...new Set([...groups.map((group) => group.groupId), ...refreshed])]);
}
