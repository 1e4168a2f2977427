import type { Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { attachmentsById } from '../data/attachment.read-model';
import { recordError } from '../domain/record.errors';
import type { DispatchContext } from './context';

export interface DownloadLink {
  readonly token: string;
  readonly expiresAt: Date;
}

const LINK_MS = 60_000;

/** A link to one file for this session and the next minute. */
export async function requestDownload(ctx: DispatchContext, attachmentId: Id): Promise<DownloadLink> {
  const { sessionId } = requirePerson(ctx);
  const found = await ctx.read((tx) => attachmentsById(tx, [attachmentId]));
  if (!found.has(attachmentId)) throw recordError('ATTACHMENT_NOT_FOUND');
  const expiresAt = new Date(ctx.clock.now().getTime() + LINK_MS);
  return { token: ctx.deps.downloadTokens.issue({ attachmentId, sessionId, expiresAt }), expiresAt };
}
