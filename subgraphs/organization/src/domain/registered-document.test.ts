import { refusalOf } from '@hub/testing';
import {
  assertDocumentFacts,
  assertSecondPerson,
  DOCUMENT_STATES,
  type DocumentAct,
  MAX_DOCUMENT_TEXT,
  nextDocumentState,
} from './registered-document';

const ACTS: readonly DocumentAct[] = ['APPROVE', 'REJECT', 'RETIRE'];

test.each(DOCUMENT_STATES.flatMap((state) => ACTS.map((act) => [state, act] as const)))('%s, %s', (state, act) => {
  const expected: Record<string, string> = {
    'PENDING APPROVE': 'APPROVED',
    'PENDING REJECT': 'REJECTED',
    'PENDING RETIRE': 'RETIRED',
    'APPROVED RETIRE': 'RETIRED',
  };
  const next = expected[`${state} ${act}`];
  if (next) expect(nextDocumentState(state, act)).toBe(next);
  else expect(refusalOf(() => nextDocumentState(state, act))).toBe('DOCUMENT_STATE');
});

const hand = (accountId: string, postId: string) => ({ accountId, postId, principalAccountId: null });

test('who registered it does not approve it', () => {
  const [a, again, b] = [hand('a', 'p'), hand('a', 'q'), hand('b', 'q')];
  expect(refusalOf(() => assertSecondPerson('APPROVE', a, a))).toBe('APPROVER_IS_AUTHOR');
  expect(refusalOf(() => assertSecondPerson('APPROVE', a, again))).toBe('APPROVER_IS_AUTHOR');
  expect(refusalOf(() => assertSecondPerson('APPROVE', a, hand('b', 'p')))).toBe('APPROVER_IS_AUTHOR');
  expect(refusalOf(() => assertSecondPerson('APPROVE', a, b))).toBeNull();
  expect(refusalOf(() => assertSecondPerson('REJECT', a, a))).toBeNull();
  expect(refusalOf(() => assertSecondPerson('RETIRE', a, a))).toBeNull();
});

const facts = { name: 'Late', purpose: '查超期', text: '{ a }' };

test.each([
  ['as it should be', facts, null],
  ['with a Chinese name', { ...facts, name: '超期' }, 'DOCUMENT_NAME'],
  ['with a path for a name', { ...facts, name: '../x' }, 'DOCUMENT_NAME'],
  ['with a name too long', { ...facts, name: 'A'.repeat(65) }, 'DOCUMENT_NAME'],
  ['without a purpose', { ...facts, purpose: '' }, 'SERVICE_TEXT'],
  ['without a text', { ...facts, text: ' \n' }, 'DOCUMENT_TEXT'],
  ['with too long a text', { ...facts, text: 'a'.repeat(MAX_DOCUMENT_TEXT + 1) }, 'DOCUMENT_TEXT'],
])('a document %s', (_, document, reason) => {
  expect(refusalOf(() => assertDocumentFacts(document))).toBe(reason);
});
