import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

import { type Id, isId } from '@hub/core';

/** What a download link stands for: one file, one session, one minute. */
export interface DownloadClaim {
  readonly attachmentId: Id;
  readonly sessionId: Id;
  readonly expiresAt: Date;
}

export interface DownloadTokens {
  issue(claim: DownloadClaim): string;
  /** Null for anything this key did not sign. */
  read(token: string): DownloadClaim | null;
}

/** Tokens of one subgraph. They begin with its name, which tells the gateway whom to ask. */
export function createDownloadTokens(subgraph: string, secret: Uint8Array): DownloadTokens {
  // A key of its own: a link must never pass for an access token, nor for a link of another subgraph.
  const key = Buffer.from(hkdfSync('sha256', secret, '', `hub/${subgraph}/download`, 32));
  const sign = (text: string): string => createHmac('sha256', key).update(text).digest('base64url');
  return {
    issue({ attachmentId, sessionId, expiresAt }) {
      const text = [subgraph, attachmentId, sessionId, expiresAt.getTime()].join('.');
      return `${text}.${sign(text)}`;
    },
    read(token) {
      const cut = token.lastIndexOf('.');
      const text = token.slice(0, cut);
      if (cut < 0 || !same(sign(text), token.slice(cut + 1))) return null;
      const [prefix, attachmentId, sessionId, expires] = text.split('.');
      if (prefix !== subgraph || !isId(attachmentId) || !isId(sessionId)) return null;
      return { attachmentId, sessionId, expiresAt: new Date(Number(expires)) };
    },
  };
}

function same(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
