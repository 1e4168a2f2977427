import type { Id } from '@hub/core';

import type { StoredFile } from './stored-file';

/** A file as it is read; what it belongs to stands beside it. */
export interface AttachmentRow extends StoredFile {
  readonly id: Id;
  readonly ordinal: number;
  readonly uploadedByName: string;
  readonly uploadedAt: Date;
}

/** The same as columns of a row `a`. */
export const ATTACHMENT_COLUMNS = `a.attachment_id as id, a.ordinal, a.file_name as "fileName", a.media_type as "mediaType",
  a.byte_size::float8 as "byteSize", a.content_digest as "contentDigest", a.storage_key as "storageKey",
  a.uploaded_by_name as "uploadedByName", a.uploaded_at as "uploadedAt"`;
