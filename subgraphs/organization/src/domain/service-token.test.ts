import { refusalOf } from '@hub/testing';
import { assertRevocable, assertTokenFacts, type TokenFacts, tokenState } from './service-token';

const now = new Date('2026-11-20T01:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
const facts = (change: Partial<TokenFacts> = {}): TokenFacts => ({
  name: '大屏',
  purpose: '机关党建大屏取数',
  documents: ['ReceiptRows'],
  expiresAt: inDays(90),
  ...change,
});

test.each([
  ['a name, a purpose, a document and an end', facts(), null],
  ['an end in exactly a year', facts({ expiresAt: inDays(366) }), null],
  ['an end in more than a year', facts({ expiresAt: inDays(367) }), 'TOKEN_EXPIRY'],
  ['an end now', facts({ expiresAt: now }), 'TOKEN_EXPIRY'],
  ['an end in the past', facts({ expiresAt: inDays(-1) }), 'TOKEN_EXPIRY'],
  ['no documents', facts({ documents: [] }), 'TOKEN_DOCUMENTS'],
  ['too many documents', facts({ documents: Array.from({ length: 51 }, (_, i) => `D${i}`) }), 'TOKEN_DOCUMENTS'],
  ['an empty document', facts({ documents: [''] }), 'TOKEN_DOCUMENTS'],
  ['an endless document', facts({ documents: ['x'.repeat(101)] }), 'TOKEN_DOCUMENTS'],
  ['a name of blanks', facts({ name: '   ' }), 'SERVICE_TEXT'],
  ['a long purpose', facts({ purpose: '长'.repeat(201) }), 'SERVICE_TEXT'],
])('a token with %s', (_, token, reason) => {
  expect(refusalOf(() => assertTokenFacts(token, now))).toBe(reason);
});

test.each([
  ['ACTIVE', { expiresAt: inDays(1), revokedAt: null }, null],
  ['EXPIRED', { expiresAt: now, revokedAt: null }, 'TOKEN_ENDED'],
  ['REVOKED', { expiresAt: inDays(1), revokedAt: now }, 'TOKEN_ENDED'],
  ['REVOKED', { expiresAt: now, revokedAt: now }, 'TOKEN_ENDED'],
] as const)('is %s, and revoked: %j', (state, life, reason) => {
  expect(tokenState(life, now)).toBe(state);
  expect(refusalOf(() => assertRevocable(life, now))).toBe(reason);
});
