import type { IncomingHttpHeaders } from 'node:http';

import { securityError } from './security.errors';

/** Headers that make a browser ask first (preflight). The hub grants no preflight, so only its own pages send them. */
const PREFLIGHT_HEADERS = ['authorization', 'apollo-require-preflight', 'x-requested-with'] as const;

/**
 * The CSRF rule of GET. A page of another origin can make a browser send a plain GET; the browser says so in
 * `Sec-Fetch-*` or `Origin`. Clients that are no browsers send neither, and are let through: GET runs queries
 * only, and no cookie ever identifies anyone on this route.
 */
export function refuseForeignPage(headers: IncomingHttpHeaders): void {
  if (PREFLIGHT_HEADERS.some((name) => headers[name] !== undefined)) return;
  const site = headers['sec-fetch-site'];
  const foreign = site === undefined ? headers.origin !== undefined : site !== 'same-origin' && site !== 'none';
  const embedded = headers['sec-fetch-mode'] === 'no-cors';
  if (foreign || embedded) throw securityError('FOREIGN_PAGE');
}
