import { createHash, randomBytes } from 'node:crypto';

import type { SubgraphSettings } from '@hub/graphql';
import { type Outside, openOutside } from '@hub/notify';
import { createFieldCipher, type FieldCipher } from '@hub/persistence';
import { hash, verify } from '@node-rs/argon2';
import { SignJWT } from 'jose';

import type { SecondFactorRule } from './domain/second-factor';
import { formatSessionKey, type SessionKey } from './domain/session';
import { createOneTimeCodes, type OneTimeCodes } from './one-time-codes';

/** The tools the use cases of this subgraph need besides the database. */
export interface OrganizationDeps {
  readonly accessTokens: AccessTokens;
  readonly passwords: Passwords;
  readonly refreshSecrets: RefreshSecrets;
  readonly oneTimeCodes: OneTimeCodes;
  readonly fieldCipher: FieldCipher;
  readonly secondFactor: SecondFactorRule;
  /** The channels by which people can be told outside. */
  readonly outside: Outside;
}

export interface AccessToken {
  readonly token: string;
  readonly expiresAt: Date;
}

export interface AccessTokens {
  /** Names the session and nothing else: rights are looked up at each request, so that they can end at once. */
  issue(session: SessionKey, now: Date): Promise<AccessToken>;
}

export interface Passwords {
  hash(password: string): Promise<string>;
  verify(passwordHash: string, password: string): Promise<boolean>;
}

export interface RefreshSecrets {
  mint(): string;
  /** What is kept of a secret: who reads the table cannot use it. A digest leaks nothing through the time of a compare. */
  digest(secret: string): Buffer;
}

const ACCESS_TOKEN_MS = 15 * 60_000;

type Settings = Pick<SubgraphSettings, 'accessTokenKey' | 'dataKeys' | 'secondFactor' | 'outside'>;

export function createOrganizationDeps(settings: Settings): OrganizationDeps {
  const { accessTokenKey, dataKeys, secondFactor } = settings;
  return {
    outside: openOutside(settings.outside),
    fieldCipher: createFieldCipher(dataKeys),
    accessTokens: {
      async issue(session, now) {
        const expiresAt = new Date(now.getTime() + ACCESS_TOKEN_MS);
        const token = await new SignJWT({ sid: formatSessionKey(session) })
          .setProtectedHeader({ alg: 'HS256' })
          .setIssuer('party-work-hub')
          .setAudience('hub')
          .setIssuedAt(Math.floor(now.getTime() / 1000))
          .setExpirationTime(Math.floor(expiresAt.getTime() / 1000))
          .sign(accessTokenKey);
        return { token, expiresAt };
      },
    },
    passwords: {
      // Argon2id with the library's defaults (19 MiB, 2 passes: the OWASP minimum).
      hash: (password) => hash(password),
      verify: (passwordHash, password) => verify(passwordHash, password),
    },
    refreshSecrets: {
      mint: () => randomBytes(32).toString('base64url'),
      digest: (secret) => createHash('sha256').update(secret).digest(),
    },
    oneTimeCodes: createOneTimeCodes(),
    secondFactor,
  };
}
