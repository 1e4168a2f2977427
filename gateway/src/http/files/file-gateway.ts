import type { PersonActor } from '@hub/core';

import type { DownloadedFile, FileGateway, IncomingFile } from './file-gateway.type';
import type { FileStore, StoredFile } from './file-store.type';

/** What the owning subgraph is told about a stored file. */
export interface UploadMetadata extends StoredFile {
  readonly purpose: string;
  readonly targetId: string;
}

/** What the owning subgraph grants for a download token. */
export interface DownloadGrant {
  readonly storageKey: string;
  readonly name: string;
  readonly contentType: string;
}

export interface FileGatewayOptions {
  readonly store: FileStore;
  /** Checks the actor's right to the record, then records the file. */
  readonly recordUpload: (actor: PersonActor, requestId: string, metadata: UploadMetadata) => Promise<{ id: string }>;
  /** Checks the token, its session and the actor's right once more. */
  readonly authorizeDownload: (actor: PersonActor, token: string) => Promise<DownloadGrant>;
}

export function createFileGateway({ store, recordUpload, authorizeDownload }: FileGatewayOptions): FileGateway {
  return {
    async upload(actor, requestId, { name, purpose, targetId, stream }: IncomingFile) {
      const stored = await store.put({ name, stream });
      const { id } = await recordUpload(actor, requestId, { ...stored, purpose, targetId });
      const { storageKey: _, ...shown } = stored;
      return { id, ...shown };
    },
    async open(actor, token): Promise<DownloadedFile> {
      const { storageKey, name, contentType } = await authorizeDownload(actor, token);
      return { name, contentType, ...(await store.open(storageKey)) };
    },
  };
}
