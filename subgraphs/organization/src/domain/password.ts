import { accountError } from './account.errors';
import { COMMON_PASSWORDS } from './common-passwords';

const SHORTEST = 10;
const LONGEST = 256;
const LOGIN_NAME = /^[a-z0-9._-]{3,64}$/;

/** A new password is none of so many before it, the present one among them. */
export const NOT_AGAIN = 5;

/** What a new password of an account must be (GB/T 22239 8.1.4.1); that it is new, only the account can tell. */
export function assertPassword(password: string, loginName: string): void {
  const strong = password.length >= SHORTEST && /\p{L}/u.test(password) && /\d/.test(password);
  if (!strong || password.length > LONGEST) throw accountError('PASSWORD_WEAK');
  const written = password.toLowerCase();
  if (written.includes(loginName)) throw accountError('PASSWORD_IS_NAME');
  if (COMMON_PASSWORDS.has(written)) throw accountError('PASSWORD_COMMON');
}

export function assertLoginName(loginName: string): void {
  if (!LOGIN_NAME.test(loginName)) throw accountError('LOGIN_NAME_INVALID');
}

export function assertDisplayName(displayName: string): void {
  if (displayName.trim() === '' || displayName.length > 50) throw accountError('DISPLAY_NAME_INVALID');
}
