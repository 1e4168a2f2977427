import { type Id, isPerson } from '@hub/core';
import { defineLoader } from '@hub/graphql';
import type { ReadTransaction } from '@hub/persistence';

import { earlierNotices, noticesById } from '../data/notice.read-model';

/** Of the inbox of whoever asks; nobody but a person has one. */
const ofOwnInbox =
  <Value>(read: (tx: ReadTransaction, accountId: Id, keys: readonly Id[]) => Promise<ReadonlyMap<Id, Value>>) =>
  async (tx: ReadTransaction, keys: readonly Id[]): Promise<ReadonlyMap<Id, Value>> =>
    isPerson(tx.actor) ? read(tx, tx.actor.accountId, keys) : new Map();

export const noticeLoader = defineLoader(ofOwnInbox(noticesById));
export const earlierLoader = defineLoader(ofOwnInbox(earlierNotices));
