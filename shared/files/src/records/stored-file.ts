/** What the gateway found out about a stored file. */
export interface StoredFile {
  readonly storageKey: string;
  readonly fileName: string;
  /** By content. */
  readonly mediaType: string;
  readonly byteSize: number;
  readonly contentDigest: string;
}

export interface RecordAttachmentInput extends StoredFile {
  /** `dispatch.attachment`: the subgraph, and what kind of thing the file belongs to. */
  readonly purpose: string;
  /** The thing it belongs to. */
  readonly targetId: string;
}
