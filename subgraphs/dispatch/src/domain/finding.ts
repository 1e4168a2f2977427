/** BLOCK stops the paper until it is changed or overridden, WARN must be seen, HINT may be. */
export const SEVERITIES = ['BLOCK', 'WARN', 'HINT'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** R1–R15 are the routing rules of 公文条例, X4 the economy of 减负规定; the others are rules of form. */
export const RULE_IDS = [
  'R1',
  'R2',
  'R3',
  'R4',
  'R5',
  'R6',
  'R7',
  'R8',
  'R9',
  'R10',
  'R11',
  'R12',
  'R13',
  'R14',
  'R15',
  'X4_LENGTH',
  'NO_ADDRESSEE',
  'ADDRESSEE_FORM',
  'TITLE_SPACES',
  'TITLE_PUNCTUATION',
  'TITLE_KIND',
] as const;

export type RuleId = (typeof RULE_IDS)[number];

export type DocumentField =
  | 'title'
  | 'text'
  | 'addresseeLine'
  | 'copyLine'
  | 'addressees'
  | 'copies'
  | 'issuer'
  | 'signer'
  | 'basis'
  | 'repliesTo'
  | 'forwardedOpinion'
  | 'bypassReason'
  | 'actedBeforeReason'
  | 'meetingRecord';

/** What a rule found on one document. */
export interface Finding {
  readonly ruleId: RuleId;
  readonly severity: Severity;
  /** For people, in Chinese. */
  readonly message: string;
  readonly field: DocumentField;
  /** The words or figures it was found by; null when the finding is that something is absent. */
  readonly evidence: string | null;
}
