import type { ClassifiedColumn } from '@hub/persistence';

export const organizationColumns: readonly ClassifiedColumn[] = [
  {
    column: 'account.password_hash',
    level: 4,
    shownBy: [],
    kept: { as: 'DIGEST', because: 'Argon2id: a password is compared and never read' },
  },
  { column: 'account.failed_attempts', level: 3, shownBy: [] },
  { column: 'account.locked_until', level: 3, shownBy: ['Account.lockedUntil'] },
  {
    column: 'session.refresh_digest',
    level: 4,
    // The token itself, handed over once to whom it belongs.
    shownBy: ['SignIn.refreshToken'],
    kept: { as: 'DIGEST', because: 'SHA-256 of 256 random bits: the secret is not in the database' },
  },
  {
    column: 'session.previous_digest',
    level: 4,
    shownBy: [],
    kept: { as: 'DIGEST', because: 'SHA-256 of a secret that was used up' },
  },
  {
    column: 'service_token.digest',
    level: 4,
    // The token itself, shown once when it is issued.
    shownBy: ['IssuedServiceTokenType.token'],
    kept: { as: 'DIGEST', because: 'SHA-256 of 256 random bits: the token is not in the database' },
  },
];
