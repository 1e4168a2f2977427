import { refusalOf } from '@hub/testing';
import { assertExit, MEMBER_EXITS, type MemberExit, type MemberExitKind } from './member-exit';

const TODAY = '2020-10-15';
const DECISION = '支部大会 2020-09-28 决议，焦直〔2020〕12号批准';
const formal = { kind: 'FORMAL', joinedOn: '2008-07-01' } as const;

const refusal = (exit: Partial<MemberExit>, member: { kind: 'FORMAL' | 'PROBATIONARY'; joinedOn: string } = formal) =>
  refusalOf(() => assertExit({ exit: 'REMOVED', endedOn: '2020-10-01', note: DECISION, ...exit }, member, TODAY));

test.each<[Partial<MemberExit>, string | null]>([
  [{}, null],
  [{ exit: 'DECEASED', note: null }, null],
  [{ exit: 'TRANSFERRED_OUT', note: null }, null],
  [{ note: null }, 'MEMBER_DECISION_REQUIRED'],
  [{ note: '同意' }, 'MEMBER_DECISION_REQUIRED'],
  [{ note: '决'.repeat(201) }, 'MEMBER_DECISION_REQUIRED'],
  [{ note: `${DECISION} 410802198503121015` }, 'TEXT_HOLDS_ID_NUMBER'],
  [{ endedOn: '2008-06-30' }, 'MEMBER_END_DATE'],
  [{ endedOn: '2020-10-16' }, 'MEMBER_END_DATE'],
  [{ exit: 'DISQUALIFIED' }, 'MEMBER_EXIT_KIND'],
])('%p gives %p', (exit, reason) => {
  expect(refusal(exit)).toBe(reason);
});

test('a probationary member is disqualified, not expelled', () => {
  const probationary = { kind: 'PROBATIONARY', joinedOn: '2020-01-01' } as const;
  expect(refusal({ exit: 'EXPELLED' }, probationary)).toBe('MEMBER_EXIT_KIND');
  expect(refusal({ exit: 'DISQUALIFIED' }, probationary)).toBeNull();
});

test('only death and a transfer need no decision', () => {
  const kinds = Object.keys(MEMBER_EXITS) as MemberExitKind[];
  expect(kinds.filter((kind) => !MEMBER_EXITS[kind].decided)).toEqual(['TRANSFERRED_OUT', 'DECEASED']);
});
