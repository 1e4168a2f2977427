import { chooseEncoding, compress } from './compression';
import type { Exchange } from './exchange';

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Buffer;
}

/** Sends a whole body, compressed when the client takes it. Nothing happens when the client already left. */
export async function send({ request, response }: Exchange, { status, contentType, body }: Answer): Promise<void> {
  const encoding = chooseEncoding(request.headers['accept-encoding'], Buffer.byteLength(body));
  // A plain text stays a string: Node then writes head and body in one go.
  const payload = encoding === null ? body : await compress(body, encoding);
  if (response.destroyed || response.headersSent) return;
  response.statusCode = status;
  response.setHeader('content-type', contentType);
  response.setHeader('content-length', Buffer.byteLength(payload));
  response.appendHeader('vary', 'Accept-Encoding');
  if (encoding !== null) response.setHeader('content-encoding', encoding);
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-store');
  response.end(payload);
}

export function sendJson(exchange: Exchange, status: number, body: unknown): Promise<void> {
  return send(exchange, { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(body) });
}
