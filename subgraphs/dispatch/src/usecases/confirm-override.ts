import { handOf, type Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { RuleOverrideRepository } from '../data/rule-override.repository';
import { confirmOverride as confirm } from '../domain/routing-rules/override';
import type { DispatchContext } from './context';
import { type DocumentDecision, lockDocument } from './document-step';

export interface ConfirmOverrideInput extends DocumentDecision {
  readonly overrideId: Id;
}

/** 确认放行, by a second person. */
export async function confirmOverride(ctx: DispatchContext, input: ConfirmOverrideInput): Promise<Id> {
  const person = requirePerson(ctx);
  return ctx.command('confirmOverride', input, async (tx) => {
    const { document } = await lockDocument(tx, person, 'confirmOverride', input);
    const { documentId } = document;
    const overrides = new RuleOverrideRepository(tx, documentId);
    const { ruleId } = confirm(await overrides.lockPending(input.overrideId), handOf(person));
    await overrides.confirm(input.overrideId, person);
    const after = { overrideId: input.overrideId, ruleId };
    tx.audit({ action: 'confirmOverride', objectType: 'document', objectId: documentId, after });
    return input.overrideId;
  });
}
