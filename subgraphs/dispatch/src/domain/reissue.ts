import { documentError } from './document.errors';
import { DOCUMENT_STATE_NAMES, type DocumentState } from './document-state';

const IN_FORCE: readonly DocumentState[] = ['ISSUED', 'ARCHIVED'];

/** 补发 sends a paper that is in force. Throws WRONG_STATE. */
export function assertReissuable(state: DocumentState): void {
  if (!IN_FORCE.includes(state)) throw documentError('WRONG_STATE', { state, stateName: DOCUMENT_STATE_NAMES[state] });
}
