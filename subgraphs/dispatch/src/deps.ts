import { createDownloadTokens, type DownloadTokens } from './download-tokens';

/** The tools the use cases of this subgraph need besides the database. */
export interface DispatchDeps {
  readonly downloadTokens: DownloadTokens;
}

export function createDispatchDeps(options: { readonly accessTokenKey: Uint8Array }): DispatchDeps {
  return { downloadTokens: createDownloadTokens(options.accessTokenKey) };
}
