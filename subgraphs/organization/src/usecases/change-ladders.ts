import { type LadderContent, ladderContent, laddersChanged } from '@hub/contracts';
import { type LocalDate, localDate } from '@hub/core';
import { NO_LADDERS } from '@hub/deadlines';
import type { Transaction } from '@hub/persistence';

import { type LadderVerb, ladderPolicy } from '../domain/ladder.policy';
import { changeTimeRules, type RulesChange, type RulesKind } from './change-time-rules';
import type { OrganizationContext } from './context';

const LADDERS: RulesKind<'LADDERS', LadderContent, LadderVerb> = {
  topic: 'LADDERS',
  policy: ladderPolicy,
  objectType: 'ladders',
  initial: NO_LADDERS,
  contentOf: (content) => ladderContent.parse(content),
  tell: (tx, snapshot) => tx.emit(laddersChanged, snapshot.committeeId, snapshot),
};

/** A change of ladders, quiet hours or exemptions. */
export function changeLadders<Input extends { readonly expectedVersion: number }>(
  ctx: OrganizationContext,
  verb: LadderVerb,
  input: Input,
  change: (
    content: LadderContent,
    today: LocalDate,
    tx: Transaction,
  ) => RulesChange<LadderContent> | Promise<RulesChange<LadderContent>>,
): Promise<number> {
  return changeTimeRules(ctx, LADDERS, verb, input, (content, tx) => change(content, localDate(tx.now), tx));
}
