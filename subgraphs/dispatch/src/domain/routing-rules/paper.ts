import type { Direction, DocumentKind } from '../document-kind';
import type { TextScope } from '../economy';

/** Where a body stands, seen from the issuer. */
export const STANDINGS = [
  /** The superior with main leadership. */
  'DIRECT_SUPERIOR',
  /** The second of two superiors (双重领导). */
  'OTHER_SUPERIOR',
  /** Above the direct superior: writing there passes a level over. */
  'HIGHER',
  'PEER',
  'SUBORDINATE',
  /** Neither above nor below nor of the same line. */
  'UNRELATED',
] as const;

export type Standing = (typeof STANDINGS)[number];

export interface RoutedBody {
  readonly name: string;
  readonly standing: Standing;
  /** Of a lower party committee or government, which a department may not instruct. */
  readonly isLocalAuthority: boolean;
  /** Led by two superiors, as the 省部属驻市单位 are. */
  readonly doublyLed: boolean;
}

export interface Issuer {
  readonly name: string;
  /** 部室 in whose name the paper goes out; null when it is the body itself. */
  readonly section: { readonly name: string; readonly isOffice: boolean } | null;
  readonly doublyLed: boolean;
}

/** A document this one rests on (依据). */
export interface Basis {
  readonly citation: string;
  /** On the day this paper is written; null when nobody knows. */
  readonly inForce: boolean | null;
}

/** The 请示 that a 批复 answers. */
export interface AnsweredRequest {
  readonly title: string;
  readonly documentNumber: string | null;
  readonly requesterName: string;
}

/** What the rules look at: the printed text and the facts its drafter states about it. */
export interface Paper {
  readonly kind: DocumentKind;
  readonly direction: Direction;
  readonly title: string;
  /** The whole text as printed. */
  readonly text: string;
  readonly textScope: TextScope;
  readonly addresseeLine: string | null;
  readonly copyLine: string | null;
  /** The bodies behind the printed 主送 and 抄送, as far as they are known; the lines are read for the rest. */
  readonly addressees: readonly RoutedBody[];
  readonly copies: readonly RoutedBody[];
  readonly issuer: Issuer;
  readonly important: boolean;
  /** Null until somebody has signed. */
  readonly signedByMainLeader: boolean | null;
  /** Written in a leader's own name, and not on a matter that was handed down to that leader directly. */
  readonly inPersonalName: boolean;
  readonly bypassReason: string | null;
  readonly actedBefore: boolean;
  readonly actedBeforeReason: string | null;
  /** Passes a subordinate's request on. */
  readonly forwardsRequest: boolean;
  readonly ownOpinion: string | null;
  /** 会议纪要 number or date of the collective decision. */
  readonly meetingRecord: string | null;
  readonly answers: AnsweredRequest | null;
  readonly basis: readonly Basis[];
}

export function stated(text: string | null): boolean {
  return Boolean(text?.trim());
}
