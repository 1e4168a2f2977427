import { createDownloadTokens, type DownloadTokens } from './download-tokens';

/** The tools that use cases of files need besides the database. */
export interface FileDeps {
  readonly downloadTokens: DownloadTokens;
}

/** `createDeps` of a subgraph that keeps records of files, or a part of it. */
export const createFileDeps =
  (subgraph: string) =>
  ({ accessTokenKey }: { readonly accessTokenKey: Uint8Array }): FileDeps => ({
    downloadTokens: createDownloadTokens(subgraph, accessTokenKey),
  });
