import { type Actor, type Clock, DomainError } from '@hub/core';
import { errors, jwtVerify, SignJWT } from 'jose';

/** The header a gateway speaks to remote subgraphs with; one that comes from outside is dropped at the gateway. */
export const CALLER_HEADER = 'x-hub-caller';

/** Who stands behind one subgraph call, as the gateway found out. */
export interface Caller {
  readonly actor: Actor | null;
  readonly requestId: string;
  readonly idempotencyKey: string | null;
}

const ISSUER = 'party-work-hub-gateway';
const LIFETIME_SECONDS = 30;

/** Signed for one subgraph and for seconds: a copy that leaks is worth little, and nothing elsewhere. */
export function signCaller(caller: Caller, subgraph: string, key: Uint8Array, clock: Clock): Promise<string> {
  const now = Math.floor(clock.now().getTime() / 1000);
  return new SignJWT({ caller })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(ISSUER)
    .setAudience(subgraph)
    .setIssuedAt(now)
    .setExpirationTime(now + LIFETIME_SECONDS)
    .sign(key);
}

/** Throws CALLER_REFUSED unless the header was signed by a gateway of this hub, for this subgraph, just now. */
export async function verifyCaller(
  token: string | undefined,
  subgraph: string,
  key: Uint8Array,
  clock: Clock,
): Promise<Caller> {
  if (!token) throw refused();
  try {
    const { payload } = await jwtVerify<{ caller: Caller }>(token, key, {
      algorithms: ['HS256'],
      issuer: ISSUER,
      audience: subgraph,
      currentDate: clock.now(),
    });
    return payload.caller;
  } catch (error) {
    if (error instanceof errors.JOSEError) throw refused();
    throw error;
  }
}

const refused = (): DomainError => new DomainError('UNAUTHENTICATED', 'CALLER_REFUSED', '子图只接受本平台网关的调用。');
