import type { ResponseError } from '../../execution/errors/response-error';
import { type Authority, meets } from './authority';
import type { Requirement } from './requirement-table';

/** Why a field is not answered; its path is where the field would have been. */
export type Denial = Omit<ResponseError, 'path'>;

const SIGN_IN_REQUIRED: Denial = {
  message: '请先登录。',
  extensions: { code: 'UNAUTHENTICATED', reason: 'SIGN_IN_REQUIRED' },
};
const SCOPE_REQUIRED: Denial = {
  message: '当前身份无权读取此内容。',
  extensions: { code: 'FORBIDDEN', reason: 'SCOPE_REQUIRED' },
};

/** null when every requirement is met. */
export function denialOf(requirements: readonly Requirement[], authority: Authority): Denial | null {
  if (requirements.every((requirement) => meets(authority, requirement))) return null;
  return authority.authenticated ? SCOPE_REQUIRED : SIGN_IN_REQUIRED;
}
