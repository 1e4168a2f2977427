/** What the log of sign-ins tells, by the name of the act in the trail. */
export const SIGN_IN_ACTS = {
  LOGIN: 'login',
  LOGIN_FAILED: 'loginFailed',
  LOGOUT: 'logout',
  REFRESH_REUSED: 'refreshReused',
  SWITCH_POST: 'switchPost',
  REVOKE_SESSION: 'revokeSession',
  REVOKE_OTHER_SESSIONS: 'revokeOtherSessions',
} as const;

export type SignInAct = keyof typeof SIGN_IN_ACTS;

export const SIGN_IN_ACT_NAMES = Object.keys(SIGN_IN_ACTS) as SignInAct[];

export function signInActOf(action: string): SignInAct {
  const found = SIGN_IN_ACT_NAMES.find((act) => SIGN_IN_ACTS[act] === action);
  if (!found) throw new Error(`the log of sign-ins does not know ${action}`);
  return found;
}
