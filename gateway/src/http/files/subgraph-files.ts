import type { PersonActor } from '@hub/core';

import type { CallSubgraph } from '../../context';
import { type OwnCall, ownCall, refusalOf } from '../../own-call';
import { fileError } from './file.errors';
import { createFileGateway, type DownloadGrant, type UploadMetadata } from './file-gateway';
import type { FileGateway } from './file-gateway.type';
import type { FileStore } from './file-store.type';

const RECORD = 'mutation ($input: RecordAttachmentInput!) { recordAttachment(input: $input) }';
const AUTHORIZE = 'query ($token: String!) { authorizeDownload(token: $token) { storageKey name contentType } }';

/** The subgraphs that keep records of files. The purpose of an upload and the token of a download begin with the name. */
const KEEPERS = ['dispatch', 'reports'] as const;

type Keeper = (typeof KEEPERS)[number];

const keeperOf = (text: string): Keeper | undefined => KEEPERS.find((name) => text.startsWith(`${name}.`));

/** Any of them refuses what it did not sign. */
const grantorOf = (token: string): Keeper => keeperOf(token) ?? KEEPERS[0];

const CALL_MS = 10_000;

type Asked = Pick<OwnCall, 'kind' | 'query' | 'variables'>;

/** Files whose records and rights live in subgraphs: this side moves bytes, theirs decides. */
export function subgraphFiles(call: CallSubgraph, store: FileStore): FileGateway {
  const ask = (keeper: Keeper, actor: PersonActor, requestId: string, asked: Asked) =>
    ownCall(call, keeper, { ...asked, actor, requestId, timeoutMs: CALL_MS }, refusalOf);
  return createFileGateway({
    store,
    async recordUpload(actor, requestId, { purpose, targetId, ...stored }: UploadMetadata) {
      const keeper = keeperOf(purpose);
      if (!keeper) throw fileError('FILE_PURPOSE_INVALID');
      const { storageKey, name: fileName, contentType: mediaType, size: byteSize, sha256: contentDigest } = stored;
      const input = { purpose, targetId, storageKey, fileName, mediaType, byteSize, contentDigest };
      const asked = { kind: 'mutation', query: RECORD, variables: { input } } as const;
      const { recordAttachment } = await ask(keeper, actor, requestId, asked);
      return { id: String(recordAttachment) };
    },
    async authorizeDownload(actor, token) {
      const asked = { kind: 'query', query: AUTHORIZE, variables: { token } } as const;
      const { authorizeDownload } = await ask(grantorOf(token), actor, 'download', asked);
      return authorizeDownload as DownloadGrant;
    },
  });
}
