import type { Exchange } from './exchange';
import { httpError } from './http.errors';

/** `tail` is what stands in the place of `*` in the route's path; empty for an exact path. */
export type Handler = (exchange: Exchange, tail: string) => Promise<void>;

export interface Route {
  /** `/files`, or with an open end: `/files/*`. */
  readonly path: string;
  readonly methods: Readonly<Record<string, Handler>>;
  /** A probe of the platform. */
  readonly probe?: boolean;
}

export type Router = (exchange: Exchange) => Promise<void>;

export function createRouter(routes: readonly Route[]): Router {
  const exact = new Map(routes.filter(({ path }) => !path.endsWith('*')).map((route) => [route.path, route]));
  const open = routes.filter(({ path }) => path.endsWith('*'));

  return async (exchange) => {
    const route = exact.get(exchange.path) ?? open.find(({ path }) => exchange.path.startsWith(path.slice(0, -1)));
    if (!route) throw httpError('ROUTE_NOT_FOUND');
    exchange.notes.route = route.path;
    exchange.notes.probe = route.probe ?? false;
    await handlerOf(route, exchange)(exchange, exchange.path.slice(route.path.replace('*', '').length));
  };
}

function handlerOf(route: Route, { request, response }: Exchange): Handler {
  const method = request.method ?? 'GET';
  const handler = Object.hasOwn(route.methods, method) ? route.methods[method] : undefined;
  if (handler) return handler;
  response.setHeader('allow', Object.keys(route.methods).join(', '));
  throw httpError('METHOD_NOT_ALLOWED', { method });
}
