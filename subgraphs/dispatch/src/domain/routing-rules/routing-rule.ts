import type { DocumentField, Finding, RuleId, Severity } from '../finding';
import type { Paper } from './paper';

export interface RoutingRule {
  readonly id: RuleId;
  /** The severity of its findings, unless one says otherwise. */
  readonly severity: Severity;
  /** Article it comes from. */
  readonly source: string;
  check(paper: Paper): readonly Finding[];
}

/** What a rule found; the rest of the finding comes from the rule. */
export interface Hit {
  readonly message: string;
  readonly evidence?: string;
  readonly severity?: Severity;
  readonly field?: DocumentField;
}

interface RuleSpec {
  readonly id: RuleId;
  readonly severity: Severity;
  readonly source: string;
  readonly field: DocumentField;
  readonly find: (paper: Paper) => readonly Hit[];
}

export function defineRule({ id, severity, source, field, find }: RuleSpec): RoutingRule {
  return {
    id,
    severity,
    source,
    check: (paper) =>
      find(paper).map((hit) => ({ ruleId: id, severity, field, ...hit, evidence: hit.evidence ?? null })),
  };
}

/** One finding when the condition holds, none otherwise. */
export function when(condition: boolean, message: string, hit: Omit<Hit, 'message'> = {}): readonly Hit[] {
  return condition ? [{ message, ...hit }] : [];
}

/** Names of bodies for an evidence, in their printed order. */
export function nameList(bodies: readonly { readonly name: string }[]): string {
  return bodies.map((body) => body.name).join('、');
}
