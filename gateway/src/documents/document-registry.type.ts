/** An operation that somebody wrote, looked at and let in. */
export interface TrustedDocument {
  /** SHA-256 of the text, as `documentIdOf` says. */
  readonly id: string;
  /** Name of its operation: what logs, exports and people call it. */
  readonly name: string;
  readonly text: string;
}

/** Where trusted documents are found. A failure to look is thrown; null means that there is none of that id. */
export interface DocumentRegistry {
  find(id: string): Promise<TrustedDocument | null>;
}
