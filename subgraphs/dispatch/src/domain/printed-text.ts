import { isLocalDate, type LocalDate } from '@hub/core';

import { kindOfTitle } from './document-kind';
import { type Citation, normalizeCitation } from './document-number';
import type { Finding } from './finding';
import { cleanTitle } from './text-normalization';

/** A paper as it is printed or pasted, taken apart: the form is filled from it and a person looks at the result. */
export interface PrintedText {
  /** 版头: everything above the title. */
  readonly headLines: readonly string[];
  readonly documentNumber: Citation | null;
  /** The line it was read from, as printed: issuing asks for the prescribed form. */
  readonly numberLine: string | null;
  readonly title: string | null;
  readonly titleFindings: readonly Finding[];
  /** 主送 as printed, with its colon; null when the paper prints none. */
  readonly addresseeLine: string | null;
  /** 成文日期. */
  readonly writtenOn: LocalDate | null;
  /** 附件说明: the titles of the annexes in order. */
  readonly annexTitles: readonly string[];
}

const ANNEX_NOTE = /^附件\s*\d*\s*[：:]/u;
const ANNEX_START = /^附\s*件\s*\d*$/u;
const WRITTEN_ON = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/u;
const TITLE_LINES = 3;

export function parsePrintedText(text: string): PrintedText {
  const lines = text.split('\n').map((line) => line.trim());
  const numberAt = lines.findIndex(isNumberLine);
  const titleAt = firstTitleLine(lines, numberAt);
  const { titleLines, after } = takeTitle(lines, titleAt);
  const clean = titleLines === null ? null : cleanTitle(titleLines);
  const numberLine = lines[numberAt] ?? null;
  return {
    headLines: lines.slice(0, titleAt).filter(Boolean),
    documentNumber: numberLine === null ? null : normalizeCitation(numberLine),
    numberLine,
    title: clean?.title ?? null,
    titleFindings: clean?.findings ?? [],
    addresseeLine: addresseeOf(lines.slice(after)),
    writtenOn: writtenOn(lines),
    annexTitles: annexTitles(lines),
  };
}

/** The part of a paper that is its text: all that stands above the 附件说明. */
export function textBeforeAnnexes(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => ANNEX_NOTE.test(line.trim()));
  return end === -1 ? text : lines.slice(0, end).join('\n');
}

function isNumberLine(line: string): boolean {
  return /〔|\[|［|【/u.test(line) && /号$/u.test(line) && !/[，。《]/u.test(line);
}

/** Below the number, past a repeated issuer's name. Papers without a number begin with their title. */
function firstTitleLine(lines: readonly string[], numberAt: number): number {
  const head = new Set(lines.slice(0, numberAt + 1).filter(Boolean));
  const found = lines.findIndex((line, index) => index > numberAt && line !== '' && !head.has(line));
  return found === -1 ? lines.length : found;
}

/** A title may be broken over lines; it ends with the kind of document. */
function takeTitle(lines: readonly string[], start: number): { titleLines: string | null; after: number } {
  for (let count = 1; count <= TITLE_LINES; count += 1) {
    const joined = lines.slice(start, start + count).join('');
    if (kindOfTitle(joined.replace(/\s+/gu, '')) !== null) return { titleLines: joined, after: start + count };
  }
  const first = lines[start];
  return first ? { titleLines: first, after: start + 1 } : { titleLines: null, after: start };
}

/** The first paragraph when it is a list of bodies and a colon; “现将……通知如下：” opens the text instead. */
function addresseeOf(lines: readonly string[]): string | null {
  const first = lines.find(Boolean);
  if (!first || !/[：:]$/u.test(first) || /。|如下|现将|为了?/u.test(first)) return null;
  return first;
}

function writtenOn(lines: readonly string[]): LocalDate | null {
  for (const line of lines) {
    const [, year, month, day] = WRITTEN_ON.exec(line.replace(/\s+/gu, '')) ?? [];
    const date = year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
    if (isLocalDate(date)) return date;
  }
  return null;
}

function annexTitles(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => ANNEX_NOTE.test(line));
  if (start === -1) return [];
  const rest = lines.slice(start);
  const end = rest.findIndex((line, index) => index > 0 && (line === '' || ANNEX_START.test(line)));
  return rest
    .slice(0, end === -1 ? rest.length : end)
    .map((line) => line.replace(ANNEX_NOTE, '').replace(/^\s*\d+\s*[.．、]\s*/u, ''))
    .filter(Boolean);
}
