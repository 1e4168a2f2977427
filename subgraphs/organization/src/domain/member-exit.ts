import { characterCount, type LocalDate } from '@hub/core';

import { holdsIdNumber } from './id-number';
import type { MemberKind } from './member';
import { memberError } from './member.errors';

interface ExitFacts {
  readonly name: string;
  /** Whether somebody decides it: nothing ends a membership by itself (DOMAIN X8). */
  readonly decided: boolean;
  /** Kinds of membership that can end so. */
  readonly of: readonly MemberKind[];
}

const EVERY_KIND = ['FORMAL', 'PROBATIONARY'] as const;

/** 离册: how a membership of the committee ends. The record stays. */
export const MEMBER_EXITS = {
  TRANSFERRED_OUT: { name: '转出', decided: false, of: EVERY_KIND },
  DECEASED: { name: '死亡', decided: false, of: EVERY_KIND },
  REMOVED: { name: '除名', decided: true, of: EVERY_KIND },
  WITHDRAWN: { name: '退党', decided: true, of: EVERY_KIND },
  EXPELLED: { name: '开除党籍', decided: true, of: ['FORMAL'] },
  DISQUALIFIED: { name: '取消预备党员资格', decided: true, of: ['PROBATIONARY'] },
} as const satisfies Readonly<Record<string, ExitFacts>>;

export type MemberExitKind = keyof typeof MEMBER_EXITS;

export interface MemberExit {
  readonly exit: MemberExitKind;
  readonly endedOn: LocalDate;
  /** The decision and its number, or where to. */
  readonly note: string | null;
}

const NOTE_LENGTH = { shortest: 4, longest: 200 } as const;

export function assertExit(
  { exit, endedOn, note }: MemberExit,
  member: { readonly kind: MemberKind; readonly joinedOn: LocalDate },
  today: LocalDate,
): void {
  const { name, decided, of }: ExitFacts = MEMBER_EXITS[exit];
  if (!of.includes(member.kind)) throw memberError('MEMBER_EXIT_KIND', { exit: name });
  if (endedOn < member.joinedOn || endedOn > today) throw memberError('MEMBER_END_DATE');
  const length = characterCount(note ?? '');
  const tooShort = decided && length < NOTE_LENGTH.shortest;
  if (tooShort || length > NOTE_LENGTH.longest) throw memberError('MEMBER_DECISION_REQUIRED', { exit: name });
  if (note !== null && holdsIdNumber(note)) throw memberError('TEXT_HOLDS_ID_NUMBER');
}
