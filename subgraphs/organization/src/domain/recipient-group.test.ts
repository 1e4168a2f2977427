import { refusalOf } from '@hub/testing';
import { assertGroup, assertListed, assertReason, changedMembers, type GroupRule } from './recipient-group';

const ZONE = '0192a000-0000-7000-8000-000000000001';

test.each<[GroupRule, string | null, string | null]>([
  ['ALL_UNITS', null, null],
  ['ALL_UNITS', 'x', 'GROUP_RULE_VALUE'],
  ['LIST', null, null],
  ['ZONE', ZONE, null],
  ['ZONE', '第一片区', 'GROUP_RULE_VALUE'],
  ['NATURE', 'PROVINCIAL_UNIT', null],
  ['NATURE', 'toString', 'GROUP_RULE_VALUE'],
  ['ORGANIZATION_KIND', 'ORGAN_COMMITTEE', null],
  ['ORGANIZATION_KIND', null, 'GROUP_RULE_VALUE'],
])('the rule %s by %p gives %p', (rule, ruleValue, reason) => {
  expect(refusalOf(() => assertGroup({ name: '分组', rule, ruleValue }))).toBe(reason);
});

test('only a list takes members by hand', () => {
  expect(refusalOf(() => assertListed('LIST'))).toBeNull();
  expect(refusalOf(() => assertListed('ALL_UNITS'))).toBe('GROUP_IS_RULE');
});

test('a change needs a reason of at most 200 characters', () => {
  expect(refusalOf(() => assertReason(' '))).toBe('GROUP_REASON_REQUIRED');
  expect(refusalOf(() => assertReason('因'.repeat(201)))).toBe('GROUP_REASON_REQUIRED');
  expect(refusalOf(() => assertReason('机构改革'))).toBeNull();
});

test('members change as a set, in one order', () => {
  expect(changedMembers(['b', 'a'], ['c', 'a'], ['b'])).toEqual(['a', 'c']);
});

test('a change that changes nothing is refused', () => {
  expect(refusalOf(() => changedMembers(['a', 'b'], ['a'], ['x']))).toBe('GROUP_UNCHANGED');
});
