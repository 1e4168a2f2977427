import { handOf, type Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { RuleOverrideRepository } from '../data/rule-override.repository';
import type { RuleId } from '../domain/finding';
import { requestOverride } from '../domain/routing-rules/override';
import type { DispatchContext } from './context';
import { findingsOf } from './document-rules';
import { type DocumentDecision, lockDocument } from './document-step';

export interface OverrideRuleInput extends DocumentDecision {
  readonly ruleId: RuleId;
  /** As the finding names it. */
  readonly evidence?: string | null;
  readonly reason: string;
}

/** 申请放行: asks that one finding be let pass. It stops the paper until a second person confirms. */
export async function overrideRule(ctx: DispatchContext, input: OverrideRuleInput): Promise<Id> {
  const person = requirePerson(ctx);
  return ctx.command('overrideRule', input, async (tx) => {
    const { document } = await lockDocument(tx, person, 'requestOverride', input);
    const { evidence = null, reason, ruleId } = input;
    const decision = requestOverride(findingsOf(document), { ruleId, evidence, reason, requestedBy: handOf(person) });
    const overrideId = ctx.ids.next();
    await new RuleOverrideRepository(tx, document.documentId).insert(overrideId, decision, person);
    tx.audit({
      action: 'overrideRule',
      objectType: 'document',
      objectId: document.documentId,
      after: { overrideId, ruleId, evidence, reason },
    });
    return overrideId;
  });
}
