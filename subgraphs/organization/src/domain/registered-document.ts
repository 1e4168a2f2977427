import { type Hand, isSecondPerson } from '@hub/core';

import { serviceError } from './service.errors';
import { assertServiceText } from './service-token';

export const DOCUMENT_STATES = ['PENDING', 'APPROVED', 'REJECTED', 'RETIRED'] as const;

export type DocumentState = (typeof DOCUMENT_STATES)[number];

export const DOCUMENT_STATE_NAMES: Readonly<Record<DocumentState, string>> = {
  PENDING: '待审批',
  APPROVED: '已批准',
  REJECTED: '未批准',
  RETIRED: '已停用',
};

export type DocumentAct = 'APPROVE' | 'REJECT' | 'RETIRE';

/** Rows are states, columns are acts; what is not in the table cannot happen. */
const TRANSITIONS: Readonly<Record<DocumentState, Partial<Record<DocumentAct, DocumentState>>>> = {
  PENDING: { APPROVE: 'APPROVED', REJECT: 'REJECTED', RETIRE: 'RETIRED' },
  APPROVED: { RETIRE: 'RETIRED' },
  REJECTED: {},
  RETIRED: {},
};

export function nextDocumentState(state: DocumentState, act: DocumentAct): DocumentState {
  const next = TRANSITIONS[state][act];
  if (next === undefined) throw serviceError('DOCUMENT_STATE', { state: DOCUMENT_STATE_NAMES[state] });
  return next;
}

/** 双人: who wrote a document does not let it in; who wrote it may well withdraw it. */
export function assertSecondPerson(act: DocumentAct, author: Hand, hand: Hand): void {
  if (act === 'APPROVE' && !isSecondPerson(author, hand)) throw serviceError('APPROVER_IS_AUTHOR');
}

/** More than any dashboard's query needs; the gateway's own limits are lower still. */
export const MAX_DOCUMENT_TEXT = 20_000;
const NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

export interface DocumentFacts {
  readonly name: string;
  readonly purpose: string;
  readonly text: string;
}

export function assertDocumentFacts({ name, purpose, text }: DocumentFacts): void {
  if (!NAME.test(name)) throw serviceError('DOCUMENT_NAME');
  assertServiceText('用途', purpose, 2, 200);
  if (text.trim() === '' || text.length > MAX_DOCUMENT_TEXT) {
    throw serviceError('DOCUMENT_TEXT', { limit: MAX_DOCUMENT_TEXT });
  }
}
