import { refusalOf } from '@hub/testing';
import {
  assertOriginalSigner,
  assertSegregated,
  assertStepRole,
  assertSteps,
  DEFAULT_STEPS,
  NOTICE_STEPS,
  type SeriesStep,
  type StepKind,
} from './series-step';

function hand(accountId: string, postId = `post of ${accountId}`, principalAccountId: string | null = null) {
  return { accountId, postId, principalAccountId };
}

function steps(...kinds: StepKind[]): SeriesStep[] {
  return kinds.map((kind) => ({ kind, roles: ['OFFICE_CHECKER'], notBy: [] }));
}

describe('the steps of a series', () => {
  const orders: [string, readonly SeriesStep[], string | null][] = [
    ['the default order', DEFAULT_STEPS, null],
    ['the order of light notices', NOTICE_STEPS, null],
    [
      'an order with countersigning and seal',
      steps('CHECK', 'COUNTERSIGN', 'APPROVE', 'RECHECK', 'ASSIGN_NUMBER', 'SEAL'),
      null,
    ],
    ['no approval', steps('CHECK', 'ASSIGN_NUMBER'), 'SERIES_STEPS'],
    ['no number', steps('APPROVE'), 'SERIES_STEPS'],
    ['a number before the approval', steps('ASSIGN_NUMBER', 'APPROVE'), 'SERIES_STEPS'],
    ['a step twice', steps('APPROVE', 'APPROVE', 'ASSIGN_NUMBER'), 'SERIES_STEPS'],
    ['the last step twice', steps('APPROVE', 'ASSIGN_NUMBER', 'ASSIGN_NUMBER'), 'SERIES_STEPS'],
    ['a step for nobody', [{ kind: 'APPROVE', roles: [], notBy: [] }, ...steps('ASSIGN_NUMBER')], 'SERIES_STEPS'],
  ];

  it.each(orders)('judges %s', (_, order, reason) => {
    expect(refusalOf(() => assertSteps(order))).toBe(reason);
  });

  it('keep drafter, checker and signer apart', () => {
    const [check, approve] = DEFAULT_STEPS as [SeriesStep, SeriesStep];
    const history = { DRAFT: [hand('anna')], CHECK: [hand('bo')] };
    expect(refusalOf(() => assertSegregated(check, hand('anna'), history))).toBe('SAME_PERSON');
    expect(refusalOf(() => assertSegregated(check, hand('bo'), history))).toBeNull();
    expect(refusalOf(() => assertSegregated(approve, hand('bo'), history))).toBe('SAME_PERSON');
    expect(refusalOf(() => assertSegregated(approve, hand('chen'), history))).toBeNull();
  });

  it('keep a delegate and his principal apart in the same way', () => {
    const [check] = DEFAULT_STEPS as [SeriesStep];
    const drafted = { DRAFT: [hand('anna')] };
    const draftedFor = { DRAFT: [hand('bo', 'post of anna', 'anna')] };
    expect(refusalOf(() => assertSegregated(check, hand('bo', 'post of anna', 'anna'), drafted))).toBe('SAME_PERSON');
    expect(refusalOf(() => assertSegregated(check, hand('anna'), draftedFor))).toBe('SAME_PERSON');
    expect(refusalOf(() => assertSegregated(check, hand('bo'), draftedFor))).toBe('SAME_PERSON');
    expect(refusalOf(() => assertSegregated(check, hand('bo', 'post of chen', 'chen'), drafted))).toBeNull();
  });

  it('narrow the roles of the policy', () => {
    const [, approve] = DEFAULT_STEPS as [SeriesStep, SeriesStep];
    expect(refusalOf(() => assertStepRole(approve, 'OFFICE_CHECKER'))).toBe('STEP_ROLE');
    expect(refusalOf(() => assertStepRole(approve, 'COMMITTEE_LEADER'))).toBeNull();
  });

  it('let only the original signer approve a substantive change', () => {
    expect(refusalOf(() => assertOriginalSigner('chen', 'dong'))).toBe('NOT_ORIGINAL_SIGNER');
    expect(refusalOf(() => assertOriginalSigner('chen', 'chen'))).toBeNull();
    expect(refusalOf(() => assertOriginalSigner(null, 'dong'))).toBeNull();
  });
});
