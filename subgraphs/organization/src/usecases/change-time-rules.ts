import type { Id, Policy } from '@hub/core';
import {
  assertVersion,
  requirePerson,
  type TimeRulesContent,
  type TimeRulesTopic,
  type Transaction,
} from '@hub/persistence';

import { TimeRulesRepository } from '../data/time-rules.repository';
import type { OrganizationContext } from './context';

type Facts = Readonly<Record<string, unknown>>;

/** What a change makes of the rules, and how the trail tells it. */
export interface RulesChange<Rules> {
  readonly rules: Rules;
  readonly before: Facts | null;
  readonly after: Facts | null;
}

interface Snapshot<Topic extends TimeRulesTopic> {
  readonly committeeId: Id;
  readonly revision: number;
  readonly content: TimeRulesContent[Topic];
}

/** One kind of rules that a committee keeps as a whole. */
export interface RulesKind<Topic extends TimeRulesTopic, Rules, Verb extends string> {
  readonly topic: Topic;
  readonly policy: Policy<Verb>;
  /** As the trail names it. */
  readonly objectType: string;
  /** What holds until the committee changes something. */
  readonly initial: Rules;
  /** Refuses what no clock could run by: what is told was right when it was told. */
  contentOf(rules: Rules): TimeRulesContent[Topic];
  tell(tx: Transaction, snapshot: Snapshot<Topic>): void;
}

/** The frame of every change of such rules: the row is locked, changed and told as a whole, in one transaction. */
export function changeTimeRules<
  Topic extends TimeRulesTopic,
  Rules,
  Verb extends string,
  Input extends { readonly expectedVersion: number },
>(
  ctx: OrganizationContext,
  kind: RulesKind<Topic, Rules, Verb>,
  verb: Verb,
  input: Input,
  change: (rules: Rules | TimeRulesContent[Topic], tx: Transaction) => RulesChange<Rules> | Promise<RulesChange<Rules>>,
): Promise<number> {
  const actor = requirePerson(ctx);
  const { committeeId } = actor;
  kind.policy.assertMay(actor, verb, { committeeId });
  return ctx.command(verb, input, async (tx) => {
    const repository = new TimeRulesRepository(tx);
    const kept = await repository.lock(kind.topic);
    assertVersion(kept?.revision ?? 0, input.expectedVersion);
    const { rules, before, after } = await change(kept?.content ?? kind.initial, tx);
    const revision = input.expectedVersion + 1;
    const content = kind.contentOf(rules);
    await repository.save(kind.topic, { revision, content });
    kind.tell(tx, { committeeId, revision, content });
    tx.audit({ action: verb, objectType: kind.objectType, objectId: committeeId, before, after });
    return revision;
  });
}
