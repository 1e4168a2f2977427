import type { ResponseError } from '../../execution/errors/response-error';
import { securityError } from '../security.errors';
import { type Authority, meets } from './authority';
import type { Requirement } from './requirement-table';

/** Why a field is not answered; its path is where the field would have been. */
export type Denial = Omit<ResponseError, 'path'>;

const SIGN_IN_REQUIRED = denial('SIGN_IN_REQUIRED');
const SCOPE_REQUIRED = denial('SCOPE_REQUIRED');

/** null when every requirement is met. */
export function denialOf(requirements: readonly Requirement[], authority: Authority): Denial | null {
  if (requirements.every((requirement) => meets(authority, requirement))) return null;
  return authority.authenticated ? SCOPE_REQUIRED : SIGN_IN_REQUIRED;
}

function denial(refusal: 'SIGN_IN_REQUIRED' | 'SCOPE_REQUIRED'): Denial {
  const { message, kind, reason } = securityError(refusal);
  return { message, extensions: { code: kind, reason } };
}
