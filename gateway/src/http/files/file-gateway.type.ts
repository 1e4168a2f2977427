import type { Readable } from 'node:stream';

import type { PersonActor } from '@hub/core';

/** A file on its way in. Name and type are what the client claims; the content decides. */
export interface IncomingFile {
  readonly name: string;
  readonly declaredType: string;
  /** What it is for, which names the owning subgraph: `dispatch.attachment`. */
  readonly purpose: string;
  /** The record it belongs to. */
  readonly targetId: string;
  readonly stream: Readable;
}

/** What the client gets back. */
export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
}

export interface DownloadedFile {
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly stream: Readable;
}

/** The gateway moves bytes; whether they may move is the owning subgraph's to say. */
export interface FileGateway {
  /** Streams the bytes to the store while hashing and counting; then the owning subgraph records it. */
  upload(actor: PersonActor, requestId: string, file: IncomingFile): Promise<UploadedFile>;
  open(actor: PersonActor, token: string): Promise<DownloadedFile>;
}
