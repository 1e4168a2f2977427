import { textDigest } from '../digest';
import { defineErrors } from '../errors';
import { SECRECY_PATTERNS, type SecrecyMark, type SecrecyPlace } from './secrecy-pattern';

const secrecyError = defineErrors({
  /** Thrown when a text, file name or scan carries a marking of state secrets. */
  SECRECY_MARKING: {
    kind: 'BAD_USER_INPUT',
    message: '内容疑似带有国家秘密标志。本系统为非涉密系统，该内容未被保存。',
  },
});

/** What is scanned before anything is stored. */
export interface SecrecyInput {
  readonly title?: string;
  /** 版头: the lines above the title, where a marking stands. */
  readonly headLines?: readonly string[];
  readonly body?: string;
  readonly fileName?: string;
  /** Text recognised in a scan; its first lines are a head. */
  readonly ocrText?: string;
}

/** Says where and as what, never the words: it may be logged and sent in an alert. */
export interface SecrecyFinding {
  readonly mark: SecrecyMark;
  readonly severity: 'BLOCK' | 'WARN';
  readonly place: SecrecyPlace;
  /** Offset in the place, in UTF-16 units; a line of the head counts from the start of the head. */
  readonly position: number;
  readonly length: number;
}

export interface SecrecyScan {
  readonly verdict: 'BLOCK' | 'WARN' | 'CLEAR';
  readonly findings: readonly SecrecyFinding[];
  /** Hash of all that was scanned: the only trace a blocked text leaves. */
  readonly digest: string;
}

/** A marking stands above the title; a recognised scan has no title, so its first lines count as the head. */
const OCR_HEAD_LINES = 10;

/** 保密检查 of DOMAIN 2.6: positional, so that “商业秘密” and “保守秘密” in running text only warn. */
export function scanSecrecy(input: SecrecyInput): SecrecyScan {
  const places = placesOf(input);
  const findings = places.flatMap(([place, text]) => scanPlace(place, text));
  const blocked = findings.some((finding) => finding.severity === 'BLOCK');
  return {
    verdict: blocked ? 'BLOCK' : findings.length > 0 ? 'WARN' : 'CLEAR',
    findings,
    digest: textDigest(places.map(([place, text]) => `${place}\n${text}`).join('\n')),
  };
}

/** Throws SECRECY_MARKING with kinds, places and the digest; the text itself goes nowhere. */
export function assertNotClassified(scan: SecrecyScan): void {
  if (scan.verdict !== 'BLOCK') return;
  const blocking = scan.findings.filter((finding) => finding.severity === 'BLOCK');
  const places = [...new Set(blocking.map((finding) => finding.place))];
  throw secrecyError('SECRECY_MARKING', { places, marks: [...new Set(blocking.map(({ mark }) => mark))] });
}

function placesOf(input: SecrecyInput): [SecrecyPlace, string][] {
  const [ocrHead, ocrBody] = splitHead(input.ocrText ?? '');
  const places: [SecrecyPlace, string | undefined][] = [
    ['TITLE', input.title],
    ['HEAD', input.headLines?.join('\n')],
    ['BODY', input.body],
    ['FILE_NAME', input.fileName],
    ['OCR_HEAD', ocrHead],
    ['OCR_BODY', ocrBody],
  ];
  return places.filter((place): place is [SecrecyPlace, string] => Boolean(place[1]));
}

function splitHead(text: string): [string, string] {
  const lines = text.split('\n');
  let filled = 0;
  const end = lines.findIndex((line) => {
    if (line.trim()) filled += 1;
    return filled > OCR_HEAD_LINES;
  });
  return end === -1 ? [text, ''] : [lines.slice(0, end).join('\n'), lines.slice(end).join('\n')];
}

/** Enough to act on; a text that repeats a marking for pages needs no longer list. */
const MAX_FINDINGS = 100;

/** Patterns run from the most certain to the least; signs already found are not found again as a mere mention. */
function scanPlace(place: SecrecyPlace, text: string): SecrecyFinding[] {
  const found: SecrecyFinding[] = [];
  const taken = new Uint8Array(text.length);
  for (const { mark, severity, places, pattern } of SECRECY_PATTERNS) {
    if (!places.includes(place)) continue;
    for (const { index: position, 0: signs } of text.matchAll(pattern)) {
      if (found.length === MAX_FINDINGS) return found;
      const end = position + signs.length;
      if (taken.subarray(position, end).includes(1)) continue;
      taken.fill(1, position, end);
      found.push({ mark, severity, place, position, length: signs.length });
    }
  }
  return found;
}
