import { characterCount, normalizeText } from '@hub/core';

import { reportError } from './report.errors';

const SHORTEST = 2;
const LONGEST = 200;

/** A title as the hub keeps it: one line. Throws REPORT_TITLE_REQUIRED or what any text may throw. */
export function cleanReportTitle(raw: string): string {
  const title = normalizeText('标题', raw, 2 * LONGEST)
    .replace(/\s+/gu, ' ')
    .trim();
  const length = characterCount(title);
  if (length < SHORTEST || length > LONGEST) throw reportError('REPORT_TITLE_REQUIRED');
  return title;
}
