import { type Clock, DomainError, isPerson, type PersonActor, type ReaderActor } from '@hub/core';
import type { Logger } from '@hub/runtime';

import type { RatesOf } from '../http/client-rates';
import type { Exchange } from '../http/exchange';
import { httpError } from '../http/http.errors';
import { pagePolicy } from '../http/page-policy';
import type { Handler, Route } from '../http/router';
import { send, sendJson } from '../http/send';
import { claimsOf } from '../security/access-token';
import { type Authenticate, known } from '../security/authenticate';
import { refuseForeignPage } from '../security/foreign-page';
import { operationsError } from './operations.errors';
import type { OperationsPage } from './operations.type';
import { Passes } from './passes';

export interface OperationsRouteOptions {
  readonly authenticate: Authenticate;
  /** Asked at each request, past what the gateway remembers of sessions. */
  readonly resolveSession: (sessionId: string) => Promise<PersonActor | null>;
  readonly ratesOf: RatesOf;
  readonly clock: Clock;
  readonly logger: Logger;
}

const LINK_MS = 60_000;
const PASS_MS = 15 * 60_000;
const PASS_COOKIE = 'hub-operations';
const PASS = new RegExp(`(?:^|; *)${PASS_COOKIE}=([A-Za-z0-9_-]+)(?:;|$)`);
/** It names its own address in `<base>`, and sets style attributes. */
const POLICY = pagePolicy({ baseUri: "'self'" });

/**
 * A page for the 系统管理员. A browser that opens a page sends no bearer token, so he asks for a link with his
 * (`POST …/enter`); opening it once gives the browser a cookie that is worth something below the page's path only, and
 * no longer than his session and his post.
 */
export function operationsRoutes(page: OperationsPage, options: OperationsRouteOptions): Route[] {
  const { authenticate, resolveSession, ratesOf, clock, logger } = options;
  const links = new Passes(LINK_MS, clock);
  const passes = new Passes(PASS_MS, clock);

  const keeperOf = async ({ notes }: Exchange, session: string | null): Promise<PersonActor> => {
    const actor = session === null ? null : await unlessRefused(known(resolveSession(session)));
    notes.actor = actor;
    if (actor === null || actor.role !== 'COMMITTEE_ADMIN') throw operationsError('OPERATIONS_REFUSED');
    return actor;
  };

  const ask: Handler = async (exchange) => {
    const { authorization } = exchange.request.headers;
    await ratesOf(exchange.request).request();
    const actor: ReaderActor | null = await unlessRefused(authenticate(authorization));
    const session = actor && isPerson(actor) ? claimsOf(authorization).session : null;
    await keeperOf(exchange, session);
    const { secret, expiresAt } = links.issue(session as string);
    await sendJson(exchange, 200, { link: `${page.path}/enter?ticket=${secret}`, expiresAt });
  };

  const enter: Handler = async (exchange) => {
    const { request, response, requestId, search } = exchange;
    await ratesOf(request).request();
    refuseForeignPage(request.headers);
    const session = links.take(new URLSearchParams(search).get('ticket') ?? '');
    const { committeeId, accountId, postId } = await keeperOf(exchange, session);
    const { secret } = passes.issue(session as string);
    logger.info({ requestId, page: page.path, committeeId, accountId, postId }, 'operations page entered');
    response.setHeader('set-cookie', cookie(secret, page.path));
    response.setHeader('location', `${page.path}/`);
    await send(exchange, { status: 303, contentType: 'text/plain; charset=utf-8', body: '' });
  };

  const show: Handler = async (exchange, below) => {
    await ratesOf(exchange.request).request();
    const pass = PASS.exec(exchange.request.headers.cookie ?? '')?.[1];
    await keeperOf(exchange, pass === undefined ? null : passes.sessionOf(pass));
    const answer = await page.handle(below, new URLSearchParams(exchange.search));
    if (answer === null) throw httpError('ROUTE_NOT_FOUND');
    exchange.response.setHeader('content-security-policy', POLICY);
    await send(exchange, answer);
  };

  return [
    { path: `${page.path}/enter`, methods: { GET: enter, POST: ask } },
    { path: page.path, methods: { GET: show } },
    { path: `${page.path}/*`, methods: { GET: show } },
  ];
}

const cookie = (secret: string, path: string): string =>
  `${PASS_COOKIE}=${secret}; Path=${path}; Max-Age=${PASS_MS / 1000}; HttpOnly; SameSite=Strict`;

/** Why somebody is not let in is not told; that nobody can be asked at the moment is. */
async function unlessRefused<Who>(reading: Promise<Who | null>): Promise<Who | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof DomainError && error.kind !== 'UNAVAILABLE') return null;
    throw error;
  }
}
