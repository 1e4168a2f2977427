import { refusalOf } from '@hub/testing';
import {
  nextReportState,
  possibleReportActs,
  REPORT_ACTS,
  REPORT_STATES,
  type ReportAct,
  type ReportState,
} from './report-state';

const IN_REVIEW = 'REPORT_IN_REVIEW';
const SIGNED = 'REPORT_SIGNED';
const WRONG = 'REPORT_WRONG_STATE';
const NOT_SUBMITTED = 'REPORT_NOT_SUBMITTED';
const NOT_ACCEPTED = 'REPORT_NOT_ACCEPTED';
const SETTLED = 'REPORT_SETTLED';
const EXEMPT = 'REPORT_EXEMPT';
const SENT = 'REPORT_SUBMITTED';
const DONE = 'REPORT_ACCEPTED';

/** Each act in each state, in the order of REPORT_STATES: the state it leads to, or why not. Nothing was handed in before. */
const LIFE: Readonly<Record<ReportAct, readonly string[]>> = {
  //                DRAFT          UNIT_REVIEW    UNIT_SIGNED    SUBMITTED     RETURNED       ACCEPTED  SETTLED  EXEMPT
  SAVE: ['DRAFT', IN_REVIEW, SIGNED, SENT, 'RETURNED', DONE, SETTLED, EXEMPT],
  SEND_FOR_REVIEW: ['UNIT_REVIEW', WRONG, WRONG, SENT, 'UNIT_REVIEW', DONE, SETTLED, EXEMPT],
  SEND_BACK: [WRONG, 'DRAFT', 'DRAFT', SENT, WRONG, DONE, SETTLED, EXEMPT],
  SIGN: [WRONG, 'UNIT_SIGNED', WRONG, SENT, WRONG, DONE, SETTLED, EXEMPT],
  SUBMIT: ['SUBMITTED', IN_REVIEW, 'SUBMITTED', SENT, 'SUBMITTED', DONE, SETTLED, EXEMPT],
  RETURN: [NOT_SUBMITTED, NOT_SUBMITTED, NOT_SUBMITTED, 'RETURNED', NOT_SUBMITTED, DONE, SETTLED, EXEMPT],
  ACCEPT: [NOT_SUBMITTED, NOT_SUBMITTED, NOT_SUBMITTED, 'ACCEPTED', NOT_SUBMITTED, DONE, SETTLED, EXEMPT],
  COMMEND: [NOT_ACCEPTED, NOT_ACCEPTED, NOT_ACCEPTED, NOT_ACCEPTED, NOT_ACCEPTED, 'ACCEPTED', SETTLED, EXEMPT],
  ADOPT: [NOT_ACCEPTED, NOT_ACCEPTED, NOT_ACCEPTED, NOT_ACCEPTED, NOT_ACCEPTED, 'ACCEPTED', SETTLED, EXEMPT],
  REVOKE_ADOPTION: [NOT_ACCEPTED, NOT_ACCEPTED, NOT_ACCEPTED, NOT_ACCEPTED, NOT_ACCEPTED, 'ACCEPTED', SETTLED, EXEMPT],
  PUBLISH: [NOT_ACCEPTED, NOT_ACCEPTED, NOT_ACCEPTED, NOT_ACCEPTED, NOT_ACCEPTED, 'ACCEPTED', SETTLED, EXEMPT],
  EXEMPT: ['EXEMPT', 'EXEMPT', 'EXEMPT', SENT, 'EXEMPT', DONE, SETTLED, EXEMPT],
  SETTLE: ['SETTLED', 'SETTLED', 'SETTLED', SENT, 'SETTLED', DONE, SETTLED, EXEMPT],
};

const cases = REPORT_ACTS.flatMap((act) =>
  REPORT_STATES.map((state, index): [ReportAct, ReportState, string] => [act, state, LIFE[act][index] ?? '']),
);

function outcome(state: ReportState, act: ReportAct, signatureNeeded = false, firstSubmittedAt: Date | null = null) {
  const report = { state, firstSubmittedAt, signatureNeeded };
  return refusalOf(() => nextReportState(report, act)) ?? nextReportState(report, act);
}

describe('the life of a report', () => {
  it.each(cases)('%s of one in %s: %s', (act, state, expected) => {
    expect(outcome(state, act)).toBe(expected);
  });

  it('is handed in only with the signature that its template asks for', () => {
    const submitted = REPORT_STATES.map((state) => outcome(state, 'SUBMIT', true));
    const NEEDED = 'SIGNATURE_NEEDED';
    expect(submitted).toEqual([NEEDED, IN_REVIEW, 'SUBMITTED', SENT, NEEDED, DONE, SETTLED, EXEMPT]);
  });

  it('asks for a signature in no other act', () => {
    const others = cases.filter(([act]) => act !== 'SUBMIT');
    expect(others.filter(([act, state, expected]) => outcome(state, act, true) !== expected)).toEqual([]);
  });

  it.each(['UNIT_REVIEW', 'UNIT_SIGNED'] as const)('goes back from %s to where the office had left it', (state) => {
    expect(outcome(state, 'SEND_BACK', true, new Date(0))).toBe('RETURNED');
  });

  it.each([true, false])(
    'offers exactly the acts that it would not refuse, signature needed: %s',
    (signatureNeeded) => {
      for (const state of REPORT_STATES) {
        const report = { state, firstSubmittedAt: null, signatureNeeded };
        const allowed = REPORT_ACTS.filter((act) => refusalOf(() => nextReportState(report, act)) === null);
        expect(possibleReportActs(report)).toEqual(allowed);
      }
    },
  );
});
