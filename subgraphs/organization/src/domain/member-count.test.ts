import { refusalOf } from '@hub/testing';
import { assertMemberCount } from './member-count';

test.each([
  ['BRANCH', 12, 1, '2020-10-15', null],
  ['BRANCH', 12, 1, '2020-10-16', 'MEMBER_COUNT_DATE'],
  ['BRANCH', 12, 1, '2020-06-29', 'MEMBER_COUNT_DATE'],
  ['BRANCH', -1, 0, '2020-10-15', 'MEMBER_COUNT_INVALID'],
  ['BRANCH', 1.5, 0, '2020-10-15', 'MEMBER_COUNT_INVALID'],
  ['BRANCH', 0, 100_001, '2020-10-15', 'MEMBER_COUNT_INVALID'],
  ['PARTY_GROUP', 5, 0, '2020-10-15', 'KIND_WITHOUT_MEMBERS'],
  ['TEMP_BRANCH', 5, 0, '2020-10-15', 'KIND_WITHOUT_MEMBERS'],
] as const)('%s reporting %p and %p on %s gives %p', (kind, formalMembers, probationaryMembers, reportedOn, reason) => {
  const count = { formalMembers, probationaryMembers, reportedOn };
  expect(refusalOf(() => assertMemberCount(kind, count, '2020-06-30', '2020-10-15'))).toBe(reason);
});
