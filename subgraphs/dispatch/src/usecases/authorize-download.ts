import { requirePerson } from '@hub/persistence';

import { attachmentsById } from '../data/attachment.read-model';
import { recordError } from '../domain/record.errors';
import type { DispatchContext } from './context';

/** What the gateway needs to stream a file. */
export interface DownloadGrant {
  readonly storageKey: string;
  readonly name: string;
  readonly contentType: string;
}

/** Checks a link when it is used: its minute, its session, and the right to the record once more. */
export async function authorizeDownload(ctx: DispatchContext, token: string): Promise<DownloadGrant> {
  const { sessionId } = requirePerson(ctx);
  const claim = ctx.deps.downloadTokens.read(token);
  if (claim === null || claim.sessionId !== sessionId || claim.expiresAt <= ctx.clock.now()) {
    throw recordError('DOWNLOAD_LINK_INVALID');
  }
  const { attachmentId } = claim;
  const attachment = (await ctx.read((tx) => attachmentsById(tx, [attachmentId]))).get(attachmentId);
  if (!attachment) throw recordError('ATTACHMENT_NOT_FOUND');
  const { fileName: name, mediaType: contentType, storageKey } = attachment;
  return { storageKey, name, contentType };
}
