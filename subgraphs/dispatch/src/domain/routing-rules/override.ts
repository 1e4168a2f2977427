import { type Hand, isSecondPerson } from '@hub/core';

import { documentError } from '../document.errors';
import type { Finding, RuleId } from '../finding';

/** 放行: a broken rule is let pass for a reason. It covers this evidence only, not the next breach of the same rule. */
export interface OverrideDecision {
  readonly ruleId: RuleId;
  readonly evidence: string | null;
  readonly reason: string;
  readonly requestedBy: Hand;
  /** Null until a second person has confirmed. */
  readonly confirmedBy: Hand | null;
}

/** Throws OVERRIDE_NOT_POSSIBLE or OVERRIDE_REASON_REQUIRED. */
export function requestOverride(
  findings: readonly Finding[],
  request: Omit<OverrideDecision, 'confirmedBy'>,
): OverrideDecision {
  const decision = { ...request, confirmedBy: null };
  if (!findings.some((finding) => finding.severity === 'BLOCK' && concerns(decision, finding))) {
    throw documentError('OVERRIDE_NOT_POSSIBLE', { ruleId: request.ruleId });
  }
  if (!request.reason.trim()) throw documentError('OVERRIDE_REASON_REQUIRED', { ruleId: request.ruleId });
  return decision;
}

/** Throws OVERRIDE_SECOND_PERSON when the one who asked would also confirm, or one who stands in for him. */
export function confirmOverride(decision: OverrideDecision, confirmedBy: Hand): OverrideDecision {
  if (!isSecondPerson(decision.requestedBy, confirmedBy)) {
    throw documentError('OVERRIDE_SECOND_PERSON', { ruleId: decision.ruleId });
  }
  return { ...decision, confirmedBy };
}

/** The blocks that still stand. */
export function standingBlocks(
  findings: readonly Finding[],
  overrides: readonly OverrideDecision[],
): readonly Finding[] {
  return findings.filter(
    (finding) => finding.severity === 'BLOCK' && !overrides.some((decision) => lifts(decision, finding)),
  );
}

/** Throws RULES_BLOCK with the findings that stand in the way. */
export function assertIssuable(findings: readonly Finding[], overrides: readonly OverrideDecision[]): void {
  const blocks = standingBlocks(findings, overrides);
  if (blocks.length === 0) return;
  throw documentError('RULES_BLOCK', {
    rules: blocks.map((finding) => finding.ruleId),
    problems: blocks.map((finding) => `${finding.ruleId} ${finding.message}`).join(''),
  });
}

function lifts(decision: OverrideDecision, finding: Finding): boolean {
  const confirmed = decision.confirmedBy !== null && isSecondPerson(decision.requestedBy, decision.confirmedBy);
  return confirmed && decision.reason.trim() !== '' && concerns(decision, finding);
}

function concerns(decision: Pick<OverrideDecision, 'ruleId' | 'evidence'>, finding: Finding): boolean {
  return decision.ruleId === finding.ruleId && decision.evidence === finding.evidence;
}
