import type { LocalDate } from '@hub/core';

import { recordError } from './record.errors';

/** 撤销 and 废止 need a deciding body and the document it decided by (公文条例). */
export interface EndingBasis {
  readonly decidedBy: string;
  readonly basisDocument: string;
  readonly decidedOn: LocalDate;
}

/** Throws ENDING_BASIS_REQUIRED. */
export function assertEndingBasis({ decidedBy, basisDocument }: EndingBasis): void {
  if (!decidedBy.trim() || !basisDocument.trim()) throw recordError('ENDING_BASIS_REQUIRED');
}
