import { refusalOf } from '@hub/testing';
import fc from 'fast-check';

import {
  assertOpinion,
  DOCUMENT_ACTS,
  DOCUMENT_STATES,
  type DocumentAct,
  type DocumentState,
  documentLife,
  nextState,
  possibleActs,
  stepOfState,
} from './document-state';
import { DEFAULT_STEPS, NOTICE_STEPS, type SeriesStep, STEP_KINDS } from './series-step';

const sealed: readonly SeriesStep[] = [...DEFAULT_STEPS, { kind: 'SEAL', roles: ['OFFICE_REGISTRAR'], notBy: [] }];

function walk(steps: readonly SeriesStep[], acts: readonly DocumentAct[]): DocumentState {
  return acts.reduce<DocumentState>((state, act) => nextState(steps, state, act).to, 'DRAFT');
}

describe('the life of a document', () => {
  const walks: [string, readonly SeriesStep[], DocumentAct[], DocumentState][] = [
    ['goes to the checker first', DEFAULT_STEPS, ['SUBMIT'], 'CHECKING'],
    [
      'is ready after check, approval, recheck and number',
      DEFAULT_STEPS,
      ['SUBMIT', 'CHECK', 'APPROVE', 'RECHECK', 'ASSIGN_NUMBER'],
      'READY',
    ],
    [
      'passes the seal where the series has one',
      sealed,
      ['SUBMIT', 'CHECK', 'APPROVE', 'RECHECK', 'ASSIGN_NUMBER'],
      'SEALING',
    ],
    [
      'skips the check in a series of light notices',
      NOTICE_STEPS,
      ['SUBMIT', 'APPROVE', 'ASSIGN_NUMBER', 'ISSUE'],
      'ISSUED',
    ],
    [
      'is sent back by the signer and submitted again',
      DEFAULT_STEPS,
      ['SUBMIT', 'CHECK', 'RETURN', 'REVISE', 'SUBMIT'],
      'CHECKING',
    ],
    [
      'goes from the recheck to the signer',
      DEFAULT_STEPS,
      ['SUBMIT', 'CHECK', 'APPROVE', 'REFER_TO_SIGNER'],
      'APPROVING',
    ],
    ['is archived after issue', NOTICE_STEPS, ['SUBMIT', 'APPROVE', 'ASSIGN_NUMBER', 'ISSUE', 'ARCHIVE'], 'ARCHIVED'],
    [
      'is revoked although archived',
      NOTICE_STEPS,
      ['SUBMIT', 'APPROVE', 'ASSIGN_NUMBER', 'ISSUE', 'ARCHIVE', 'REVOKE'],
      'REVOKED',
    ],
    ['is abolished after issue', NOTICE_STEPS, ['SUBMIT', 'APPROVE', 'ASSIGN_NUMBER', 'ISSUE', 'ABOLISH'], 'ABOLISHED'],
  ];

  it.each(walks)('%s', (_, steps, acts, end) => {
    expect(walk(steps, acts)).toBe(end);
  });

  const refusals: [DocumentAct, DocumentState, string][] = [
    ['ISSUE', 'DRAFT', 'ISSUE_WITHOUT_APPROVAL'],
    ['ISSUE', 'RETURNED', 'ISSUE_WITHOUT_APPROVAL'],
    ['ISSUE', 'APPROVING', 'ISSUE_WITHOUT_APPROVAL'],
    ['ISSUE', 'RECHECKING', 'ISSUE_BEFORE_READY'],
    ['ISSUE', 'REGISTERING', 'ISSUE_BEFORE_READY'],
    ['ISSUE', 'ISSUED', 'ALREADY_ISSUED'],
    ['ISSUE', 'ARCHIVED', 'ALREADY_ISSUED'],
    ['ISSUE', 'CANCELLED', 'WRONG_STATE'],
    ['APPROVE', 'RECHECKING', 'ALREADY_APPROVED'],
    ['APPROVE', 'ISSUED', 'ALREADY_APPROVED'],
    ['APPROVE', 'CHECKING', 'WRONG_STATE'],
    ['ASSIGN_NUMBER', 'APPROVING', 'NUMBER_WITHOUT_APPROVAL'],
    ['ASSIGN_NUMBER', 'RECHECKING', 'WRONG_STATE'],
    ['ASSIGN_NUMBER', 'READY', 'ALREADY_NUMBERED'],
    ['REVISE', 'APPROVING', 'WRONG_STATE'],
    ['CANCEL', 'ISSUED', 'WRONG_STATE'],
    ['RETURN', 'ISSUED', 'WRONG_STATE'],
    ['SUBMIT', 'CHECKING', 'WRONG_STATE'],
  ];

  it.each(refusals)('refuses %s in %s with %s', (act, state, reason) => {
    expect(refusalOf(() => nextState(DEFAULT_STEPS, state, act))).toBe(reason);
  });

  it('can be returned at each step, and a return after approval voids it', () => {
    const returns = documentLife(sealed).filter((transition) => transition.act === 'RETURN');
    expect(returns.map(({ from, effects }) => [from, effects])).toEqual([
      ['CHECKING', []],
      ['APPROVING', []],
      ['RECHECKING', ['APPROVAL_VOIDED']],
      ['REGISTERING', ['APPROVAL_VOIDED']],
      ['SEALING', ['APPROVAL_VOIDED', 'TEXT_RELEASED']],
      ['READY', ['APPROVAL_VOIDED', 'TEXT_RELEASED']],
    ]);
  });

  it('names the current state when it refuses', () => {
    expect(() => nextState(DEFAULT_STEPS, 'CHECKING', 'ARCHIVE')).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ state: 'CHECKING' }) }),
    );
  });

  it('asks for an opinion where something is sent back or ended', () => {
    expect(refusalOf(() => assertOpinion('RETURN', '  '))).toBe('OPINION_REQUIRED');
    expect(refusalOf(() => assertOpinion('RETURN', '请补充附件'))).toBeNull();
    expect(refusalOf(() => assertOpinion('APPROVE', null))).toBeNull();
  });

  it('finds the step that waits', () => {
    expect(stepOfState(DEFAULT_STEPS, 'RECHECKING')?.kind).toBe('RECHECK');
    expect(stepOfState(DEFAULT_STEPS, 'READY')).toBeNull();
  });
});

