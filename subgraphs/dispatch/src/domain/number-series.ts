import { documentError } from './document.errors';
import type { DocumentKind } from './document-kind';
import { DOCUMENT_KIND_SPECS } from './document-kind';
import { recordError } from './record.errors';
import type { SeriesStep } from './series-step';

/** 发文号序列: the committee, its office and the discipline work committee number their papers apart. */
export interface NumberSeries {
  /** 机关代字: 焦直文. */
  readonly prefix: string;
  readonly kinds: readonly DocumentKind[];
  readonly steps: readonly SeriesStep[];
}

/** Throws KIND_NOT_IN_SERIES. */
export function assertSeriesCarries(series: NumberSeries, kind: DocumentKind): void {
  if (series.kinds.includes(kind)) return;
  const kindName = DOCUMENT_KIND_SPECS[kind].name;
  throw documentError('KIND_NOT_IN_SERIES', { kind, kindName, prefix: series.prefix });
}

const PREFIX = /^\p{Script=Han}{2,12}$/u;

/** Throws SERIES_PREFIX_FORM: a prefix that could not stand in a number of the prescribed form. */
export function assertPrefix(prefix: string): void {
  if (!PREFIX.test(prefix)) throw recordError('SERIES_PREFIX_FORM', { prefix });
}
