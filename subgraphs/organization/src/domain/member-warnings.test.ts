import { type CountedOrganization, MEMBER_WARNINGS, memberWarnings } from './member-warnings';

const organization = (facts: Partial<CountedOrganization>): CountedOrganization => ({
  organizationId: 'a',
  kind: 'BRANCH',
  formalMembers: 10,
  probationaryMembers: 0,
  hasBranchCommittee: true,
  isUnitAddressee: true,
  hasDisciplineCommittee: false,
  ...facts,
});

describe('a branch', () => {
  test.each<[number, number, boolean, string[]]>([
    [2, 5, false, ['BRANCH_TOO_SMALL']],
    [3, 0, false, []],
    [6, 0, false, []],
    [6, 0, true, ['BRANCH_COMMITTEE_SURPLUS']],
    [7, 0, false, ['BRANCH_COMMITTEE_MISSING']],
    [7, 0, true, []],
    [49, 0, true, []],
    [48, 2, true, ['GENERAL_BRANCH_ADVISED']],
    [50, 0, true, ['GENERAL_BRANCH_ADVISED']],
    [50, 1, true, ['BRANCH_TOO_LARGE', 'GENERAL_BRANCH_ADVISED']],
    [99, 0, true, ['BRANCH_TOO_LARGE', 'GENERAL_BRANCH_ADVISED']],
    [99, 1, true, ['BRANCH_TOO_LARGE', 'ORGAN_COMMITTEE_ADVISED']],
  ])(
    'of %i formal and %i probationary members (committee: %p) gives %p',
    (formal, probationary, committee, warnings) => {
      expect(
        memberWarnings(
          organization({ formalMembers: formal, probationaryMembers: probationary, hasBranchCommittee: committee }),
        ),
      ).toEqual(warnings);
    },
  );

  test('inside a larger unit is not advised to become more', () => {
    expect(memberWarnings(organization({ formalMembers: 50, isUnitAddressee: false }))).toEqual([]);
  });

  test('that never reported is not judged', () => {
    expect(memberWarnings(organization({ formalMembers: null, probationaryMembers: null }))).toEqual([]);
  });
});

test.each<[number, string[]]>([
  [50, []],
  [99, []],
  [100, ['ORGAN_COMMITTEE_ADVISED']],
])('a general branch of %i members gives %p', (formalMembers, warnings) => {
  expect(memberWarnings(organization({ kind: 'GENERAL_BRANCH', formalMembers }))).toEqual(warnings);
});

test.each<[boolean, string[]]>([
  [true, []],
  [false, ['DISCIPLINE_COMMITTEE_MISSING']],
])('an organ committee whose discipline committee exists (%p) gives %p', (hasDisciplineCommittee, warnings) => {
  expect(memberWarnings(organization({ kind: 'ORGAN_COMMITTEE', formalMembers: 120, hasDisciplineCommittee }))).toEqual(
    warnings,
  );
});

test('a temporary branch has no members of its own to judge', () => {
  const facts = { kind: 'TEMP_BRANCH', formalMembers: 2, isUnitAddressee: false } as const;
  expect(memberWarnings(organization(facts))).toEqual([]);
});

test('what may be as it is is suggested, what the regulations forbid is warned', () => {
  expect(MEMBER_WARNINGS.GENERAL_BRANCH_ADVISED.severity).toBe('SUGGEST');
  expect(MEMBER_WARNINGS.BRANCH_COMMITTEE_SURPLUS.severity).toBe('INFO');
  expect(MEMBER_WARNINGS.BRANCH_TOO_SMALL.severity).toBe('WARN');
});
