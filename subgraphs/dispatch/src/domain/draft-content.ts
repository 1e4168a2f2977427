import { normalizeText, textDigest } from '@hub/core';

import { printedLength } from './economy';
import type { Finding } from './finding';
import { parsePrintedText } from './printed-text';
import { cleanTitle, normalizeBody } from './text-normalization';

const LINE_LIMIT = 2000;

/** What a drafter writes. What is left out is read from the text; null says that the paper prints none. */
export interface DraftText {
  readonly text: string;
  readonly title?: string;
  readonly addresseeLine?: string | null;
  readonly copyLine?: string | null;
  readonly annexTitles?: readonly string[];
}

/** The signed text of a paper, as the hub keeps it. */
export interface DraftContent {
  readonly title: string;
  readonly text: string;
  readonly addresseeLine: string | null;
  readonly copyLine: string | null;
  readonly annexTitles: readonly string[];
  readonly characterCount: number;
  /** Hash over everything a signer signs: a signature or a receipt names it. */
  readonly textDigest: string;
}

/** Throws TITLE_REQUIRED, TITLE_TOO_LONG, BODY_REQUIRED, TEXT_TOO_LONG or CONTROL_CHARACTERS. */
export function readDraft(draft: DraftText): { readonly content: DraftContent; readonly findings: readonly Finding[] } {
  const text = normalizeBody(draft.text);
  const printed = parsePrintedText(text);
  const { title, findings } =
    draft.title === undefined
      ? { title: cleanTitle(printed.title ?? '').title, findings: printed.titleFindings }
      : cleanTitle(draft.title);
  const signed = {
    title,
    text,
    addresseeLine: lineOf('主送机关', draft.addresseeLine, printed.addresseeLine),
    copyLine: lineOf('抄送机关', draft.copyLine, null),
    annexTitles: draft.annexTitles?.map((annex) => normalizeText('附件说明', annex, LINE_LIMIT)) ?? printed.annexTitles,
  };
  return { content: { ...signed, characterCount: printedLength(text), textDigest: digestOf(signed) }, findings };
}

function lineOf(field: string, written: string | null | undefined, printed: string | null): string | null {
  const line = written === undefined ? printed : written;
  return line === null || !line.trim() ? null : normalizeText(field, line.trim(), LINE_LIMIT);
}

function digestOf(signed: Omit<DraftContent, 'characterCount' | 'textDigest'>): string {
  const { title, text, addresseeLine, copyLine, annexTitles } = signed;
  return textDigest(JSON.stringify([title, addresseeLine, text, copyLine, annexTitles]));
}
