import { characterCount, type Id, isId } from '@hub/core';

import { ORGANIZATION_KINDS } from './organization-kind';
import { recipientGroupError } from './recipient-group.errors';
import { isUnitNature } from './unit-nature';

interface RuleFacts {
  readonly name: string;
  /** Whether a text names what the rule selects by; existence is the database's to say. */
  readonly accepts: (value: string | null) => boolean;
}

/** How a group finds its members. Every rule but LIST follows the structure by itself. */
export const GROUP_RULES = {
  ALL_UNITS: { name: '全部单位', accepts: (value) => value === null },
  LIST: { name: '指定名单', accepts: (value) => value === null },
  ZONE: { name: '按片区', accepts: (value) => isId(value) },
  NATURE: { name: '按单位性质', accepts: (value) => isUnitNature(value) },
  ORGANIZATION_KIND: {
    name: '按党组织类型',
    accepts: (value) => ORGANIZATION_KINDS.some((kind) => kind === value),
  },
} as const satisfies Readonly<Record<string, RuleFacts>>;

export type GroupRule = keyof typeof GROUP_RULES;

export interface GroupDefinition {
  readonly name: string;
  readonly rule: GroupRule;
  /** Zone id, unit nature or organisation kind, as the rule wants it. */
  readonly ruleValue: string | null;
}

export function assertGroup({ name, rule, ruleValue }: GroupDefinition): void {
  const length = characterCount(name);
  if (name !== name.trim() || length < 2 || length > 60) throw recipientGroupError('GROUP_NAME_INVALID');
  if (!GROUP_RULES[rule].accepts(ruleValue)) {
    throw recipientGroupError('GROUP_RULE_VALUE', { rule: GROUP_RULES[rule].name });
  }
}

export function assertListed(rule: GroupRule): void {
  if (rule !== 'LIST') throw recipientGroupError('GROUP_IS_RULE', { rule: GROUP_RULES[rule].name });
}

const REASON_LIMIT = 200;

export function assertReason(reason: string): void {
  if (reason.trim() === '' || reason.length > REASON_LIMIT) throw recipientGroupError('GROUP_REASON_REQUIRED');
}

/** The members after a change, in one canonical order, so that versions compare as sets. */
export function changedMembers(before: readonly Id[], add: readonly Id[], remove: readonly Id[]): Id[] {
  const members = new Set([...before, ...add]);
  for (const id of remove) members.delete(id);
  const after = [...members].sort();
  const unchanged = after.length === before.length && after.every((id) => before.includes(id));
  if (unchanged) throw recipientGroupError('GROUP_UNCHANGED');
  return after;
}
