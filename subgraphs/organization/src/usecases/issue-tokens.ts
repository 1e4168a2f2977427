import type { Id } from '@hub/core';

import type { AccessToken, OrganizationDeps } from '../deps';
import { formatRefreshToken } from '../domain/session';

export interface SignedIn {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  readonly refreshToken: string;
}

/** The pair a client keeps, for a session that has been committed. */
export async function issueTokens(
  deps: OrganizationDeps,
  session: { readonly committeeId: Id; readonly sessionId: Id; readonly secret: string },
  now: Date,
): Promise<SignedIn> {
  const { token, expiresAt }: AccessToken = await deps.accessTokens.issue(session, now);
  return { accessToken: token, accessTokenExpiresAt: expiresAt, refreshToken: formatRefreshToken(session) };
}
