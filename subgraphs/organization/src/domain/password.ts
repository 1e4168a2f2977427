import { accountError } from './account.errors';

const SHORTEST = 10;
const LONGEST = 256;
const LOGIN_NAME = /^[a-z0-9._-]{3,64}$/;

export function assertPassword(password: string): void {
  const strong = password.length >= SHORTEST && /\p{L}/u.test(password) && /\d/.test(password);
  if (!strong || password.length > LONGEST) throw accountError('PASSWORD_WEAK');
}

export function assertLoginName(loginName: string): void {
  if (!LOGIN_NAME.test(loginName)) throw accountError('LOGIN_NAME_INVALID');
}

export function assertDisplayName(displayName: string): void {
  if (displayName.trim() === '' || displayName.length > 50) throw accountError('DISPLAY_NAME_INVALID');
}
