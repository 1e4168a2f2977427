import { documentError } from './document.errors';

/** 行文方向. */
export const DIRECTIONS = ['UPWARD', 'PARALLEL', 'DOWNWARD'] as const;

export type Direction = (typeof DIRECTIONS)[number];

export const DIRECTION_NAMES: Readonly<Record<Direction, string>> = {
  UPWARD: '上行',
  PARALLEL: '平行',
  DOWNWARD: '下行',
};

/** 文种: the fifteen kinds of 公文条例 Art 8, in its order. 方案, 办法 and 要点 are issued by a 通知, they are no kinds. */
export const DOCUMENT_KINDS = [
  'RESOLUTION',
  'DECISION',
  'ORDER',
  'COMMUNIQUE',
  'ANNOUNCEMENT',
  'PUBLIC_NOTICE',
  'OPINION',
  'NOTIFICATION',
  'CIRCULAR',
  'REPORT',
  'REQUEST',
  'REPLY',
  'PROPOSAL',
  'LETTER',
  'MINUTES',
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface DocumentKindSpec {
  readonly name: string;
  /** Empty for the kinds that are addressed to the public. */
  readonly directions: readonly Direction[];
  /** May also be published without an addressee. */
  readonly isPublic: boolean;
  readonly usedByCommittee: boolean;
  /** The kind a reply to this one has; null when none is due. */
  readonly answeredBy: DocumentKind | null;
}

const DOWN = ['DOWNWARD'] as const;
const LEVEL_AND_DOWN = ['PARALLEL', 'DOWNWARD'] as const;
const ANY = ['UPWARD', 'PARALLEL', 'DOWNWARD'] as const;

function spec(
  name: string,
  directions: readonly Direction[],
  options: Partial<Omit<DocumentKindSpec, 'name' | 'directions'>> = {},
): DocumentKindSpec {
  return { name, directions, isPublic: false, usedByCommittee: true, answeredBy: null, ...options };
}

export const DOCUMENT_KIND_SPECS: Readonly<Record<DocumentKind, DocumentKindSpec>> = {
  RESOLUTION: spec('决议', DOWN),
  DECISION: spec('决定', DOWN),
  ORDER: spec('命令（令）', DOWN, { usedByCommittee: false }),
  COMMUNIQUE: spec('公报', [], { isPublic: true, usedByCommittee: false }),
  ANNOUNCEMENT: spec('公告', [], { isPublic: true, usedByCommittee: false }),
  PUBLIC_NOTICE: spec('通告', DOWN, { isPublic: true }),
  OPINION: spec('意见', ANY, { isPublic: true }),
  NOTIFICATION: spec('通知', LEVEL_AND_DOWN),
  CIRCULAR: spec('通报', LEVEL_AND_DOWN),
  REPORT: spec('报告', ['UPWARD']),
  REQUEST: spec('请示', ['UPWARD'], { answeredBy: 'REPLY' }),
  REPLY: spec('批复', DOWN),
  PROPOSAL: spec('议案', ['UPWARD'], { usedByCommittee: false }),
  LETTER: spec('函', ['PARALLEL'], { answeredBy: 'LETTER' }),
  MINUTES: spec('纪要', ANY),
};

/** An upward 意见 is handled like a 请示 (公文条例 Art 8), so it is answered by a 批复. */
export function replyKind(kind: DocumentKind, direction: Direction): DocumentKind | null {
  if (kind === 'OPINION' && direction === 'UPWARD') return 'REPLY';
  return DOCUMENT_KIND_SPECS[kind].answeredBy;
}

/** Throws KIND_NOT_USED or KIND_DIRECTION. A public kind has no direction to check. */
export function assertKindUsable(kind: DocumentKind, direction: Direction): void {
  const { name, directions, isPublic, usedByCommittee } = DOCUMENT_KIND_SPECS[kind];
  if (!usedByCommittee) throw documentError('KIND_NOT_USED', { kind, kindName: name });
  if (directions.includes(direction) || (isPublic && direction === 'DOWNWARD')) return;
  throw documentError('KIND_DIRECTION', { kind, kindName: name, directionName: DIRECTION_NAMES[direction] });
}

/** “命令（令）” ends a title as 命令 or as 令. */
function endings(kind: DocumentKind): readonly string[] {
  return DOCUMENT_KIND_SPECS[kind].name.split(/[（）]/u).filter(Boolean);
}

/** The kind a title ends with: “关于印发……的通知” → 通知. Null for a title that names none. */
export function kindOfTitle(title: string): DocumentKind | null {
  const bare = title.replace(/[\s。．.]+$/u, '');
  return DOCUMENT_KINDS.find((kind) => endings(kind).some((ending) => bare.endsWith(ending))) ?? null;
}
