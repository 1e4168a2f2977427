import { isPlainText } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { type ToldRow, toldOf } from '../data/told.read-model';
import { noticePolicy } from '../domain/notice.policy';
import type { OrganizationContext } from './context';

/** What the office, which answers for reminders, may know of them: who was told, when and through what. */
export async function readTold(ctx: OrganizationContext, type: string, id: string): Promise<readonly ToldRow[]> {
  const actor = requirePerson(ctx);
  noticePolicy.assertMay(actor, 'readTold', { committeeId: actor.committeeId });
  // Nothing has a key with characters in it that cannot be seen, and Postgres takes none.
  if (!isPlainText(type + id)) return [];
  return ctx.read((tx) => toldOf(tx, { type, id }));
}
