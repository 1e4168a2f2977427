import { documentError } from './document.errors';
import { DOCUMENT_STATE_NAMES, type DocumentState } from './document-state';

const BEFORE_SIGNATURE: readonly DocumentState[] = ['DRAFT', 'RETURNED', 'CHECKING', 'COUNTERSIGNING'];

/** Throws WRONG_STATE: the files of a paper are signed with it and do not change afterwards. */
export function assertAttachable(state: DocumentState): void {
  if (BEFORE_SIGNATURE.includes(state)) return;
  throw documentError('WRONG_STATE', { state, stateName: DOCUMENT_STATE_NAMES[state] });
}
