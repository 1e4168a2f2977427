import type { Readable } from 'node:stream';

export interface StoredFile {
  /** Under which the store gives the bytes back; never shown to clients. */
  readonly storageKey: string;
  readonly name: string;
  /** By content. */
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
}

/** Where bytes are kept: the local disk here, S3 where configured. */
export interface FileStore {
  /** Keeps the whole stream or nothing. */
  put(file: { readonly name: string; readonly stream: Readable }): Promise<StoredFile>;
  open(storageKey: string): Promise<{ readonly size: number; readonly stream: Readable }>;
}
