import { characterCount } from '@hub/core';

import { serviceError } from './service.errors';

/** A token that nobody renews must end by itself. */
export const MAX_TOKEN_DAYS = 366;
const DAY_MS = 86_400_000;

export const MAX_BOUND_DOCUMENTS = 50;
const MAX_DOCUMENT_REF = 100;

/** So much of the secret is shown, to tell tokens apart: it leaves 220 bits to guess. */
const HINT_LENGTH = 6;
export const secretHint = (secret: string): string => secret.slice(0, HINT_LENGTH);

export const SERVICE_TOKEN_STATES = ['ACTIVE', 'EXPIRED', 'REVOKED'] as const;

export type ServiceTokenState = (typeof SERVICE_TOKEN_STATES)[number];

export interface TokenLife {
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

export function tokenState({ expiresAt, revokedAt }: TokenLife, now: Date): ServiceTokenState {
  if (revokedAt !== null) return 'REVOKED';
  return expiresAt <= now ? 'EXPIRED' : 'ACTIVE';
}

export interface TokenFacts {
  readonly name: string;
  readonly purpose: string;
  readonly documents: readonly string[];
  readonly expiresAt: Date;
}

/** Refuses a token without a name, a purpose, documents to run, or an end within a year. */
export function assertTokenFacts({ name, purpose, documents, expiresAt }: TokenFacts, now: Date): void {
  assertServiceText('名称', name, 2, 50);
  assertServiceText('用途', purpose, 2, 200);
  const fits = documents.length >= 1 && documents.length <= MAX_BOUND_DOCUMENTS;
  const known = documents.every((ref) => ref.length > 0 && ref.length <= MAX_DOCUMENT_REF);
  if (!fits || !known) throw serviceError('TOKEN_DOCUMENTS', { limit: MAX_BOUND_DOCUMENTS });
  const latest = now.getTime() + MAX_TOKEN_DAYS * DAY_MS;
  if (expiresAt <= now || expiresAt.getTime() > latest) throw serviceError('TOKEN_EXPIRY');
}

export function assertRevocable(life: TokenLife, now: Date): void {
  if (tokenState(life, now) !== 'ACTIVE') throw serviceError('TOKEN_ENDED');
}

export function assertServiceText(label: string, text: string, least: number, most: number): void {
  const count = characterCount(text.trim());
  if (count < least || count > most) throw serviceError('SERVICE_TEXT', { label, least, most });
}
