import { composeCalendar, OFFICIAL_YEARS, type WorkingCalendar } from '@hub/core';

import { createDownloadTokens, type DownloadTokens } from './download-tokens';

/** The tools the use cases of this subgraph need besides the database. */
export interface DispatchDeps {
  /** Refuses to compute in a year whose holidays are not announced. */
  readonly calendar: WorkingCalendar;
  readonly downloadTokens: DownloadTokens;
}

export function createDispatchDeps(options: { readonly accessTokenKey: Uint8Array }): DispatchDeps {
  return {
    calendar: composeCalendar({ official: OFFICIAL_YEARS }),
    downloadTokens: createDownloadTokens(options.accessTokenKey),
  };
}
