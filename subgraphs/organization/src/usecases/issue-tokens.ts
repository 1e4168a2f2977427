import type { AccessToken, OrganizationDeps } from '../deps';
import { formatRefreshToken, type RefreshToken } from '../domain/session';

export interface SignedIn {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  readonly refreshToken: string;
}

/** The pair a client keeps, for a session that has been committed. */
export async function issueTokens(deps: OrganizationDeps, session: RefreshToken, now: Date): Promise<SignedIn> {
  const { token, expiresAt }: AccessToken = await deps.accessTokens.issue(session, now);
  return { accessToken: token, accessTokenExpiresAt: expiresAt, refreshToken: formatRefreshToken(session) };
}
