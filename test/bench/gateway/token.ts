import { ACCESS_TOKEN } from '@hub/gateway';
import { SignJWT } from 'jose';

/** An access token as the organization subgraph makes them, for the length of the bench. */
export function benchToken(key: Uint8Array, sessionId: string): Promise<string> {
  return new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: ACCESS_TOKEN.algorithm })
    .setIssuer(ACCESS_TOKEN.issuer)
    .setAudience(ACCESS_TOKEN.audience)
    .setIssuedAt()
    .setExpirationTime('2h')
    .sign(key);
}
