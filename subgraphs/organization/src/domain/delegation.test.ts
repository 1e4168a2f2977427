import type { Role } from '@hub/core';
import { refusalOf } from '@hub/testing';

import { assertDelegable, assertDelegationReason, assertDelegationTerm, delegationState } from './delegation';

const TODAY = '2020-10-15';
const loan = { delegationId: 'd', principalAccountId: 'zhang', principalName: '张三' };

describe('lending a post', () => {
  const posts: [Role, typeof loan | null, string | null][] = [
    ['COMMITTEE_LEADER', null, null],
    ['UNIT_CLERK', null, null],
    ['UNIT_TREASURER', null, null],
    ['UNIT_CLERK', loan, 'DELEGATION_CHAIN'],
    ['COMMITTEE_ADMIN', null, 'DELEGATION_ROLE'],
    ['SECURITY_ADMIN', null, 'DELEGATION_ROLE'],
    ['AUDIT_ADMIN', null, 'DELEGATION_ROLE'],
    ['INSPECTOR', null, 'DELEGATION_ROLE'],
  ];

  it.each(posts)('as %s under %j', (role, delegation, reason) => {
    expect(refusalOf(() => assertDelegable({ role, delegation }))).toBe(reason);
  });

  it.each([
    ['today alone', '2020-10-15', '2020-10-15', null],
    ['ninety days', '2020-10-15', '2021-01-12', null],
    ['ninety-one days', '2020-10-15', '2021-01-13', 'DELEGATION_TERM'],
    ['from yesterday', '2020-10-14', '2020-10-20', 'DELEGATION_TERM'],
    ['backwards', '2020-10-20', '2020-10-19', 'DELEGATION_TERM'],
  ])('for %s', (_, fromOn, toOn, reason) => {
    expect(refusalOf(() => assertDelegationTerm({ fromOn, toOn }, TODAY))).toBe(reason);
  });

  it('needs a reason of some words', () => {
    expect(refusalOf(() => assertDelegationReason('出差'))).toBeNull();
    for (const reason of ['  ', '差', '差'.repeat(201)]) {
      expect(refusalOf(() => assertDelegationReason(reason))).toBe('DELEGATION_REASON');
    }
  });

  it.each([
    ['2020-10-16', '2020-10-17', null, 'PLANNED'],
    ['2020-10-15', '2020-10-15', null, 'ACTIVE'],
    ['2020-10-10', '2020-10-14', null, 'EXPIRED'],
    ['2020-10-15', '2020-10-15', new Date(0), 'ENDED'],
  ])('from %s to %s, ended %s, is %s', (fromOn, toOn, endedAt, state) => {
    expect(delegationState({ fromOn, toOn, endedAt }, TODAY)).toBe(state);
  });
});
