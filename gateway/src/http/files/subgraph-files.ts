import type { PersonActor } from '@hub/core';

import type { CallSubgraph } from '../../context';
import { type OwnCall, ownCall, refusalOf } from '../../own-call';
import { fileError } from './file.errors';
import { createFileGateway, type DownloadGrant, type UploadMetadata } from './file-gateway';
import type { FileGateway } from './file-gateway.type';
import type { FileStore } from './file-store.type';

const RECORD = 'mutation ($input: RecordAttachmentInput!) { recordAttachment(input: $input) }';
const AUTHORIZE = 'query ($token: String!) { authorizeDownload(token: $token) { storageKey name contentType } }';

/** The subgraph that keeps records of files; the purpose of an upload begins with its name. */
const KEEPER = 'dispatch';
const CALL_MS = 10_000;

/** Files whose records and rights live in subgraphs: this side moves bytes, theirs decides. */
export function subgraphFiles(call: CallSubgraph, store: FileStore): FileGateway {
  const ask = (actor: PersonActor, requestId: string, asked: Pick<OwnCall, 'kind' | 'query' | 'variables'>) =>
    ownCall(call, KEEPER, { ...asked, actor, requestId, timeoutMs: CALL_MS }, refusalOf);
  return createFileGateway({
    store,
    async recordUpload(actor, requestId, { purpose, targetId, ...stored }: UploadMetadata) {
      if (!purpose.startsWith(`${KEEPER}.`)) throw fileError('FILE_PURPOSE_INVALID');
      const { storageKey, name: fileName, contentType: mediaType, size: byteSize, sha256: contentDigest } = stored;
      const input = { purpose, targetId, storageKey, fileName, mediaType, byteSize, contentDigest };
      const asked = { kind: 'mutation', query: RECORD, variables: { input } } as const;
      const { recordAttachment } = await ask(actor, requestId, asked);
      return { id: String(recordAttachment) };
    },
    async authorizeDownload(actor, token) {
      const asked = { kind: 'query', query: AUTHORIZE, variables: { token } } as const;
      const { authorizeDownload } = await ask(actor, 'download', asked);
      return authorizeDownload as DownloadGrant;
    },
  });
}
