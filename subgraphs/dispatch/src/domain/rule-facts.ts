import type { Direction, DocumentKind } from './document-kind';
import type { TextScope } from './economy';
import type { Paper } from './routing-rules/paper';

/** What the drafter states about a paper for the routing rules, beside what is printed. */
export type RuleFacts = Pick<
  Paper,
  | 'addressees'
  | 'copies'
  | 'important'
  | 'inPersonalName'
  | 'bypassReason'
  | 'actedBefore'
  | 'actedBeforeReason'
  | 'forwardsRequest'
  | 'ownOpinion'
  | 'meetingRecord'
  | 'answers'
  | 'basis'
> & {
  /** 部室 in whose name the paper goes out; null for the body itself. */
  readonly issuingSection: string | null;
};

export const NO_RULE_FACTS: RuleFacts = {
  addressees: [],
  copies: [],
  important: false,
  inPersonalName: false,
  bypassReason: null,
  actedBefore: false,
  actedBeforeReason: null,
  forwardsRequest: false,
  ownOpinion: null,
  meetingRecord: null,
  answers: null,
  basis: [],
  issuingSection: null,
};

/** The kept fields of a document that the rules look at. */
export interface RuledDocument {
  readonly kind: DocumentKind;
  readonly direction: Direction;
  readonly title: string;
  readonly text: string;
  readonly textScope: TextScope;
  readonly addresseeLine: string | null;
  readonly copyLine: string | null;
  readonly issuerName: string;
  readonly signedByMainLeader: boolean | null;
  readonly ruleFacts: RuleFacts;
}

/** A document as the rules see it. */
export function toPaper({ issuerName, ruleFacts, ...document }: RuledDocument): Paper {
  const { issuingSection, ...facts } = ruleFacts;
  const section =
    issuingSection === null ? null : { name: issuingSection, isOffice: issuingSection.endsWith('办公室') };
  const { kind, direction, title, text, textScope, addresseeLine, copyLine, signedByMainLeader } = document;
  const printed = { kind, direction, title, text, textScope, addresseeLine, copyLine, signedByMainLeader };
  // A work committee is the outpost of one superior body.
  return { ...printed, ...facts, issuer: { name: issuerName, section, doublyLed: false } };
}
