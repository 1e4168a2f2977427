import { isKey } from '@hub/core';

import { fileError } from './file.errors';
import type { IncomingFile } from './file-gateway.type';

/** `dispatch.attachment`: the owning subgraph, and what the file is to it. */
const PURPOSE = /^[a-z]{1,32}\.[a-z][a-z-]{0,31}$/;

type Claimed = { readonly [K in Exclude<keyof IncomingFile, 'stream'>]: string | null | undefined };

/** Checks what came beside the bytes, before any of them is read. */
export function incomingFile(claimed: Claimed & Pick<IncomingFile, 'stream'>): IncomingFile {
  const { name, declaredType, purpose, targetId, stream } = claimed;
  if (!purpose || !PURPOSE.test(purpose)) throw fileError('FILE_PURPOSE_INVALID');
  if (!isKey(targetId)) throw fileError('FILE_TARGET_INVALID');
  if (!name) throw fileError('FILE_REQUIRED');
  return { name, declaredType: declaredType ?? 'application/octet-stream', purpose, targetId, stream };
}
