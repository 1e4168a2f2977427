import type { Transaction } from '@hub/persistence';

import type { DocumentEntity } from '../data/document.entity';
import { RuleOverrideRepository } from '../data/rule-override.repository';
import type { Finding } from '../domain/finding';
import { evaluateRules } from '../domain/routing-rules';
import { assertIssuable } from '../domain/routing-rules/override';
import { toPaper } from '../domain/rule-facts';

export function findingsOf(document: DocumentEntity): readonly Finding[] {
  return evaluateRules(toPaper(document));
}

/** Throws RULES_BLOCK when the paper breaks a blocking rule that two persons have not let pass. */
export async function assertRulesKept(tx: Transaction, document: DocumentEntity): Promise<void> {
  assertIssuable(findingsOf(document), await new RuleOverrideRepository(tx, document.documentId).list());
}
