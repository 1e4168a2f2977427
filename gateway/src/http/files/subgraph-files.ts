import { DomainError, isErrorKind, type PersonActor } from '@hub/core';

import type { CallSubgraph, SubgraphError, SubgraphRequest } from '../../context';
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
  const ask = async (actor: PersonActor, requestId: string, request: SubgraphRequest) => {
    const context = { actor, requestId, idempotencyKey: null, signal: AbortSignal.timeout(CALL_MS) };
    const { data, errors } = await call(KEEPER, request, context);
    if (errors?.[0]) throw asFailure(errors[0]);
    return data ?? {};
  };
  return createFileGateway({
    store,
    async recordUpload(actor, requestId, { purpose, targetId, ...stored }: UploadMetadata) {
      if (!purpose.startsWith(`${KEEPER}.`)) throw fileError('FILE_PURPOSE_INVALID');
      const { storageKey, name: fileName, contentType: mediaType, size: byteSize, sha256: contentDigest } = stored;
      const input = { purpose, targetId, storageKey, fileName, mediaType, byteSize, contentDigest };
      const request = { query: RECORD, variables: { input }, operationName: null, kind: 'mutation' } as const;
      const { recordAttachment } = await ask(actor, requestId, request);
      return { id: String(recordAttachment) };
    },
    async authorizeDownload(actor, token) {
      const request = { query: AUTHORIZE, variables: { token }, operationName: null, kind: 'query' } as const;
      const { authorizeDownload } = await ask(actor, 'download', request);
      return authorizeDownload as DownloadGrant;
    },
  });
}

/** A refusal of the subgraph stays the refusal it is; anything else is a fault. */
function asFailure({ message, extensions = {} }: SubgraphError): Error {
  const { code, reason } = extensions;
  if (!isErrorKind(code) || typeof reason !== 'string') return new Error(`subgraph failed: ${message}`);
  return new DomainError(code, reason, message);
}
