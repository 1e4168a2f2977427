import { normalizeText } from '@hub/core';

import { documentError } from './document.errors';
import type { Finding } from './finding';

export const TITLE_LIMIT = 200;

/** Far above any paper (X4 warns at 4 000): a bound for what the hub is willing to store and scan. */
export const TEXT_LIMIT = 200_000;

/** 正文 as the hub keeps it. Throws BODY_REQUIRED beside what any text may throw. */
export function normalizeBody(raw: string): string {
  const text = normalizeText('正文', raw, TEXT_LIMIT);
  if (!text.trim()) throw documentError('BODY_REQUIRED');
  return text;
}

export interface CleanTitle {
  readonly title: string;
  readonly findings: readonly Finding[];
}

const HAN_SPACE =
  /(?<=[\p{Script=Han}《》〈〉“”‘’、，。：；（）〔〕])\s+|\s+(?=[\p{Script=Han}《》〈〉“”‘’、，。：；（）〔〕])/gu;
const END_PUNCTUATION = /[。．.，,、；;：:！!？?…]+$/u;

/**
 * 标题 as the hub keeps it: the spaces that printing puts between Chinese characters (`通 知`) are taken out and named.
 * Throws TITLE_REQUIRED, TITLE_TOO_LONG or CONTROL_CHARACTERS.
 */
export function cleanTitle(raw: string): CleanTitle {
  const actual = [...raw].length;
  if (actual > TITLE_LIMIT) throw documentError('TITLE_TOO_LONG', { limit: TITLE_LIMIT, actual });
  const trimmed = normalizeText('标题', raw, TEXT_LIMIT).trim();
  const title = trimmed.replace(HAN_SPACE, '').replace(/\s+/gu, ' ');
  if (!title) throw documentError('TITLE_REQUIRED');
  return { title, findings: titleFindings(trimmed, title) };
}

function titleFindings(written: string, title: string): readonly Finding[] {
  const findings: Finding[] = [];
  if (written !== title) findings.push(titleWarning('TITLE_SPACES', '标题中夹有多余空格，已去除。', written));
  const end = END_PUNCTUATION.exec(title)?.[0] ?? null;
  if (end !== null) findings.push(titleWarning('TITLE_PUNCTUATION', '标题末尾不加标点符号。', end));
  return findings;
}

function titleWarning(ruleId: 'TITLE_SPACES' | 'TITLE_PUNCTUATION', message: string, evidence: string): Finding {
  return { ruleId, severity: 'WARN', message, field: 'title', evidence };
}