describe('any series', () => {
  const anySteps = fc.subarray([...STEP_KINDS]).map((chosen): readonly SeriesStep[] =>
    STEP_KINDS.filter((kind) => kind === 'APPROVE' || kind === 'ASSIGN_NUMBER' || chosen.includes(kind)).map(
      (kind) => ({
        kind,
        roles: ['COMMITTEE_LEADER'],
        notBy: [],
      }),
    ),
  );

  it('never leads out of its table, and never to an issue without approval and number', () => {
    fc.assert(
      fc.property(anySteps, fc.array(fc.constantFrom(...DOCUMENT_ACTS), { maxLength: 40 }), (steps, acts) => {
        let state: DocumentState = 'DRAFT';
        let approved = false;
        let numbered = false;
        for (const act of acts) {
          if (refusalOf(() => nextState(steps, state, act)) !== null) continue;
          const transition = nextState(steps, state, act);
          if (act === 'APPROVE') approved = true;
          if (act === 'ASSIGN_NUMBER') numbered = true;
          if (transition.effects.includes('APPROVAL_VOIDED')) approved = false;
          if (transition.effects.includes('TEXT_RELEASED')) numbered = false;
          state = transition.to;
          expect(DOCUMENT_STATES).toContain(state);
          expect(state === 'ISSUED' ? approved && numbered : true).toBe(true);
        }
      }),
    );
  });

  it('has one row for an act in a state', () => {
    fc.assert(
      fc.property(anySteps, fc.constantFrom(...DOCUMENT_STATES), (steps, state) => {
        const acts = possibleActs(steps, state);
        expect(new Set(acts).size).toBe(acts.length);
      }),
    );
  });
});
