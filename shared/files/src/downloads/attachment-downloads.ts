import type { Id } from '@hub/core';
import { type ReadTransaction, requirePerson, type UseCaseContext } from '@hub/persistence';

import { attachmentError } from '../attachment.errors';
import type { FileDeps } from './file-deps';

export interface DownloadLink {
  readonly token: string;
  readonly expiresAt: Date;
}

/** What the gateway needs to stream a file. */
export interface DownloadGrant {
  readonly storageKey: string;
  readonly name: string;
  readonly contentType: string;
}

/** What a download reads of the record of a file. */
export interface DownloadableFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly storageKey: string;
}

/** The files that the reader may see, among those asked for. */
export type FindFiles = (tx: ReadTransaction, ids: readonly Id[]) => Promise<ReadonlyMap<Id, DownloadableFile>>;

type Context = UseCaseContext<FileDeps>;

export interface AttachmentDownloads {
  /** A link to one file for this session and the next minute. */
  requestDownload(ctx: Context, attachmentId: Id): Promise<DownloadLink>;
  /** Checks a link when it is used: its minute, its session, and the right to the record once more. */
  authorizeDownload(ctx: Context, token: string): Promise<DownloadGrant>;
}

const LINK_MS = 60_000;

/** Downloads of the files that a subgraph keeps records of: rights are those of the record. */
export function attachmentDownloads(find: FindFiles): AttachmentDownloads {
  const get = async (ctx: Context, attachmentId: Id): Promise<DownloadableFile> => {
    const found = await ctx.read((tx) => find(tx, [attachmentId]));
    const file = found.get(attachmentId);
    if (!file) throw attachmentError('ATTACHMENT_NOT_FOUND');
    return file;
  };
  return {
    async requestDownload(ctx, attachmentId) {
      const { sessionId } = requirePerson(ctx);
      await get(ctx, attachmentId);
      const expiresAt = new Date(ctx.clock.now().getTime() + LINK_MS);
      return { token: ctx.deps.downloadTokens.issue({ attachmentId, sessionId, expiresAt }), expiresAt };
    },
    async authorizeDownload(ctx, token) {
      const { sessionId } = requirePerson(ctx);
      const claim = ctx.deps.downloadTokens.read(token);
      if (claim === null || claim.sessionId !== sessionId || claim.expiresAt <= ctx.clock.now()) {
        throw attachmentError('DOWNLOAD_LINK_INVALID');
      }
      const { fileName: name, mediaType: contentType, storageKey } = await get(ctx, claim.attachmentId);
      return { storageKey, name, contentType };
    },
  };
}
