import { KIND_FACTS, MEMBER_BRANCHES, ORGANIZATION_KINDS } from './organization-kind';

test.each([
  ['ORGAN_COMMITTEE', 5, { of: 'ALL', atLeast: 100 }],
  ['BASE_COMMITTEE', 5, { of: 'ALL', atLeast: 100 }],
  ['GENERAL_BRANCH', 3, { of: 'ALL', atLeast: 50 }],
  ['BRANCH', 3, { of: 'FORMAL', atLeast: 3 }],
  ['DISCIPLINE_COMMITTEE', 5, null],
  ['TEMP_BRANCH', null, null],
  ['PARTY_GROUP', null, null],
  ['WORK_COMMITTEE', null, null],
] as const)('%s has a term of %p years and the founding threshold %p', (kind, termYears, threshold) => {
  expect(KIND_FACTS[kind]).toMatchObject({ termYears, threshold });
});

test('only branches with members of their own have their numbers judged', () => {
  expect(MEMBER_BRANCHES).toEqual(['BRANCH', 'JOINT_BRANCH', 'PROJECT_BRANCH', 'RETIREE_BRANCH', 'FLOATING_BRANCH']);
});

test('no kind may be affiliated to a leadership body', () => {
  const parents = ORGANIZATION_KINDS.flatMap((kind) => [...KIND_FACTS[kind].parents]);
  expect(parents).not.toContain('PARTY_GROUP');
  expect(parents).not.toContain('PG_COMMITTEE');
});

test('every kind has a Chinese name of its own', () => {
  expect(new Set(ORGANIZATION_KINDS.map((kind) => KIND_FACTS[kind].name)).size).toBe(ORGANIZATION_KINDS.length);
});
